import type { ReadyRulebook } from '../../src/rulebook/ready.ts';
import { buildState, type Known } from '../../src/decide/build-state.ts';
import { decide, type Decision } from '../../src/decide/decide.ts';
import { compileRulebook } from '../../src/rulebook/compile-rulebook.ts';
import { loadRulebook } from '../../src/rulebook/load/load-rulebook.ts';
import type { RulebookFile } from '../../src/rulebook/load/shape-file.ts';

/** Any entry of a rulebook file: what a test leaves out is filled in. */
export type Entry = Readonly<Record<string, unknown>>;

/** A tiny rulebook: only what the mechanism under test needs. */
export interface TinyRulebook {
  readonly params?: Readonly<Record<string, string | number>>;
  /** What each condition by name means. */
  readonly conditions?: Readonly<Record<string, Entry>>;
  /** What the interview talks about, in order. */
  readonly topics?: readonly Entry[];
  /** By id; the eight switches `t.a` to `t.h` are always there. */
  readonly facts?: Readonly<Record<string, Entry>>;
  /** By id; two VMs and three containers where left out. */
  readonly placements?: Readonly<Record<string, Entry>>;
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** Ids of groups of facts that another program would change; people change the others. */
  readonly ofProgram?: readonly string[];
  /** Ids of what stands outside the placements. */
  readonly outside?: readonly string[];
  /** Ids of what files of other programs show. */
  readonly observations?: readonly string[];
  readonly moving?: Entry;
  /** By concern, then by id. */
  readonly rules?: Readonly<Record<string, Readonly<Record<string, Entry>>>>;
  readonly actions?: Readonly<Record<string, Entry>>;
}

/** Yes-no facts without a presumption, for conditions such as `{ 't.a': 'yes' }`. */
const switches = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

const usualPlacements: Readonly<Record<string, Entry>> = {
  'container.plain': { isolation: 'shared-kernel' },
  'container.orchestrated': { isolation: 'shared-kernel' },
  'container.microvm': { isolation: 'own-kernel' },
  'vm.single': { isolation: 'own-kernel' },
  'vm.group': { isolation: 'own-kernel' },
};

/** Never fires: a rulebook must have a rule, an example an answer. */
const idle: Entry = { when: { all: [{ 't.h': 'yes' }, { 't.h': 'no' }] }, note: 'Never said.' };

/** Writes a tiny rulebook as the files of a folder (JSON is YAML). */
export function writeRulebook(tiny: TinyRulebook): RulebookFile[] {
  const contents: Record<string, unknown> = {
    'rulebook.yaml': {
      rulebook: 1,
      name: 'tiny',
      version: '1.0.0',
      date: '2026-01-01',
      params: Object.entries(tiny.params ?? {}).map(([id, value]) => ({
        id,
        value,
        because: 'Because.',
        cites: ['judgement'],
      })),
      conditions: Object.entries(tiny.conditions ?? {}).map(([id, when]) => ({
        id,
        title: `what ${id} says`,
        when,
      })),
    },
    'facts.yaml': {
      groups: listGroups(tiny),
      topics: tiny.topics ?? [],
      facts: [
        ...switches.map((name) => fillFact(`t.${name}`, {})),
        ...Object.entries(tiny.facts ?? {}).map(([id, fact]) => fillFact(id, fact)),
      ],
    },
    'placements.yaml': {
      placements: Object.entries(tiny.placements ?? usualPlacements).map(([id, placement]) => ({
        id,
        kind: id.split('.')[0],
        title: id,
        is: 'A way to run it.',
        cites: ['judgement'],
        ...placement,
      })),
      groups: tiny.groups ?? {},
      outside: (tiny.outside ?? []).map((id) => ({
        id,
        title: `Title of ${id}`,
        is: 'Something else.',
        cites: ['judgement'],
      })),
      moving: tiny.moving ?? { vm: [], container: [] },
    },
    'actions.yaml': {
      observations: (tiny.observations ?? []).map((id) => ({ id, title: `title of ${id}`, is: 'So it is.' })),
      actions: Object.entries(tiny.actions ?? { idle: { level: 'should' } }).map(([id, action]) => ({
        id,
        title: id,
        because: 'Because.',
        cites: ['judgement'],
        ...action,
      })),
    },
    'sources.yaml': { sources: [] },
    'claims.yaml': { article: { title: 'An article', date: '2022' }, claims: [], corrections: [] },
  };
  for (const [concern, rules] of Object.entries(tiny.rules ?? { idle: { idle } }))
    contents[`${concern}.yaml`] = {
      concern: `Concern ${concern}`,
      about: 'What it is about.',
      rules: Object.entries(rules).map(([id, rule]) => ({
        id,
        title: `Rule ${id}`,
        because: 'Because.',
        cites: ['judgement'],
        examples: { fires: { 't.h': 'yes' }, quiet: { 't.h': 'no' } },
        ...rule,
      })),
    };
  return Object.entries(contents).map(([name, content]) => ({
    path: `rules/${name}`,
    name,
    text: JSON.stringify(content, null, 2),
  }));
}

function listGroups(tiny: TinyRulebook): Entry[] {
  const ids = new Set(['t', ...Object.keys(tiny.facts ?? {}).map((id) => id.split('.')[0])]);
  return [...ids].map((id) => ({
    id,
    title: `Group ${id}`,
    'changed-by': tiny.ofProgram?.includes(id ?? '') === true ? 'program' : 'people',
  }));
}

function fillFact(id: string, fact: Entry): Entry {
  const presumed = fact.presumed === undefined ? {} : { exception: 'Otherwise', 'exception-is': 'rare' };
  const kind = fact.kind ?? 'yes-no';
  const values = kind === 'yes-no' ? { values: { yes: 'it is', no: 'it is not' } } : {};
  return { id, name: id, question: `${id}?`, kind, ...values, ...presumed, ...fact };
}

/** Loads and compiles a tiny rulebook. */
export function buildRulebook(tiny: TinyRulebook): ReadyRulebook {
  const rulebook = loadRulebook(writeRulebook(tiny), 'rules');
  return { rulebook, model: compileRulebook(rulebook) };
}

/** A value, a list of possible values, or null for an explicit unknown, by fact. */
export type Said = Readonly<Record<string, string | number | readonly (string | number)[] | null>>;

/** What is known when this was said and nothing else. */
export function knowing({ model }: ReadyRulebook, said: Said): Known {
  return buildState(
    model,
    new Map(
      Object.entries(said).map(([fact, value]) => [
        fact,
        { values: value === null ? null : Array.isArray(value) ? (value as string[]) : [value as string] },
      ]),
    ),
  );
}

/** Decides with these switches on (`'a c'`) and all others off, and what else is said. */
export function decideWith(ready: ReadyRulebook, on: string, said: Said = {}): Decision {
  return decide(ready.model, knowing(ready, { ...turnOn(on), ...said }).state);
}

/** The eight switches, those named on and the others off. */
export function turnOn(on: string): Said {
  const wanted = on.split(' ');
  return Object.fromEntries(switches.map((name) => [`t.${name}`, wanted.includes(name) ? 'yes' : 'no']));
}

/** The ids of the placements in a set. */
export function namePlacements({ model }: ReadyRulebook, mask: number): string[] {
  return model.placements.filter((_, index) => (mask & (1 << index)) !== 0).map((each) => each.id);
}

/** The position of a rule, fact or placement. */
export function positionOf(list: readonly { readonly id: string }[], id: string): number {
  const index = list.findIndex((each) => each.id === id);
  if (index === -1) throw new Error(`nothing is called ${id}`);
  return index;
}
