import { listDefinitions } from '../../rulebook/condition.ts';
import { listExampleConditions, listExampleThresholds } from '../../rulebook/example-thresholds.ts';
import type { Rule, Rulebook } from '../../rulebook/rulebook.ts';
import { wordCondition, wordExample } from '../../report/condition.ts';
import { wordEffects } from '../../report/effects.ts';
import { joinRemark, wordChange, wordMarks } from '../../report/marks.ts';
import { createNames } from '../../report/names.ts';
import { bold, dim, entry, line, flow, separate, writeLines } from '../../text/lines.ts';
import type { Renderer } from '../renderer.ts';
import { renderSources } from '../sources-text.ts';

/** The columns of a rule and what is said of it. */
const columns = { label: 2, text: 42 };

/** The rules by concern, a line each with what they do. */
export const renderRules: Renderer<Rulebook> = ({ concerns, rules, layers }, context) => {
  const listed = concerns.map(({ id, title }) => [
    line([bold(title), '  ', dim(id)]),
    ...rules
      .filter((rule) => rule.concern === id)
      .map((rule) =>
        entry(rule.id, rule.title, dim(joinRemark(wordEffects(rule), wordMarks(rule.marks))), columns),
      ),
  ]);
  // The rules that were taken out, with the reason, by the rulebook that did.
  const disabled = layers.flatMap(({ name, differs }) => {
    const entries = (differs?.disables ?? []).map(({ rule, because }) => entry(rule, because, '', columns));
    return entries.length === 0 ? [] : [[line(bold(`Disabled by ${name}`)), ...entries]];
  });
  const total = line(`${rules.length} rules in ${concerns.length} concerns`);
  return writeLines(separate([...listed, ...disabled, [total]]), context);
};

/** Everything about one rule: condition, effects, reason, sources, examples, where it stands. */
export const renderRule: Renderer<Rule> = (rule, context) => {
  const { rulebook } = context;
  const names = createNames(rulebook);
  const say = (label: string, text: string | undefined) =>
    text === undefined ? [] : [entry(label, text, '', { label: 2, text: 14 })];
  const blocks = [
    line([bold(rule.id), '  ', dim(`${rule.at.file}:${rule.at.line}`)]),
    flow(rule.title),
    line(''),
    ...say('when', wordCondition(rule.when, names)),
    ...listDefinitions(rule.when, rulebook.conditions).flatMap(({ id, when }) =>
      say('where', `${id} means ${wordCondition(when, names)}`),
    ),
    ...say('does', wordEffects(rule)),
    ...say('because', rule.because),
    ...Object.entries(rule.besides ?? {}).flatMap(([name, reason]) => say('besides', `${name}: ${reason}`)),
    ...Object.entries(rule.elsewhere ?? {}).flatMap(([name, reason]) =>
      say('elsewhere', `${name}: ${reason}`),
    ),
    ...say('instead', rule.instead),
    ...say('contested', rule.contested),
    ...say('says', rule.note),
    ...say('fires', wordExample(rule.examples.fires)),
    ...say('quiet', `the same, but ${wordExample(rule.examples.quiet)}`),
    ...(rule.marks ?? []).flatMap((mark) =>
      mark.did === 'added' ? say('added', `by ${mark.rulebook}`) : say('changed', wordChange(mark)),
    ),
    ...listExampleThresholds(rulebook, rule).flatMap(({ id, value }) =>
      say('examples', `were written for $${id} ${String(value)}`),
    ),
    ...listExampleConditions(rulebook, rule).flatMap(({ id, when }) =>
      say('examples', `were written for ${id} when it meant ${wordCondition(when, names)}`),
    ),
    line(''),
    ...renderSources(names, rule.cites),
  ];
  return writeLines(blocks, context);
};
