import { InputError, type Problem } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { FactStatement, Workload } from '../workload/workload.ts';
import type { Artefact } from './artefact.ts';
import { type Clash, combineInferences } from './combine-inferences.ts';
import type { ArtefactKind, ImportedArtefact, ImportedWorkload } from './importer.ts';
import { artefactKinds } from './kinds.ts';
import { openSource } from './open-artefact.ts';
import { isPacked } from './table/table-bytes.ts';

/** A file of somebody else's, as it was understood. */
export interface ReadArtefact {
  readonly kind: ArtefactKind;
  readonly artefact: Artefact;
  readonly imported: ImportedArtefact;
  /** Its workloads, in the words of a rulebook. */
  readonly workloads: readonly Workload[];
  readonly clashes: readonly Clash[];
}

/**
 * Reads a file of somebody else's as the kind that it is recognised as.
 * @param path the file it was read from, or `-`
 * @param bytes what it holds
 * @returns null where it is of no kind that is known
 * @throws InputError where it is no text, or is recognised and cannot be read, with what would give a readable form
 */
export async function readForeign(
  io: Io,
  path: string,
  bytes: Uint8Array,
  { facts }: Pick<Rulebook, 'facts'>,
): Promise<ReadArtefact | null> {
  const artefact = await openSource(io, path, bytes);
  const kind = findKind(artefact);
  if (kind === null && isPacked(bytes))
    throw new InputError([{ message: 'an archive in which no table is known', at: { file: artefact.file } }]);
  if (kind === null) return null;
  const imported = await (await kind.load()).read(artefact);
  if (imported.problems.length > 0) throw new InputError(imported.problems);
  const clashes: Clash[] = [];
  const workloads = imported.workloads.map((workload): Workload => {
    const combine = (...[inferences, origin]: Parameters<typeof combineOne>): readonly FactStatement[] => {
      const combined = combineOne(inferences, origin);
      clashes.push(...combined.clashes);
      return combined.statements;
    };
    const combineOne = (inferences: ImportedWorkload['inferences'], origin: 'stated' | 'component') =>
      combineInferences(facts, inferences, origin);
    return {
      name: workload.name,
      file: artefact.file,
      ...(imported.table === undefined ? {} : { at: workload.at }),
      facts: combine(workload.inferences, 'stated'),
      waivers: [],
      components: workload.parts.map((part) => ({
        name: part.name,
        facts: combine(part.inferences, 'component'),
        at: part.at,
      })),
    };
  });
  return { kind, artefact, imported, workloads, clashes };
}

/**
 * The kind of an artefact; null where no recogniser knows it.
 * @throws InputError where two know it, or one knows it and cannot read it
 */
export function findKind(artefact: Artefact): ArtefactKind | null {
  const said = artefactKinds.map((kind) => ({ kind, recognition: kind.recognise(artefact) }));
  const [first, second] = said.filter(({ recognition }) => recognition.is === 'yes');
  if (first !== undefined && second !== undefined)
    throw new InputError([
      {
        message: `this could be ${first.kind.title} or ${second.kind.title}; say which with --as ${first.kind.id}`,
        at: { file: artefact.file },
      },
    ]);
  if (first !== undefined) return first.kind;
  const problems = said.flatMap(({ recognition }): Problem[] =>
    recognition.is === 'but' ? [{ message: recognition.hint, at: { file: artefact.file } }] : [],
  );
  if (problems.length > 0) throw new InputError(problems);
  return null;
}
