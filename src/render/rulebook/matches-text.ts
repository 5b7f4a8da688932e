import type { FactMatch } from '../../rulebook/list-matches.ts';
import { type Block, bold, entry, writeLines } from '../../text/lines.ts';
import type { Renderer } from '../renderer.ts';

/** The facts that somebody searched for, each with the values that were meant. */
export const renderMatches: Renderer<readonly FactMatch[]> = (matches, context) =>
  writeLines(matches.flatMap(renderMatch), context);

function renderMatch({ fact, values }: FactMatch): Block[] {
  return [
    entry(bold(fact.id), fact.question, '', { label: 0, text: 26 }),
    ...values.map((value) => entry(value, fact.values?.[value] ?? '', '', { label: 2, text: 26 })),
  ];
}
