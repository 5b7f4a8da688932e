import { formatPosition } from '../../errors.ts';
import { wordUnknownName } from '../../text/suggest.ts';
import { parseActions, parsePlacements } from '../load/parse-entries.ts';
import type { Action, Content, Mark, Placement, RevisedSort, RulebookDifferences } from '../rulebook.ts';
import { type ExtensionDraft, type ExtensionStep, namesIn, collectIn, sortBy } from './extension-draft.ts';
import { type ExtensionFile, omitKeys } from './parse-extension-files.ts';

type Change = NonNullable<ExtensionFile['content']['change']>[number];
type Entry = Action | Placement;
type Say = ReturnType<typeof collectIn>;

/** The sorts that are changed here, where they lie, and what a change may replace of them. */
const sorts = {
  action: {
    key: 'actions',
    changeable: ['title', 'level', 'for', 'when', 'because', 'cites', 'contradicted-by', 'shown-by'],
    removable: ['for', 'when', 'contradicted-by', 'shown-by'],
    with: 'an action has',
  },
  placement: {
    key: 'placements',
    changeable: ['title', 'is', 'needs', 'stack', 'cites'],
    removable: ['needs', 'stack'],
    with: 'a placement has',
  },
} as const;

/** What a change or a `disable` can name. */
const named = ['rule', 'condition', 'action', 'placement'] as const;

/**
 * Changes and takes out actions and placements of the rulebook that is extended, each at most once.
 * @param content what it says, with what the extension adds
 */
export function changeEntries(draft: ExtensionDraft, content: Content): ExtensionStep {
  const touched = new Map<string, string>();
  const entries = {
    action: new Map<string, Entry>(content.actions.map((action) => [action.id, action])),
    placement: new Map<string, Entry>(content.placements.map((placement) => [placement.id, placement])),
  };
  const revises: NonNullable<RulebookDifferences['revises']>[number][] = [];
  const withdraws: NonNullable<RulebookDifferences['withdraws']>[number][] = [];
  for (const file of draft.files) {
    const say = collectIn(draft, file);
    file.content.change?.forEach((change, index) => {
      const path = ['change', index];
      const sort = pickSort(change, say, path, 'a change');
      const found = sort && pickEntry(draft, file, sort, change[sort] ?? '', [...path, sort], touched);
      if (sort === undefined || found === undefined) return;
      const what = [...Object.keys(change.to ?? {}), ...(change.without ?? [])].sort();
      const { because } = change;
      const at = file.source.locate([...path, sort]);
      const mark: Mark = { rulebook: draft.name, did: 'changed', what, because, at };
      const changed = applyChange(draft, file, sort, found, change, index);
      entries[sort].set(found.id, { ...changed, marks: [...(found.marks ?? []), mark] });
      revises.push({ sort, id: found.id, what, because });
    });
    file.content.disable?.forEach((disabling, index) => {
      const path = ['disable', index];
      const sort = pickSort(disabling, say, path, 'a disable');
      const found = sort && pickEntry(draft, file, sort, disabling[sort] ?? '', [...path, sort], touched);
      if (sort === undefined || found === undefined) return;
      entries[sort].delete(found.id);
      const at = file.source.locate([...path, sort]);
      withdraws.push({ sort, id: found.id, because: disabling.because, at });
    });
  }
  const name = ({ sort, id }: { readonly sort: RevisedSort; readonly id: string }) => `${sort} ${id}`;
  return {
    content: {
      ...content,
      actions: [...entries.action.values()] as Action[],
      placements: [...entries.placement.values()] as Placement[],
    },
    differs: {
      ...(revises.length === 0 ? {} : { revises: sortBy(revises, name) }),
      ...(withdraws.length === 0 ? {} : { withdraws: sortBy(withdraws, name) }),
    },
  };
}

