import type { ReadyRulebook } from '../advice/case.ts';
import { buildState } from '../decide/build-state.ts';
import { InputError, type Problem, isInputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { combineFacts } from '../workload/combine-facts.ts';
import type { FactStatement } from '../workload/workload.ts';
import { readWorkloads } from '../workload/read-workloads.ts';
import type { Specimen } from './prove-rules.ts';

/**
 * Reads the workloads that rules are tried on: files, and all YAML files of folders. The components
 * of a workload are tried one by one.
 * @param places files and folders
 * @throws InputError when one is missing, or none holds a workload
 */
export function readSpecimens(io: Io, places: readonly string[], ready: ReadyRulebook): Specimen[] {
  const problems: Problem[] = [];
  const files = places.flatMap((place) =>
    io.isFolder(place)
      ? io
          .listFolder(place)
          .filter((name) => /\.ya?ml$/.test(name))
          .map((name) => `${place}/${name}`)
      : [place],
  );
  const specimens = files.flatMap((file) => {
    try {
      return readWorkloads(io, file, ready.rulebook).flatMap((workload): Specimen[] => {
        const state = (own: readonly FactStatement[]) =>
          buildState(ready.model, combineFacts(workload.facts, own)).state;
        const { name } = workload;
        if (workload.components.length === 0) return [{ name, file, state: state([]) }];
        return workload.components.map((part) => ({
          name: `${name}: ${part.name}`,
          file,
          state: state(part.facts),
        }));
      });
    } catch (error) {
      if (!isInputError(error)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  if (specimens.length === 0) throw new InputError(`no workload to try the rules on in ${places.join(', ')}`);
  return specimens;
}
