import { InputError, type Problem } from '../errors.ts';
import type { Io } from '../io.ts';
import { isLarge } from '../read/read-text.ts';
import { quoteValue } from '../text/safe.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { FactStatement, Workload } from '../workload/workload.ts';
import type { Artefact } from './artefact.ts';
import { type Clash, combineInferences } from './combine-inferences.ts';
import { combineObserved } from './combine-observed.ts';
import { stemOfFile } from './file-stem.ts';
import type {
  ArtefactKind,
  ImportedArtefact,
  ImportedPart,
  ImportedWorkload,
  ReadableElsewise,
  ReadingOptions,
} from './importer.ts';
import { artefactKinds } from './kinds.ts';
import { listUnclear } from './list-unclear.ts';
import { openSource } from './open-artefact.ts';
import { isPacked } from './table/table-bytes.ts';
import { recogniseUnread } from './unread-kinds.ts';

/** A file of somebody else's, as it was understood. */
export interface ReadArtefact {
  readonly kind: ArtefactKind;
  readonly artefact: Artefact;
  readonly imported: ImportedArtefact;
  /** Its workloads, in the words of a rulebook. */
  readonly workloads: readonly Workload[];
  readonly clashes: readonly Clash[];
}

/** An artefact, and the kind that it is of. */
export interface KnownArtefact {
  readonly kind: ArtefactKind;
  readonly artefact: Artefact;
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
  rulebook: Pick<Rulebook, 'facts' | 'observations'>,
): Promise<ReadArtefact | null> {
  const known = await recogniseForeign(io, path, bytes);
  return known === null ? null : toReadArtefact(known, await importKnown(known), rulebook);
}

/**
 * Opens a file of somebody else's, and finds out what kind it is.
 * @param path the file it was read from, or `-`
 * @param bytes what it holds
 * @param as the kind that somebody says it is; left out, it is told by what it holds
 * @returns null where it is of no kind that is known
 * @throws InputError where it is no text, or is recognised and cannot be read, with what would give a readable form
 */
export async function recogniseForeign(
  io: Io,
  path: string,
  bytes: Uint8Array,
  as?: ArtefactKind,
): Promise<KnownArtefact | null> {
  const artefact = await openSource(io, path, bytes);
  if (as !== undefined) {
    const { documents, tables, problems } = artefact;
    const isNothing = documents.length + tables.length === 0 && as.isText !== true;
    if (isNothing && problems.length > 0) throw new InputError(problems);
    return { kind: as, artefact };
  }
  const kind = findKind(artefact);
  if (kind === null && isPacked(bytes))
    throw new InputError([
      {
        message:
          'an archive or workbook in which no table is known; say what the columns of one mean: --map MAP',
        at: { file: artefact.file },
      },
    ]);
  // A file of ours would be refused for its length; what is broken in it helps more.
  if (kind === null && isLarge(artefact.text) && artefact.problems.length > 0)
    throw new InputError(artefact.problems);
  return kind === null ? null : { kind, artefact };
}

/**
 * Has an artefact read by the importer of its kind.
 * @param options with `keepGoing`, what could not be read stands beside what could
 * @throws InputError with what could not be read
 */
export async function importKnown(
  { kind, artefact }: KnownArtefact,
  options: ReadingOptions & { readonly keepGoing?: boolean | undefined } = {},
): Promise<ImportedArtefact> {
  const imported = await (await kind.load()).read(artefact, options);
  const { placesNothing, workloads } = imported;
  const broken = listBroken({ kind, artefact });
  const problems = [...broken, ...imported.problems, ...workloads.flatMap(listDoubled)];
  const goesOn = options.keepGoing === true && workloads.length > 0;
  if (problems.length > 0 && !goesOn)
    throw new InputError(problems, broken.length === 0 ? placesNothing : false);
  return { ...imported, problems };
}

/** What is wrong with some of the documents of an artefact; of a text that is no YAML, nothing is. */
export function listBroken({ kind, artefact }: KnownArtefact): readonly Problem[] {
  return kind.isText === true || artefact.documents.length === 0 ? [] : artefact.problems;
}

