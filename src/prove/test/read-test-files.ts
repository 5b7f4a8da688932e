import { posix } from 'node:path';
import { InputError, type Problem, isInputError } from '../../errors.ts';
import type { Io } from '../../io.ts';
import { listYamlFiles, type Place } from '../../read/list-yaml-files.ts';
import { parseYaml } from '../../read/parse-yaml.ts';
import { readText } from '../../read/read-text.ts';
import type { OldName, Rulebook } from '../../rulebook/rulebook.ts';
import { readProfile, readWorkloads } from '../../workload/read-workloads.ts';
import { listOldNames, type Workload } from '../../workload/workload.ts';
import type { TestDocument } from './expected.ts';
import { parseTestDocument } from './parse-test-document.ts';

/**
 * Reads test files: those named, and every YAML file of folders and the folders in them. Names that
 * begin with _ or . do not count.
 * @throws InputError with everything that is wrong
 */
export function readTestFiles(io: Io, places: readonly Place[], rulebook: Rulebook): TestDocument[] {
  const problems: Problem[] = [];
  const documents = places
    .flatMap((place) => listYamlFiles(io, place))
    .flatMap((file) => {
      try {
        return readTestFile(io, file, rulebook);
      } catch (error) {
        if (!isInputError(error)) throw error;
        problems.push(...error.problems);
        return [];
      }
    });
  if (problems.length > 0) throw new InputError(problems);
  return documents;
}

/** The old names that tests use for facts and rules, of their workloads and of what is expected. */
export function listTestOldNames(documents: readonly TestDocument[]): OldName[] {
  const expected = documents.flatMap((document) => document.expected);
  return [
    ...listOldNames(documents.map(({ workload }) => workload)),
    ...expected.flatMap(({ value, oldName, at }): OldName[] =>
      oldName === undefined ? [] : [{ sort: 'rule', name: oldName, now: value, at }],
    ),
  ];
}

function readTestFile(io: Io, { path, shown }: Place, rulebook: Rulebook): TestDocument[] {
  const documents = parseYaml(readText(io, path, shown), shown);
  if (documents.length === 0) throw new InputError([{ message: 'the file is empty', at: { file: shown } }]);
  const problems: Problem[] = [];
  const folder = path.replace(/[^/]*$/, '');
  const locate = (named: string) => (posix.isAbsolute(named) ? named : posix.normalize(folder + named));
  const tests = documents.flatMap((document, index) => {
    const number = documents.length > 1 ? index + 1 : undefined;
    try {
      return [
        parseTestDocument(document, rulebook, number, {
          workload: (named) => openWorkload(io, locate(named), rulebook),
          profile: (named) => readProfile(io, locate(named), rulebook).facts,
        }),
      ];
    } catch (error) {
      if (!isInputError(error)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  return tests;
}

/** The workload a test names: its file holds that one and no other. */
function openWorkload(io: Io, path: string, rulebook: Rulebook): Workload {
  const [workload, second] = readWorkloads(io, path, rulebook);
  if (workload !== undefined && second === undefined) return workload;
  throw new InputError([
    {
      message: 'a test names a file with one workload; this one holds several',
      at: { file: path },
    },
  ]);
}
