import type { Problem } from '../../errors.ts';
import type { YamlDocument } from '../../read/parse-yaml.ts';
import { checkFacts } from './check-facts.ts';
import {
  checkCitations,
  checkCondition,
  checkName,
  checkPlacementList,
  collectNames,
  mostValues,
  type Names,
  type Say,
} from './check-names.ts';
import { checkIds, type IdList } from './check-ids.ts';
import { checkRules } from './check-rules.ts';
import type { ShapedFiles } from './read-rulebook-files.ts';
import type { Action, Placement } from '../rulebook.ts';
import type { ShapedFile } from './shape-file.ts';

/**
 * Checks that every name in a rulebook refers to something, every id is used once, and every effect
 * is complete. All problems are found, not the first.
 * @param files the files of a rulebook, of the right shape
 */
export function checkRulebook(files: ShapedFiles): Problem[] {
  const problems: Problem[] = [];
  const sayIn =
    (source: YamlDocument): Say =>
    (message, path, part = 'value') =>
      problems.push({ message, at: source.locate(path, part) });
  const names = collectNames({
    params: files.head.content.params,
    facts: files.facts.content.facts,
    placements: files.placements.content.placements,
    placementGroups: files.placements.content.groups,
    actions: files.actions.content.actions,
    sources: files.sources.content.sources,
    claims: files.claims.content.claims,
    corrections: files.claims.content.corrections,
  });

  problems.push(...checkIds(listIds(files), new Map()));
  checkConcernNames(files, problems);
  checkFacts(
    files.facts.content.facts,
    files.facts.content.groups.map((group) => group.id),
    names,
    sayIn(files.facts.source),
  );
  checkPlacements(files.placements, names, sayIn(files.placements.source));
  checkActions(files.actions.content.actions, names, sayIn(files.actions.source));
  checkClaims(files.claims, names, sayIn(files.claims.source));
  files.head.content.params.forEach((param, index) =>
    checkCitations(param.cites, names, sayIn(files.head.source), ['params', index, 'cites']),
  );
  for (const concern of files.concerns) checkRules(concern.content.rules, names, sayIn(concern.source));
  return problems;
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
    of('group', files.facts, 'groups', files.facts.content.groups),
    of('fact', files.facts, 'facts', files.facts.content.facts),
    of('placement', files.placements, 'placements', files.placements.content.placements),
    of('action', files.actions, 'actions', files.actions.content.actions),
    of('source', files.sources, 'sources', files.sources.content.sources),
    of('claim', files.claims, 'claims', files.claims.content.claims),
    of('correction', files.claims, 'corrections', files.claims.content.corrections),
    ...files.concerns.map((file) => of('rule', file, 'rules', file.content.rules)),
  ];
}

/** A concern is a file: two endings of one name would be one concern in two files. */
function checkConcernNames(files: ShapedFiles, problems: Problem[]): void {
  const names = files.concerns.map((file) => file.name.replace(/\.ya?ml$/, ''));
  files.concerns.forEach((file, index) => {
    if (names.indexOf(names[index] ?? '') === index) return;
    problems.push({
      message: `a second file of the concern ${names[index] ?? ''}; join the two`,
      at: { file: file.source.file },
    });
  });
}

function checkPlacements(file: ShapedFiles['placements'], names: Names, say: Say): void {
  const { placements, groups, moving } = file.content;
  checkPlacementEntries(placements, names, say);
  const ids = placements.map((placement) => placement.id);
  if (ids.length > mostValues) say(`more than ${mostValues} placements`, ['placements']);
  for (const [group, members] of Object.entries(groups))
    members.forEach((member, index) => checkName(member, ids, 'placement', say, ['groups', group, index]));
  for (const kind of ['vm', 'container'] as const)
    moving[kind].forEach((move, index) =>
      checkCondition(move.when, names, say, ['moving', kind, index, 'when']),
    );
}

/** What placements need and cite exists. */
export function checkPlacementEntries(placements: readonly Placement[], names: Names, say: Say): void {
  placements.forEach((placement, index) => {
    checkCitations(placement.cites, names, say, ['placements', index, 'cites']);
    if (placement.needs) checkCondition(placement.needs, names, say, ['placements', index, 'needs']);
  });
}

/** What actions name exists. */
export function checkActions(actions: readonly Action[], names: Names, say: Say): void {
  actions.forEach((action, index) => {
    const path = ['actions', index] as const;
    checkPlacementList(action.for, names, say, [...path, 'for']);
    checkCitations(action.cites, names, say, [...path, 'cites']);
    if (action.when) checkCondition(action.when, names, say, [...path, 'when']);
    if (action['contradicted-by'])
      checkCondition(action['contradicted-by'], names, say, [...path, 'contradicted-by']);
  });
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