/** Lays what was inferred together, workload by workload, in the words of a rulebook. */
export function toReadArtefact(
  { kind, artefact }: KnownArtefact,
  imported: ImportedArtefact,
  { facts, observations }: Pick<Rulebook, 'facts' | 'observations'>,
): ReadArtefact {
  const clashes: Clash[] = [];
  const observe = ({ observed = [], inferences }: ImportedPart): Pick<Workload, 'observed' | 'unclear'> => {
    const unclear = listUnclear(inferences);
    return {
      ...(observed.length === 0 ? {} : { observed: combineObserved({ observations }, observed) }),
      ...(unclear.length === 0 ? {} : { unclear }),
    };
  };
  const workloads = imported.workloads.map((workload): Workload => {
    const combine = (...[inferences, origin]: Parameters<typeof combineOne>): readonly FactStatement[] => {
      const combined = combineOne(inferences, origin);
      clashes.push(...combined.clashes);
      return combined.statements;
    };
    const combineOne = (inferences: ImportedWorkload['inferences'], origin: 'stated' | 'component') =>
      combineInferences(facts, inferences, origin);
    return {
      name: nameOf(workload),
      file: artefact.together === true ? workload.at.file : artefact.file,
      ...(imported.table === undefined ? {} : { at: workload.at }),
      facts: combine(workload.inferences, 'stated'),
      ...observe(workload),
      waivers: [],
      components: workload.parts.map((part) => ({
        name: nameOf(part),
        facts: combine(part.inferences, 'component'),
        ...observe(part),
        at: part.at,
      })),
    };
  });
  return { kind, artefact, imported, workloads, clashes };
}

/** Parts of a workload that are called as one before: nobody could say which is meant. */
function listDoubled(workload: ImportedWorkload): Problem[] {
  const names = workload.parts.map(nameOf);
  return workload.parts.flatMap(({ at }, index) => {
    const name = names[index] ?? '';
    return names.indexOf(name) === index
      ? []
      : [{ message: `two parts of ${nameOf(workload)} are called ${quoteValue(name)}`, at }];
  });
}

/** What could not be written down, and read again, is no name. */
function nameOf({ name, at }: Pick<ImportedPart, 'name' | 'at'>): string {
  return name.trim() === '' ? stemOfFile(at.file, at.line) : name;
}

/**
 * The kind of an artefact; null where nobody knows it.
 * @throws InputError where two know it, or one knows it and cannot read it
 */
function findKind(artefact: Artefact): ArtefactKind | null {
  const known = recogniseKind(artefact);
  if (known.is === 'yes') return known.kind;
  if (known.is === 'no') return null;
  const { hints } = known;
  throw new InputError(
    hints.map(({ hint }) => ({ message: hint, at: { file: artefact.file } })),
    hints.every(({ holds }) => holds !== undefined),
  );
}

/** What all that is known makes of an artefact. */
export type KindRecognition =
  | { readonly is: 'yes'; readonly kind: ArtefactKind }
  | { readonly is: 'no' }
  | { readonly is: 'but'; readonly hints: readonly ReadableElsewise[] };

/**
 * Asks every recogniser, and then what else is known of files that people have.
 * @throws InputError where two know it
 */
export function recogniseKind(artefact: Artefact): KindRecognition {
  const said = artefactKinds.map((kind) => ({ kind, recognition: kind.recognise(artefact) }));
  const [first, second] = said.filter(({ recognition }) => recognition.is === 'yes');
  if (first !== undefined && second !== undefined)
    throw new InputError([
      {
        message: `this could be ${first.kind.title} or ${second.kind.title}; say which with --as ${first.kind.id}`,
        at: { file: artefact.file },
      },
    ]);
  if (first !== undefined) return { is: 'yes', kind: first.kind };
  const hints = said.flatMap(({ recognition }) => (recognition.is === 'but' ? [recognition] : []));
  if (hints.length > 0) return { is: 'but', hints };
  const unread = recogniseUnread(artefact);
  return unread.is === 'but' ? { is: 'but', hints: [unread] } : unread;
}