/** The sort of entry that a change names, where it is one of those that are changed here. */
function pickSort(
  change: Readonly<Partial<Record<(typeof named)[number], string | undefined>>>,
  say: Say,
  path: readonly (string | number)[],
  what: string,
): RevisedSort | undefined {
  const given = named.filter((sort) => change[sort] !== undefined);
  if (given.length !== 1) {
    const choices =
      path[0] === 'change'
        ? 'a rule, a condition, an action or a placement'
        : 'a rule, an action or a placement';
    say(`${what} names ${choices}, and one of them`, path);
    return undefined;
  }
  return given.find((sort) => sort === 'action' || sort === 'placement');
}

/** The entry of the extended rulebook that a name means, unless this extension touched it before. */
function pickEntry(
  draft: ExtensionDraft,
  file: ExtensionFile,
  sort: RevisedSort,
  name: string,
  path: readonly (string | number)[],
  touched: Map<string, string>,
): Entry | undefined {
  const say = collectIn(draft, file);
  const known: readonly Entry[] = draft.base[sorts[sort].key];
  const entry = known.find(({ id }) => id === name);
  if (entry === undefined) {
    say(explainMissing(draft, sort, name, known), path);
    return undefined;
  }
  const before = touched.get(`${sort} ${name}`);
  if (before !== undefined) {
    say(`${name} is changed or disabled twice; the first time at ${before}`, path);
    return undefined;
  }
  const at = file.source.locate(path);
  touched.set(`${sort} ${name}`, `${at.file}:${at.line}`);
  return entry;
}

function explainMissing(
  { base, files }: ExtensionDraft,
  sort: RevisedSort,
  name: string,
  known: readonly Entry[],
): string {
  for (const layer of base.layers) {
    const gone = layer.differs?.withdraws?.find((entry) => entry.sort === sort && entry.id === name);
    if (gone !== undefined)
      return `${name} is disabled by ${layer.name} already, at ${formatPosition(gone.at)}`;
  }
  if (files.some(({ content }) => content[sorts[sort].key]?.some(({ id }) => id === name)))
    return `${name} is ${sort === 'action' ? 'an action' : 'a placement'} of this rulebook itself; change it where it stands`;
  const ids = known.map(({ id }) => id);
  return wordUnknownName(sort, name, ids);
}

/** What a change names exists, and the entry has such keys; all is said at the change. */
function applyChange(
  draft: ExtensionDraft,
  file: ExtensionFile,
  sort: RevisedSort,
  entry: Entry,
  { to = {}, without = [] }: Change,
  index: number,
): Entry {
  const say = collectIn(draft, file);
  const path = ['change', index];
  const { changeable, removable, with: has } = sorts[sort];
  if (Object.keys(to).length + without.length === 0)
    say('a change says what it changes: to, without, or both', path);
  for (const key of Object.keys(to))
    if (!isOneOf(changeable, key))
      say(`${has} ${changeable.join(', ')}, and no ${key}`, [...path, 'to', key], 'key');
  without.forEach((key, place) => {
    const here = [...path, 'without', place];
    if (key in to) say(`${key} is given and taken away`, here);
    else if (!isOneOf(removable, key))
      say(
        `of ${sort === 'action' ? 'an action' : 'a placement'} ${removable.join(', ')} can be taken away`,
        here,
      );
    else if (!(key in entry)) say(`${entry.id} has no ${key} to take away`, here);
  });
  // What was not changed was understood before, and is not understood again.
  const written = { id: entry.id, level: 'should', cites: [], ...to } as never;
  const names = namesIn(draft, file);
  const sayOf: Say = (message, [, , ...rest], part) => {
    say(message, [...path, 'to', ...rest], part);
  };
  const [understood] =
    sort === 'action' ? parseActions([written], names, sayOf) : parsePlacements([written], names, sayOf);
  const changes = Object.fromEntries(Object.entries(understood ?? {}).filter(([key]) => key in to));
  const changed = { ...omitKeys(entry as object, ...(without as never[])), ...changes } as Entry;
  if ('level' in changed && changed.level === 'must' && changed['contradicted-by'] !== undefined)
    say(`${entry.id} is a must now, which stated facts cannot exclude: take contradicted-by away`, path);
  return changed;
}

function isOneOf(list: readonly string[], key: string): boolean {
  return list.includes(key);
}
