import type { PartAdvice } from '../../../advice/result.ts';
import { layOutEntry, wrapText } from '../../../text/lines.ts';
import { showFact, showFactValue, showOrigins, showRemover } from '../../../report/names.ts';
import type { RenderContext } from '../../renderer.ts';

/** With --all: votes by concern, the fate of every placement, and every fact. */
export function renderTables(part: PartAdvice, file: string, context: RenderContext): string[] {
  if (!context.all) return [];
  const { style } = context;
  const votes = part.votes.flatMap((vote) =>
    layOutEntry(
      vote.concern,
      `vm ${vote.vm ?? '–'} · container ${vote.container ?? '–'}`,
      style.dim(vote.rules.join(', ')),
      context.width,
      { label: 4, text: 26 },
    ),
  );
  const placements = part.placements.flatMap((placement) => {
    const because = placement.survives === 'no' ? placement.removedBy : placement.mightBeRemovedBy;
    const word = placement.survives === 'yes' ? 'stays' : placement.survives === 'no' ? 'out' : 'open';
    const text = [word, ...(because.length === 0 ? [] : [because.map(showRemover).join(', ')])].join(': ');
    return layOutEntry(placement.id, text, '', context.width, { label: 4, text: 28 });
  });
  const facts = Object.entries(part.facts).flatMap(([fact, entry]) => {
    if (entry.origin === 'unknown') return [];
    const origin = entry.origin === 'presumed' ? 'presumed' : showOrigins([{ fact, ...entry }], file);
    return layOutEntry(
      fact,
      showFactValue(context.rulebook, fact, entry.value),
      style.dim(origin),
      context.width,
      { label: 4, text: 30 },
    );
  });
  const unknown = Object.entries(part.facts)
    .filter(([, entry]) => entry.origin === 'unknown')
    .map(([fact]) => fact);
  const leanings = part.verdict.if.map((entry) => showFact(context.rulebook, entry)).join(' · ');
  return [
    ...(leanings === ''
      ? []
      : [
          '',
          `  ${style.bold('Presumed, and the verdict leans on it')}`,
          ...wrapText(leanings, context.width, 4),
        ]),
    ...(votes.length === 0 ? [] : ['', `  ${style.bold('Votes by concern')}`, ...votes]),
    '',
    `  ${style.bold('Placements')}`,
    ...placements,
    '',
    `  ${style.bold('Facts')}`,
    ...facts,
    ...(unknown.length === 0 ? [] : wrapText(`Not known: ${unknown.join(', ')}`, context.width, 4)),
  ];
}
