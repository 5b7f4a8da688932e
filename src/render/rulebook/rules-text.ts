import { findVote, listSuited } from '../../rulebook/effects.ts';
import { listExampleThresholds } from '../../rulebook/example-thresholds.ts';
import type { Rule, Rulebook } from '../../rulebook/rulebook.ts';
import { wordCondition, wordExample } from '../../report/condition.ts';
import { layOutEntry, wrapText } from '../../text/lines.ts';
import { describeCitation } from '../../report/citations.ts';
import { describeChanges, joinRemark, showMarks } from '../../report/marks.ts';
import type { RenderContext, Renderer } from '../renderer.ts';

/** The rules by concern, a line each with what they do. */
export const renderRules: Renderer<Rulebook> = (rulebook, context) => {
  const blocks = rulebook.concerns.map((concern) => {
    const rules = rulebook.rules.filter((rule) => rule.concern === concern.id);
    const lines = rules.flatMap((rule) =>
      layOutEntry(
        rule.id,
        rule.title,
        context.style.dim(joinRemark(describeEffects(rule), showMarks(rule.marks))),
        context.width,
        { label: 2, text: 42 },
      ),
    );
    return [`${context.style.bold(concern.title)}  ${context.style.dim(concern.id)}`, ...lines].join('\n');
  });
  const total = `${rulebook.rules.length} rules in ${rulebook.concerns.length} concerns`;
  return `${[...blocks, ...renderDisabled(rulebook, context), total].join('\n\n')}\n`;
};

/** The rules that were taken out, with the reason, by the rulebook that did. */
function renderDisabled({ layers }: Rulebook, { width, style }: RenderContext): string[] {
  return layers.flatMap(({ name, differs }) => {
    const lines = (differs?.disables ?? []).flatMap(({ rule, because }) =>
      layOutEntry(rule, because, '', width, { label: 2, text: 42 }),
    );
    return lines.length === 0 ? [] : [[style.bold(`Disabled by ${name}`), ...lines].join('\n')];
  });
}

/** Everything about one rule: condition, effects, reason, sources, examples, where it stands. */
export const renderRule: Renderer<Rule> = (rule, { rulebook, width, style }) => {
  const entry = (label: string, text: string | undefined) =>
    text === undefined ? [] : layOutEntry(label, text, '', width, { label: 2, text: 14 });
  const citations = rule.cites.flatMap((id) =>
    layOutEntry(id, showCitation(rulebook, id), '', width, { label: 4, text: 34 }),
  );
  return `${[
    `${style.bold(rule.id)}  ${style.dim(`${rule.at.file}:${rule.at.line}`)}`,
    ...wrapText(rule.title, width),
    '',
    ...entry('when', wordCondition(rule.when, rulebook.params)),
    ...entry('does', describeEffects(rule)),
    ...entry('because', rule.because),
    ...Object.entries(rule.elsewhere ?? {}).flatMap(([name, reason]) =>
      entry('elsewhere', `${name}: ${reason}`),
    ),
    ...entry('instead', rule.instead),
    ...entry('contested', rule.contested),
    ...entry('says', rule.note),
    ...entry('fires', wordExample(rule.examples.fires)),
    ...entry('quiet', `the same, but ${wordExample(rule.examples.quiet)}`),
    ...(rule.marks ?? []).flatMap((mark) =>
      mark.did === 'added'
        ? entry('added', `by ${mark.rulebook}`)
        : entry('changed', describeChanges([mark]).join('')),
    ),
    ...listExampleThresholds(rulebook, rule).flatMap(({ id, value }) =>
      entry('examples', `were written for $${id} ${String(value)}`),
    ),
    '',
    `  ${style.bold('Sources')}`,
    ...citations,
  ].join('\n')}\n`;
};

/** What a rule does, in a few words. */
export function describeEffects(rule: Rule): string {
  const list = (names: string | readonly string[]) => (typeof names === 'string' ? names : names.join(', '));
  const vote = findVote(rule);
  return [
    ...(rule['rules-out'] === undefined ? [] : [`rules out ${list(rule['rules-out'])}`]),
    ...(rule.isolation === undefined ? [] : [`isolation at least ${rule.isolation}`]),
    ...(vote === undefined ? [] : [`${vote.strength} ${vote.kind}`]),
    ...(rule['by-way-of'] === undefined ? [] : [`by way of ${list(rule['by-way-of'])}`]),
    ...listSuited(rule).map(([strength, names]) => `suits ${list(names)}, ${strength}`),
    ...(rule.must === undefined ? [] : [`must ${rule.must}`]),
    ...(rule.consider === undefined ? [] : [`consider first ${rule.consider}`]),
    ...(rule.note === undefined ? [] : ['a note']),
  ].join('; ');
}

function showCitation(rulebook: Rulebook, id: string): string {
  const { text, address } = describeCitation(rulebook, id);
  return [text, ...(address === undefined ? [] : [address])].join(', ');
}
