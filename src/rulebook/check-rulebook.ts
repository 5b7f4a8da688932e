import type { Problem } from '../errors.ts';
import type { Path, YamlDocument } from '../read/parse-yaml.ts';
import { showText } from '../read/show-text.ts';
import { suggestName } from '../read/suggest-name.ts';
import { readFactValue } from './fact-value.ts';
import { parseCondition, type Vocabulary } from './parse-condition.ts';
import type { ShapedFile, ShapedFiles } from './read-rulebook-files.ts';
import { listPlacementNames, type PlacementNames } from './resolve-placements.ts';
import type { Condition, Fact, Placement } from './rulebook.ts';

/** What is needed to check a file: who may be named, and where to say what is wrong. */
interface Names {
  readonly vocabulary: Vocabulary;
  readonly placements: PlacementNames;
  readonly actions: readonly string[];
  readonly citations: readonly string[];
  readonly corrections: readonly string[];
}

/** Values, and placements, are bits of a number. */
const mostValues = 30;

type Say = (message: string, path: Path, part?: 'key' | 'value') => void;

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

function checkFacts(file: ShapedFiles['facts'], names: Names, say: Say): void {
  const groups = file.content.groups.map((group) => group.id);
  file.content.facts.forEach((fact, index) => {
    const path: Path = ['facts', index];
    const [group = '', own, ...rest] = fact.id.split('.');
    if (own === undefined || rest.length > 0)
      say(`a fact is called group.name, not ${fact.id}`, [...path, 'id']);
    else if (!groups.includes(group))
      say(`no group is called ${group}${suggestName(group, groups)}`, [...path, 'id']);
    checkValues(fact, path, say);
    if (fact['asked-if']) checkCondition(fact['asked-if'], names, say, [...path, 'asked-if']);
  });
}

function checkValues(fact: Fact, path: Path, say: Say): void {
  const values = Object.keys(fact.values ?? {});
  if (fact.kind === 'number' && values.length > 0)
    say('a number has no list of values', [...path, 'values'], 'key');
  if (values.length > mostValues) say(`${fact.id} has more than ${mostValues} values`, [...path, 'values']);
  if (fact.kind !== 'number' && values.length < 2)
    say(`${fact.id} needs at least two values`, [...path, 'values']);
  if (fact.kind === 'yes-no' && [...values].sort().join() !== 'no,yes')
    say('yes-no has the values yes and no', [...path, 'values']);
  if (values.includes('unknown'))
    say('unknown is understood everywhere and cannot be a value', [...path, 'values']);
  if (fact.presumed === undefined) return;
  const read = readFactValue(fact, fact.presumed);
  if ('problem' in read) say(read.problem, [...path, 'presumed']);
  if (fact.exception === undefined) say(`${fact.id} is presumed, so it needs an exception in words`, path);
  if (fact['exception-is'] === undefined) say(`${fact.id} is presumed, so it needs exception-is`, path);
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
    const path: Path = ['actions', index];
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

function checkRules(file: ShapedFiles['concerns'][number], names: Names, say: Say): void {
  file.content.rules.forEach((rule, index) => {
    const path: Path = ['rules', index];
    checkCondition(rule.when, names, say, [...path, 'when']);
    checkExample(rule.examples.fires, names, say, [...path, 'examples', 'fires']);
    checkExample(rule.examples.quiet, names, say, [...path, 'examples', 'quiet']);
    for (const key of ['rules-out', 'suits', 'by-way-of'] as const)
      checkPlacementList(rule[key], names, say, [...path, key]);
    checkCitations(rule.cites, names, say, [...path, 'cites']);
    if (rule.must !== undefined) checkName(rule.must, names.actions, 'action', say, [...path, 'must']);
    const effects = [rule['rules-out'], rule.isolation, rule.favours, rule.suits, rule.must, rule.note];
    if (effects.every((effect) => effect === undefined))
      say(`${rule.id} has no effect (expected rules-out, isolation, favours, suits, must or note)`, path);
    const votes = rule.favours !== undefined || rule.suits !== undefined;
    if (votes && rule.strength === undefined) say(`${rule.id} votes, so it needs a strength`, path);
    if (!votes && rule.strength !== undefined)
      say('a strength belongs to favours or suits', [...path, 'strength'], 'key');
    if (rule.favours === undefined && rule['by-way-of'] !== undefined)
      say('by-way-of belongs to favours', [...path, 'by-way-of'], 'key');
    if (rule.favours !== undefined && rule.suits !== undefined)
      say(`${rule.id} votes twice; write two rules`, [...path, 'suits'], 'key');
  });
}

function checkCondition(condition: Condition, names: Names, say: Say, path: Path): void {
  parseCondition(condition, names.vocabulary, say, path);
}

function checkExample(example: Condition, names: Names, say: Say, path: Path): void {
  for (const [id, raw] of Object.entries(example)) {
    const fact = names.vocabulary.facts.get(id);
    if (fact === undefined) {
      say(
        `no fact is called ${showText(id)}${suggestName(id, [...names.vocabulary.facts.keys()])}`,
        [...path, id],
        'key',
      );
      continue;
    }
    for (const value of Array.isArray(raw) ? raw : [raw]) {
      const read = readFactValue(fact, value);
      if ('problem' in read) say(read.problem, [...path, id]);
    }
  }
}

function checkPlacementList(
  list: string | readonly string[] | undefined,
  names: Names,
  say: Say,
  path: Path,
): void {
  const known = listPlacementNames(names.placements);
  if (typeof list === 'string') checkName(list, known, 'placement', say, path);
  else list?.forEach((name, index) => checkName(name, known, 'placement', say, [...path, index]));
}

function checkCitations(cites: readonly string[], names: Names, say: Say, path: Path): void {
  cites.forEach((name, index) => checkName(name, names.citations, 'claim or source', say, [...path, index]));
}

function checkName(name: string, known: readonly string[], sort: string, say: Say, path: Path): void {
  if (!known.includes(name)) say(`no ${sort} is called ${showText(name)}${suggestName(name, known)}`, path);
}
