import { InputError, isInputError } from '../errors.ts';
import { parseYaml } from '../read/parse-yaml.ts';
import { parseWorkload, type WorkloadNames } from './parse-workload.ts';
import type { Workload } from './workload.ts';

/**
 * Parses the workloads of a text: one a document.
 * @param file the name it is called by in messages
 * @throws InputError with everything that is wrong with it
 */
export function parseDocuments(text: string, file: string, names: WorkloadNames): Workload[] {
  const documents = parseYaml(text, file);
  if (documents.length === 0)
    throw new InputError([
      { message: 'the file is empty; `advise init` writes one to fill in', at: { file } },
    ]);
  const numbered = documents.length > 1;
  const problems: InputError['problems'][number][] = [];
  const workloads = documents.flatMap((document, index) => {
    try {
      return [parseWorkload(document, names, numbered ? index + 1 : undefined)];
    } catch (error) {
      if (!isInputError(error)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  return workloads;
}
