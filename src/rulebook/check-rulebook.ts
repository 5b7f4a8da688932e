import type { Problem } from '../errors.ts';
import type { YamlDocument } from '../read/parse-yaml.ts';
import { checkFacts } from './check-facts.ts';
import {
  checkCitations,
  checkCondition,
  checkName,
  checkPlacementList,
  mostValues,
  type Names,
  type Say,
} from './check-names.ts';
import { checkRules } from './check-rules.ts';
import type { ShapedFile, ShapedFiles } from './read-rulebook-files.ts';
import type { Placement } from './rulebook.ts';

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
  const names = collectNames(files);

  checkIds(files, problems);
  checkConcernNames(files, problems);
  checkFacts(files.facts, names, sayIn(files.facts.source));
  checkPlacements(files.placements, names, sayIn(files.placements.source));
  checkActions(files.actions, names, sayIn(files.actions.source));
  checkClaims(files.claims, names, sayIn(files.claims.source));
  files.head.content.params.forEach((param, index) =>
    checkCitations(param.cites, names, sayIn(files.head.source), ['params', index, 'cites']),
  );
  for (const concern of files.concerns) checkRules(concern, names, sayIn(concern.source));
  return problems;
}

function collectNames(files: ShapedFiles): Names {
  const { claims, corrections } = files.claims.content;
  return {
    vocabulary: {
      facts: new Map(files.facts.content.facts.map((fact) => [fact.id, fact])),
      params: new Map(files.head.content.params.map((param) => [param.id, param])),
    },
    placements: {
      placements: files.placements.content.placements,
      placementGroups: files.placements.content.groups,
    },
    actions: files.actions.content.actions.map((action) => action.id),
    citations: [
      ...claims.map((claim) => claim.id),
      ...corrections.map((correction) => correction.id),
      ...files.sources.content.sources.map((source) => source.id),
      'judgement',
    ],
    corrections: corrections.map((correction) => correction.id),
  };
}

/** Ids are unique each in their own sort; rules across all concerns. */
function checkIds(files: ShapedFiles, problems: Problem[]): void {
  const lists: [string, ShapedFile<unknown>, string, readonly { id: string }[]][] = [
    ['param', files.head, 'params', files.head.content.params],
    ['group', files.facts, 'groups', files.facts.content.groups],
    ['fact', files.facts, 'facts', files.facts.content.facts],
    ['placement', files.placements, 'placements', files.placements.content.placements],
    ['action', files.actions, 'actions', files.actions.content.actions],
    ['source', files.sources, 'sources', files.sources.content.sources],
    ['claim', files.claims, 'claims', files.claims.content.claims],
    ['correction', files.claims, 'corrections', files.claims.content.corrections],
    ...files.concerns.map((file): [string, ShapedFile<unknown>, string, readonly { id: string }[]] => [
      'rule',
      file,
      'rules',
      file.content.rules,
    ]),
  ];
  const first = new Map<string, string>();
  for (const [sort, file, key, list] of lists)
    list.forEach(({ id }, index) => {
      const at = file.source.locate([key, index, 'id']);
      const before = first.get(`${sort} ${id}`);
      if (before !== undefined)
        problems.push({ message: `a second ${sort} is called ${id}; the first is at ${before}`, at });
      else first.set(`${sort} ${id}`, `${at.file}:${at.line}`);
    });
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
  placements.forEach((placement: Placement, index) => {
    checkCitations(placement.cites, names, say, ['placements', index, 'cites']);
    if (placement.needs) checkCondition(placement.needs, names, say, ['placements', index, 'needs']);
  });
  const ids = placements.map((placement) => placement.id);
  if (ids.length > mostValues) say(`more than ${mostValues} placements`, ['placements']);
  for (const [group, members] of Object.entries(groups))
    members.forEach((member, index) => checkName(member, ids, 'placement', say, ['groups', group, index]));
  for (const kind of ['vm', 'container'] as const)
    moving[kind].forEach((move, index) =>
      checkCondition(move.when, names, say, ['moving', kind, index, 'when']),
    );
}

function checkActions(file: ShapedFiles['actions'], names: Names, say: Say): void {
  file.content.actions.forEach((action, index) => {
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
