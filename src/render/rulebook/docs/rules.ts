import { labels } from '../../../report/vocabulary.ts';
import type { ListItem, RootContent } from 'mdast';
import type { Rule, Rulebook } from '../../../rulebook/rulebook.ts';
import { findVote, listSuited } from '../../../rulebook/effects.ts';
import { listExampleConditions, listExampleThresholds } from '../../../rulebook/example-thresholds.ts';
import { renderExample, renderWhen } from './condition.ts';
import { join, keyedHeading, linkAll, linkCitations, linkHere, linkPlacements, writeMarks } from './links.ts';
import { code, type Inline, item, bulletList, paragraph, strong } from '../../../text/markdown.ts';

/** The rules by concern: condition in words, effects, reason, citations, examples. */
export function writeRules(rulebook: Rulebook): RootContent[] {
  const contested = rulebook.rules.filter((rule) => rule.contested !== undefined);
  return [
    keyedHeading(2, 'rules', 'Rules'),
    paragraph(
      'By concern, the root cause that its rules share. A concern casts one vote for each kind, that of its strongest rule that fires. A rule whose condition is not known to hold does nothing.',
    ),
    ...rulebook.concerns.flatMap((concern) => [
      keyedHeading(3, `concern:${concern.id}`, concern.title),
      paragraph(concern.about),
      ...rulebook.rules
        .filter((rule) => rule.concern === concern.id)
        .flatMap((rule) => writeRule(rulebook, rule)),
    ]),
    ...(contested.length === 0
      ? []
      : [
          keyedHeading(3, 'contested', 'What experts disagree on'),
          bulletList(
            contested.map(({ id, contested: says }) => [...linkAll('rule', [id]), `: ${says ?? ''}`]),
          ),
        ]),
  ];
}

function writeRule(rulebook: Rulebook, rule: Rule): RootContent[] {
  const line = (label: string, text: string | undefined): Inline[] =>
    text === undefined ? [] : [[strong(label), ` ${text}`]];
  const items: (Inline | ListItem)[] = [
    renderWhen(rulebook, [strong('Fires when')], rule.when),
    [strong('Then'), ' ', ...join(listEffects(rulebook, rule), '; ')],
    ...line('Because:', rule.because),
    ...Object.entries(rule.elsewhere ?? {}).flatMap(([name, reason]) =>
      line(`Where the form is ${name}:`, reason),
    ),
    ...Object.entries(rule.besides ?? {}).flatMap(([name, reason]) => line(`Besides ${name}:`, reason)),
    ...line('Instead:', rule.instead),
    ...line('Note:', rule.note),
    ...line('Contested:', rule.contested),
    [strong(labels.restsOn), ' ', ...linkCitations(rulebook, rule.cites)],
    ...writeMarks(rule.marks),
    item(
      [strong('Examples'), ...describeBefore(rulebook, rule)],
      bulletList([
        ['fires: ', ...renderExample(rule.examples.fires)],
        ['quiet: the same with ', ...renderExample(rule.examples.quiet)],
      ]),
    ),
  ];
  return [keyedHeading(4, `rule:${rule.id}`, rule.id), paragraph(`${rule.title}.`), bulletList(items)];
}

/** The thresholds and conditions that the examples were written for, where those of today are others. */
function describeBefore(rulebook: Rulebook, rule: Rule): Inline {
  const then = listExampleThresholds(rulebook, rule).map(({ id, value }): Inline => [
    code(`$${id}`),
    ' ',
    code(String(value)),
  ]);
  const conditions = listExampleConditions(rulebook, rule).map(({ id }): Inline => [
    code(id),
    ' as it was before',
  ]);
  const all = [...then, ...conditions];
  return all.length === 0 ? [] : [', written for ', ...join(all)];
}

/** What a rule does, each effect in words. */
function listEffects(rulebook: Rulebook, rule: Rule): Inline[] {
  const vote = findVote(rule);
  const way = rule['by-way-of'];
  return [
    ...(rule['rules-out'] === undefined
      ? []
      : [['rules out ', ...linkPlacements(rulebook, rule['rules-out'])]]),
    ...(rule.isolation === undefined ? [] : [['isolation has to be ', code(rule.isolation), ' at least']]),
    ...(vote === undefined
      ? []
      : [
          [
            'a ',
            strong(vote.strength),
            ` vote for ${vote.kind === 'vm' ? 'a VM' : 'a container'}`,
            ...(way === undefined
              ? []
              : [', while one of these is left: ', ...linkPlacements(rulebook, way)]),
          ],
        ]),
    ...listSuited(rule).map(([strength, names]): Inline => [
      'suits ',
      ...linkPlacements(rulebook, names),
      ' (',
      strong(strength),
      ')',
    ]),
    ...(rule.must === undefined ? [] : [['demands ', linkHere(`action:${rule.must}`, code(rule.must))]]),
    ...(rule.consider === undefined
      ? []
      : [['says to consider ', linkHere(`outside:${rule.consider}`, code(rule.consider)), ' first']]),
    ...(rule.note === undefined ? [] : [['says the note below']]),
  ];
}
