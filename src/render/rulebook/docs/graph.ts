import type { Rule, Rulebook } from '../../../rulebook/rulebook.ts';
import { escapeLabel } from '../../../text/markdown.ts';
import { isolationLevels, type Kind } from '../../../words.ts';
import { resolvePlacements } from '../../../rulebook/placements.ts';
import { findVote } from '../../../rulebook/effects.ts';
import { listFactsOf } from '../../../rulebook/condition.ts';

/**
 * A Mermaid flow chart: which groups of facts each concern listens to, and what it says of the two
 * kinds of placement. Solid: votes for, or suits; dotted: can rule out.
 */
export function drawGraph(rulebook: Rulebook): string {
  const node = (prefix: string, index: number) => `${prefix}${index}`;
  const groups = rulebook.groups.map(({ id, title }, index) => ({ id, title, node: node('g', index) }));
  const concerns = rulebook.concerns.map(({ id, title }, index) => ({ id, title, node: node('c', index) }));
  const edges = concerns.flatMap((concern) => {
    const rules = rulebook.rules.filter((rule) => rule.concern === concern.id);
    const facts = new Set(rules.flatMap(({ when }) => listFactsOf(when, rulebook.conditions)));
    const from = groups
      .filter((group) => [...facts].some((fact) => fact.startsWith(`${group.id}.`)))
      .map((group) => `${group.node} --> ${concern.node}`);
    const to = (['vm', 'container'] as const).flatMap((kind) => [
      ...(rules.some((rule) => speaksFor(rulebook, rule, kind)) ? [`${concern.node} ==> ${kind}`] : []),
      ...(rules.some((rule) => rulesOut(rulebook, rule, kind)) ? [`${concern.node} -.-x ${kind}`] : []),
    ]);
    return [...from, ...to];
  });
  const declare = (list: readonly { node: string; title: string }[], open: string, close: string) =>
    list.map(({ node: id, title }) => `    ${id}${open}"${escapeLabel(title)}"${close}`);
  return [
    'flowchart LR',
    '  subgraph facts [Facts]',
    ...declare(groups, '[', ']'),
    '  end',
    '  subgraph concerns [Concerns]',
    ...declare(concerns, '(', ')'),
    '  end',
    '  subgraph kinds [Placements]',
    '    vm{{"VM"}}',
    '    container{{"Container"}}',
    '  end',
    ...edges.map((edge) => `  ${edge}`),
  ].join('\n');
}

function speaksFor(rulebook: Rulebook, rule: Rule, kind: Kind): boolean {
  return (
    findVote(rule)?.kind === kind ||
    isAmong(rulebook, resolvePlacements(rulebook, Object.keys(rule.suits ?? {})), kind)
  );
}

function rulesOut(rulebook: Rulebook, rule: Rule, kind: Kind): boolean {
  const floor = rule.isolation === undefined ? 0 : isolationLevels.indexOf(rule.isolation);
  const below = rulebook.placements.flatMap(({ isolation }, index) =>
    isolationLevels.indexOf(isolation) < floor ? [index] : [],
  );
  return isAmong(rulebook, [...resolvePlacements(rulebook, rule['rules-out']), ...below], kind);
}

function isAmong({ placements }: Rulebook, indices: readonly number[], kind: Kind): boolean {
  return indices.some((index) => placements[index]?.kind === kind);
}
