import { mostBits } from '../../decide/bits.ts';
import type { Problem } from '../../errors.ts';
import type { YamlDocument } from '../../read/parse-yaml.ts';
import type { Content, Rule } from '../rulebook.ts';
import { checkIds, type IdList } from './check-ids.ts';
import { checkCitations, checkName, collectNames, type Names } from './check-names.ts';
import { parseCondition, type Say } from './parse-condition.ts';
import { parseActions, parsePlacements } from './parse-entries.ts';
import { listCircles, parseNamedConditions } from './parse-named-conditions.ts';
import { parseRules } from './parse-rules.ts';
import { parseVocabulary } from './parse-vocabulary.ts';
import type { ShapedFiles } from './parse-rulebook-files.ts';
import type { ShapedFile } from './shape-file.ts';

/**
 * Understands the files of a rulebook: every name refers to something, every id is used once, and
 * every effect is complete. All problems are found, not the first.
 * @param files the files of a rulebook, of the right shape
 * @param problems takes what is wrong; the result is then of no use
 */
export function parseContent(files: ShapedFiles, problems: Problem[]): Content {
  const sayIn =
    (source: YamlDocument): Say =>
    (message, path, part = 'value') =>
      problems.push({ message, at: source.locate(path, part) });
  const { name, version, date, params, conditions } = files.head.content;
  const { groups, topics, facts } = files.facts.content;
  const { placements, groups: placementGroups, outside } = files.placements.content;
  const { actions, observations } = files.actions.content;
  const { sources } = files.sources.content;
  const { article, claims, corrections } = files.claims.content;
  const names = collectNames({
    params,
    conditions,
    facts,
    placements,
    placementGroups,
    outside,
    observations,
    actions,
    rules: files.concerns.flatMap(({ content }) => content.rules),
    concerns: files.concerns.map((file) => ({ id: nameConcern(file) })),
    sources,
    claims,
    corrections,
  });

  problems.push(...checkIds(listIds(files), new Map()));
  checkConcernNames(files, problems);
  const groupIds = groups.map(({ id }) => id);
  // In this order problems are told.
  const content = {
    conditions: parseNamedConditions(conditions, names.conditions, sayIn(files.head.source)),
    facts: parseVocabulary(
      facts,
      { groups: groupIds, topics: topics.map(({ id }) => id) },
      names.conditions,
      sayIn(files.facts.source),
    ),
    ...parsePlacementsFile(files.placements, names, sayIn(files.placements.source)),
    observations,
    actions: parseActions(actions, names, sayIn(files.actions.source)),
  };
  for (const { index, message } of listCircles(content.conditions, content.conditions))
    sayIn(files.head.source)(message, ['conditions', index, 'when']);
  checkClaims(files.claims, names, sayIn(files.claims.source));
  params.forEach((param, index) =>
    checkCitations(param.cites, names, sayIn(files.head.source), ['params', index, 'cites']),
  );
  const concerns = files.concerns.map((file) => ({
    id: nameConcern(file),
    title: file.content.concern,
    about: file.content.about,
  }));
  const rules = files.concerns.flatMap((file) => readRules(file, names, sayIn(file.source)));
  return {
    name,
    version,
    date,
    params,
    groups,
    topics,
    ...content,
    concerns: sortById(concerns),
    rules: sortById(rules),
    sources,
    article,
    claims,
    corrections,
  };
}

type ConcernFile = ShapedFiles['concerns'][number];

function nameConcern({ name }: ConcernFile): string {
  return name.replace(/\.ya?ml$/, '');
}

function readRules(file: ConcernFile, names: Names, say: Say): Rule[] {
  return parseRules(file.content.rules, names, say).map((rule, index) => ({
    ...rule,
    concern: nameConcern(file),
    at: file.source.locate(['rules', index, 'id']),
  }));
}

/** Rules and concerns are kept in this order, whatever the files. */
function sortById<T extends { readonly id: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Ids are unique each in their own sort; rules across all concerns. */
function listIds(files: ShapedFiles): IdList[] {
  const of = (sort: string, file: ShapedFile<unknown>, key: string, list: IdList['list']): IdList => ({
    sort,
    source: file.source,
    key,
    list,
  });
  return [
    of('param', files.head, 'params', files.head.content.params),
    of('condition', files.head, 'conditions', files.head.content.conditions),
    of('group', files.facts, 'groups', files.facts.content.groups),
    of('topic', files.facts, 'topics', files.facts.content.topics),
    of('fact', files.facts, 'facts', files.facts.content.facts),
    of('placement', files.placements, 'placements', files.placements.content.placements),
    of('outside entry', files.placements, 'outside', files.placements.content.outside),
    of('observation', files.actions, 'observations', files.actions.content.observations),
    of('action', files.actions, 'actions', files.actions.content.actions),
    of('source', files.sources, 'sources', files.sources.content.sources),
    of('claim', files.claims, 'claims', files.claims.content.claims),
    of('correction', files.claims, 'corrections', files.claims.content.corrections),
    ...files.concerns.map((file) => of('rule', file, 'rules', file.content.rules)),
  ];
}

/** A concern is a file: two endings of one name would be one concern in two files. */
function checkConcernNames(files: ShapedFiles, problems: Problem[]): void {
  const names = files.concerns.map(nameConcern);
  files.concerns.forEach((file, index) => {
    if (names.indexOf(names[index] ?? '') === index) return;
    problems.push({
      message: `a second file of the concern ${names[index] ?? ''}; join the two`,
      at: { file: file.source.file },
    });
  });
}

function parsePlacementsFile(
  file: ShapedFiles['placements'],
  names: Names,
  say: Say,
): Pick<Content, 'placements' | 'placementGroups' | 'outside' | 'moving'> {
  const { placements, groups, outside, moving } = file.content;
  const ids = placements.map((placement) => placement.id);
  if (ids.length > mostBits) say(`more than ${mostBits} placements`, ['placements']);
  for (const [group, members] of Object.entries(groups))
    members.forEach((member, index) => checkName(member, ids, 'placement', say, ['groups', group, index]));
  const parseMoves = (kind: 'vm' | 'container') =>
    moving[kind].map(({ takes, when }, index) => ({
      takes,
      when: parseCondition(when, names.conditions, say, ['moving', kind, index, 'when']),
    }));
  outside.forEach(({ cites }, index) => checkCitations(cites, names, say, ['outside', index, 'cites']));
  return {
    placements: parsePlacements(placements, names, say),
    placementGroups: groups,
    outside,
    moving: { vm: parseMoves('vm'), container: parseMoves('container') },
  };
}

function checkClaims(file: ShapedFiles['claims'], names: Names, say: Say): void {
  const claims = file.content.claims.map((claim) => claim.id);
  file.content.claims.forEach((claim, index) =>
    claim['corrected-by']?.forEach((id, position) =>
      checkName(id, names.corrections, 'correction', say, ['claims', index, 'corrected-by', position]),
    ),
  );
  file.content.corrections.forEach((correction, index) => {
    checkCitations(correction.cites, names, say, ['corrections', index, 'cites']);
    correction.about.forEach((id, position) =>
      checkName(id, claims, 'claim', say, ['corrections', index, 'about', position]),
    );
  });
}
