import type { Result } from '../advice/result.ts';

type Differences = NonNullable<Result['rulebooks'][number]['differs']>;

/** What a report says it was made by, a line each. */
export interface JudgeLine {
  readonly before: string;
  /** A digest, or the name of a file; empty for none. */
  readonly name: string;
  readonly is: 'digest' | 'file';
  readonly after: string;
}

/** Who has to sign a decision. */
export const signers = ['Service owner', 'Architect', 'Operations'] as const;
/** What the table for them has above its columns. */
export const signOffColumns = ['Role', 'Name', 'Date', 'Decision'] as const;

/**
 * What a report was made by and from: rulebooks, program, profile, settings, day.
 * @param counts how many rules did what, to be told behind the rulebooks; empty for nothing
 */
export function listJudge({ rulebooks, tool, profile, config, asOf }: Result, counts = ''): JudgeLine[] {
  return [
    ...rulebooks.map(({ name, version, digest, differs }) => ({
      before: `Rulebook ${name} ${version}, digest `,
      name: digest,
      is: 'digest' as const,
      after: differs === undefined ? '' : `; it ${wordDifferences(differs, true)}`,
    })),
    ...(counts === '' ? [] : [plain(counts)]),
    plain(`Written by ${tool.name} ${tool.version}`),
    ...(profile === undefined ? [] : [{ ...plain('Profile '), name: profile }]),
    ...(config === undefined
      ? []
      : [{ ...plain('Settings of '), name: config.file, after: ` (${config.sets.join(', ')})` }]),
    ...(asOf === undefined ? [] : [plain(`Waivers as of ${asOf}`)]),
  ];
}

function plain(before: string): JudgeLine {
  return { before, name: '', is: 'file', after: '' };
}

/** With more names than this, their number is said instead. */
const mostNames = 3;

/** What each sort of entry is called, one and several. */
const sorts: Readonly<Record<keyof Differences['adds'], readonly [string, string]>> = {
  params: ['threshold', 'thresholds'],
  conditions: ['condition', 'conditions'],
  groups: ['group of facts', 'groups of facts'],
  topics: ['topic of the interview', 'topics of the interview'],
  facts: ['fact', 'facts'],
  placements: ['placement', 'placements'],
  placementGroups: ['group of placements', 'groups of placements'],
  outside: ['entry outside the placements', 'entries outside the placements'],
  observations: ['observation', 'observations'],
  concerns: ['concern', 'concerns'],
  rules: ['rule', 'rules'],
  actions: ['action', 'actions'],
  sources: ['source', 'sources'],
};

/**
 * The line that names the rulebooks, and for each that extends another a line of what it makes
 * different.
 * @param counts what is said behind them; empty for nothing
 * @param all every name instead of a number where there are many
 */
export function listRulebooks({ rulebooks }: Result, counts: string, all: boolean): string[] {
  return [
    `Rulebook ${rulebooks.map(wordRulebook).join(', ')}${counts}`,
    ...rulebooks.flatMap(({ name, differs }) =>
      differs === undefined ? [] : [`${name} ${wordDifferences(differs, all)}`],
    ),
  ];
}

/** A rulebook with its version and the beginning of its digest. */
export function wordRulebook({
  name,
  version,
  digest,
}: Pick<Result['rulebooks'][number], 'name' | 'version' | 'digest'>): string {
  return `${name} ${version} (${digest.slice(0, 8)})`;
}

/**
 * What a rulebook makes different from those before it, as the end of a sentence that begins with its
 * name.
 * @param all every name instead of a number where there are many
 */
function wordDifferences(differs: Differences, all: boolean): string {
  const name = (ids: readonly string[], one: string, several: string) =>
    all || ids.length <= mostNames ? ids.join(', ') : count(ids.length, one, several);
  const added = Object.entries(differs.adds).map(([sort, ids]) =>
    count(ids.length, ...sorts[sort as keyof typeof sorts]),
  );
  const disabled = differs.disables.map(({ rule }) => rule);
  const changed = differs.changes.map(({ rule }) => rule);
  const revised = (differs.revises ?? []).map(({ id }) => id);
  const withdrawn = (differs.withdraws ?? []).map(({ id }) => id);
  const redefined = (differs.redefines ?? []).map(({ condition }) => condition);
  const widened = (differs.widens ?? []).map(({ fact, values }) => `${fact} ${values.join(', ')}`);
  const set = differs.sets.map(({ param, to }) => `${param} ${String(to)}`);
  const presumed = differs.presumes.map(({ fact, to }) => `${fact} ${to ?? 'unknown'}`);
  const parts = [
    added.length === 0 ? '' : `adds ${added.join(', ')}`,
    changed.length === 0 ? '' : `changes ${name(changed, 'rule', 'rules')}`,
    disabled.length === 0 ? '' : `disables ${name(disabled, 'rule', 'rules')}`,
    revised.length === 0 ? '' : `revises ${name(revised, 'entry', 'entries')}`,
    withdrawn.length === 0 ? '' : `withdraws ${name(withdrawn, 'entry', 'entries')}`,
    redefined.length === 0 ? '' : `redefines ${name(redefined, 'condition', 'conditions')}`,
    widened.length === 0 ? '' : `widens ${name(widened, 'fact', 'facts')}`,
    set.length === 0 ? '' : `sets ${name(set, 'threshold', 'thresholds')}`,
    presumed.length === 0 ? '' : `presumes ${name(presumed, 'fact', 'facts')}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'makes nothing different' : parts.join('; ');
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}
