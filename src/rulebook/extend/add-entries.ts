import { formatPosition, type Position } from '../../errors.ts';
import type { Path } from '../../read/parse-yaml.ts';
import { checkIds, type IdList, type TakenName } from '../load/check-ids.ts';
import { checkName } from '../load/check-names.ts';
import { listOldNamesOf, type Named } from '../look-up.ts';
import type { AddedSort, Concern, Content, Mark, Rule } from '../rulebook.ts';
import { parseActions, parsePlacements } from '../load/parse-entries.ts';
import { parseNamedConditions } from '../load/parse-named-conditions.ts';
import { parseRules } from '../load/parse-rules.ts';
import { parseVocabulary } from '../load/parse-vocabulary.ts';
import {
  type ExtensionDraft,
  joinGroups,
  namesIn,
  collectIn,
  sortBy,
  type ExtensionStep,
} from './extension-draft.ts';
import type { ExtensionFile } from './parse-extension-files.ts';

/** The lists of a file, what an entry of each is, and where it goes. */
const sorts = [
  ['param', 'params', 'params'],
  ['condition', 'conditions', 'conditions'],
  ['group', 'fact-groups', 'groups'],
  ['topic', 'topics', 'topics'],
  ['fact', 'facts', 'facts'],
  ['placement', 'placements', 'placements'],
  ['outside entry', 'outside', 'outside'],
  ['observation', 'observations', 'observations'],
  ['concern', 'concerns', 'concerns'],
  ['rule', 'rules', 'rules'],
  ['action', 'actions', 'actions'],
  ['source', 'sources', 'sources'],
] as const;

/** What to do about an entry that is there already. */
const instead: Readonly<Record<string, string>> = {
  param: '; set: gives it another value',
  rule: '; change: changes it',
  condition: '; change: changes it',
  fact: '; presume: changes what is presumed of it',
};

/**
 * Adds what the files of an extension bring along: everything but changes.
 * @param before what the extended rulebook says
 */
export function addEntries(draft: ExtensionDraft, before: Content): ExtensionStep {
  const { files } = draft;
  const groups = [...before.groups, ...files.flatMap((file) => file.content['fact-groups'] ?? [])];
  const topics = [...before.topics, ...files.flatMap((file) => file.content.topics ?? [])];
  draft.problems.push(...checkIds(listIds(files), listTaken(draft)));
  const added = {
    params: files.flatMap((file) => mark(draft, file, 'params', file.content.params)),
    conditions: files.flatMap((file) =>
      mark(
        draft,
        file,
        'conditions',
        parseNamedConditions(
          file.content.conditions ?? [],
          namesIn(draft, file).conditions,
          collectIn(draft, file),
        ),
      ),
    ),
    groups: files.flatMap((file) => file.content['fact-groups'] ?? []),
    topics: files.flatMap((file) => file.content.topics ?? []),
    facts: files.flatMap((file) => {
      const { conditions } = namesIn(draft, file);
      const ids = { groups: groups.map(({ id }) => id), topics: topics.map(({ id }) => id) };
      return mark(
        draft,
        file,
        'facts',
        parseVocabulary(file.content.facts ?? [], ids, conditions, collectIn(draft, file)),
      );
    }),
    placements: files.flatMap((file) =>
      mark(
        draft,
        file,
        'placements',
        parsePlacements(file.content.placements ?? [], namesIn(draft, file), collectIn(draft, file)),
      ),
    ),
    outside: files.flatMap((file) => mark(draft, file, 'outside', file.content.outside)),
    observations: files.flatMap((file) => mark(draft, file, 'observations', file.content.observations)),
    concerns: files.flatMap((file) => readConcerns(draft, file)),
    rules: files.flatMap((file) => readRules(draft, file)),
    actions: files.flatMap((file) =>
      mark(
        draft,
        file,
        'actions',
        parseActions(file.content.actions ?? [], namesIn(draft, file), collectIn(draft, file)),
      ),
    ),
    sources: files.flatMap((file) => mark(draft, file, 'sources', file.content.sources)),
  };
  const content: Content = {
    ...before,
    params: [...before.params, ...added.params],
    conditions: [...before.conditions, ...added.conditions],
    groups,
    topics,
    facts: [...before.facts, ...added.facts],
    placements: [...before.placements, ...added.placements],
    outside: [...before.outside, ...added.outside],
    observations: [...before.observations, ...added.observations],
    concerns: sortBy([...before.concerns, ...added.concerns], ({ id }) => id),
    rules: sortBy([...before.rules, ...added.rules], ({ id }) => id),
    actions: [...before.actions, ...added.actions],
    sources: [...before.sources, ...added.sources],
  };
  const adds: Partial<Record<AddedSort, string[]>> = {};
  for (const [sort, list] of Object.entries(added))
    if (list.length > 0) adds[sort as AddedSort] = list.map(({ id }) => id).sort();
  return { content, differs: { adds } };
}

