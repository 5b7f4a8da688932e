import { formatPosition, InputError } from '../errors.ts';
import type { Identity, ImportedArtefact, ImportedWorkload } from './importer.ts';
import { headingOfKey, type JoinKey } from './join-keys.ts';

/** Artefacts after what they say of one machine was laid together. */
export interface Joined {
  /** In the order in which they came; what went over to an earlier one is no longer in a later one. */
  readonly artefacts: readonly ImportedArtefact[];
  /** How many workloads went over to an earlier artefact. */
  readonly moved: number;
  /** Names of those of later artefacts that are in no earlier one. */
  readonly alone: readonly string[];
}

/**
 * Lays together what several artefacts say of the same machine: the first that knows it keeps it. Systems of
 * several parts stay as they are.
 * @param by what tells that it is the same
 * @throws InputError where two of one artefact would be the same machine
 */
export function joinSubjects(artefacts: readonly ImportedArtefact[], by: JoinKey): Joined {
  const keyOf = chooseKey(artefacts, by);
  const found = new Map<
    string,
    { readonly workload: ImportedWorkload; inferences: ImportedWorkload['inferences'] }
  >();
  const alone: string[] = [];
  let moved = 0;
  const left = artefacts.map((artefact, index) => {
    const own = new Map<string, ImportedWorkload>();
    return artefact.workloads.filter((workload) => {
      const key = keyOf(workload, artefact.table !== undefined);
      if (key === undefined) return true;
      const twin = own.get(key);
      if (twin !== undefined) throw new InputError([wordTwins(workload, twin, by)]);
      own.set(key, workload);
      const known = found.get(key);
      if (known === undefined) {
        found.set(key, { workload, inferences: workload.inferences });
        if (index > 0) alone.push(workload.name);
        return true;
      }
      known.inferences = [...known.inferences, ...workload.inferences];
      moved++;
      return false;
    });
  });
  const pooled = new Map([...found.values()].map(({ workload, inferences }) => [workload, inferences]));
  return {
    artefacts: artefacts.map((artefact, index) => ({
      ...artefact,
      workloads: (left[index] ?? []).map((workload) => ({
        ...workload,
        inferences: pooled.get(workload) ?? workload.inferences,
      })),
    })),
    moved,
    alone,
  };
}

function wordTwins(one: ImportedWorkload, other: ImportedWorkload, by: JoinKey) {
  return {
    message: `--join ${by} cannot tell ${one.name} from ${other.name} (${formatPosition(other.at)})`,
    at: one.at,
  };
}

function chooseKey(
  artefacts: readonly ImportedArtefact[],
  by: JoinKey,
): (workload: ImportedWorkload, inTable: boolean) => string | undefined {
  const column = headingOfKey(by);
  const called = ({ name, identity }: ImportedWorkload, inTable: boolean): string =>
    column !== undefined && inTable ? (identity?.column ?? '') : name;
  const names = new Set(
    artefacts.flatMap(({ workloads, table }) =>
      workloads.map((workload) => called(workload, table !== undefined).toLowerCase()),
    ),
  );
  const full = holdsTwins(names);
  const key = (name: string, { uuid = '', address = '' }: Identity): string => {
    if (by === 'uuid') return plainUuid(uuid);
    if (by === 'address') return address.toLowerCase();
    return full ? name.toLowerCase() : firstLabel(name);
  };
  return (workload, inTable) =>
    workload.parts.length > 0
      ? undefined
      : key(called(workload, inTable), workload.identity ?? {}) || undefined;
}

/** Whether two hosts are told apart by their domains alone. */
function holdsTwins(names: ReadonlySet<string>): boolean {
  const domains = new Map<string, string>();
  for (const name of names) {
    const label = firstLabel(name);
    if (name === label) continue;
    const other = domains.get(label);
    if (other !== undefined && other !== name) return true;
    domains.set(label, name);
  }
  return false;
}

/** The first label of a host's name; an address has none. */
function firstLabel(name: string): string {
  const plain = name.toLowerCase();
  return /^[\d.]+$|:/.test(plain) ? plain : (plain.split('.')[0] ?? plain);
}

/**
 * A UUID that is the same whichever way its first three groups were written: the firmware of a VM and what
 * looks after it turn their bytes round. Empty where it is none.
 */
function plainUuid(text: string): string {
  const hex = text.toLowerCase().replace(/[^\da-f]/g, '');
  if (hex.length !== 32 || /^(.)\1*$/.test(hex)) return '';
  const turn = (group: string): string => (group.match(/../g) ?? []).reverse().join('');
  const turned = turn(hex.slice(0, 8)) + turn(hex.slice(8, 12)) + turn(hex.slice(12, 16)) + hex.slice(16);
  return hex < turned ? hex : turned;
}
