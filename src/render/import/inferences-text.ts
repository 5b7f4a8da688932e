import { createNames } from '../../report/names.ts';
import { wordClaims } from '../../report/claims.ts';
import { type Block, bold, dim, entry, flow, line, separate, writeLines } from '../../text/lines.ts';
import type { InferenceTable, Renderer } from '../renderer.ts';

const columns = { label: 2, text: 14 };

/** The rules of inference: what each reads, proves, suggests and shows, why, and what it does not say. */
export const renderInferences: Renderer<readonly InferenceTable[]> = (tables, context) => {
  const names = createNames(context.rulebook);
  const groups = tables.flatMap(({ title, rules }): Block[][] => [
    [line(bold(title)), line(dim(`${rules.length} rules`))],
    ...rules.map((rule) => [
      line(bold(rule.id)),
      ...(rule.reads.length === 0 ? [] : [entry('reads', rule.reads.join(', '), '', columns)]),
      ...wordClaims(rule.proves, names).map((claim) => entry('proves', claim, '', columns)),
      ...wordClaims(rule.suggests, names).map((claim) => entry('suggests', claim, '', columns)),
      ...(rule.shows === undefined ? [] : [entry('shows', rule.shows, '', columns)]),
      flow(rule.because, columns.label),
      ...(rule.not === undefined ? [] : [flow(`Not said: ${rule.not}`, columns.label)]),
    ]),
  ]);
  return writeLines(separate(groups), context);
};