function listIds(files: readonly ExtensionFile[]): IdList[] {
  return files.flatMap(({ content, source }) =>
    sorts.map(([sort, key]) => ({ sort, source, key, list: content[key] ?? [] })),
  );
}

/** Names of the rulebook that is extended, its old and disabled ones too. */
function listTaken({ base }: ExtensionDraft): Map<string, TakenName> {
  const taken = new Map<string, TakenName>();
  for (const layer of base.layers)
    for (const { rule, was = [], at } of layer.differs?.disables ?? [])
      for (const name of [rule, ...was])
        taken.set(`rule ${name}`, {
          where: `disabled by ${layer.name}, at ${formatPosition(at)}`,
          instead: '',
        });
  for (const [sort, , place] of sorts) {
    const entries: readonly (Named & { readonly marks?: readonly Mark[]; readonly at?: Position })[] =
      base[place];
    for (const entry of entries) {
      const { id, marks = [], at } = entry;
      const owner = marks.find(({ did }) => did === 'added')?.rulebook ?? base.layers[0]?.name ?? '';
      const where = `in ${owner}${at === undefined ? '' : `, at ${formatPosition(at)}`}`;
      for (const name of [id, ...listOldNamesOf(entry)])
        taken.set(`${sort} ${name}`, { where, instead: instead[sort] ?? '' });
    }
  }
  return taken;
}

function mark<T extends object>(
  { name }: ExtensionDraft,
  file: ExtensionFile,
  key: string,
  list: readonly T[] = [],
): (T & { readonly marks: readonly Mark[] })[] {
  return list.map((entry, index) => ({
    ...entry,
    marks: [{ rulebook: name, did: 'added', at: file.source.locate([key, index, 'id']) }],
  }));
}

/** A file with a title is a new concern; others are listed under `concerns`. */
function readConcerns(draft: ExtensionDraft, file: ExtensionFile): Concern[] {
  const { concern: title, about, concerns = [] } = file.content;
  const say = collectIn(draft, file);
  if (title === undefined) {
    if (about !== undefined) say('about belongs to a concern; give the concern a title', ['about'], 'key');
    return concerns;
  }
  const id = file.concern ?? '';
  const others = [...draft.base.concerns, ...draft.files.flatMap((each) => each.content.concerns ?? [])];
  if (about === undefined) say('about is missing', ['concern'], 'key');
  if (others.some((each) => each.id === id))
    say(`the concern ${id} is there already; its title is not said again`, ['concern'], 'key');
  return [...concerns, { id, title, about: about ?? '' }];
}

function readRules(draft: ExtensionDraft, file: ExtensionFile): Rule[] {
  const rules = parseRules(file.content.rules ?? [], namesIn(draft, file), collectIn(draft, file));
  return mark(draft, file, 'rules', rules).map((rule, index) => ({
    ...rule,
    concern: rule.concern ?? file.concern ?? '',
    at: file.source.locate(['rules', index, 'id']),
  }));
}

/** Names that mean placements without being a group. */
const reserved = ['vm', 'container', 'all'];

/**
 * Adds groups of placements, and placements to groups that exist.
 * @param content what the extended rulebook says, with the placements that the extension adds
 */
export function addPlacementGroups(draft: ExtensionDraft, content: Content): ExtensionStep {
  const groups = new Map(Object.entries(draft.base.placementGroups));
  const ids = content.placements.map(({ id }) => id);
  const added = new Set<string>();
  for (const file of draft.files) {
    const say = collectIn(draft, file);
    for (const [group, members] of Object.entries(file.content['placement-groups'] ?? {})) {
      const path: Path = ['placement-groups', group];
      if (reserved.includes(group) || ids.includes(group))
        say(`${group} means a placement or a kind already and cannot be a group`, path, 'key');
      members.forEach((member, index) => {
        checkName(member, ids, 'placement', say, [...path, index]);
        if (groups.get(group)?.includes(member) === true)
          say(`${member} is in ${group} already`, [...path, index]);
        groups.set(group, [...(groups.get(group) ?? []), member]);
      });
      added.add(group);
    }
  }
  if (added.size === 0) return { content, differs: {} };
  return {
    content: { ...content, placementGroups: joinGroups(draft.base, draft.files) },
    differs: { adds: { placementGroups: [...added].sort() } },
  };
}
