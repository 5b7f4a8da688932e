import { leaningTitle, listFacts } from '../../../report/facts.ts';
import { type ReportPart, wordRemover, wordValue } from '../../../report/names.ts';
import { wordLines } from '../../../report/origins.ts';
import { noVote, votesTitle, type PlacementEntry } from '../../../report/placements.ts';
import { wordFacts } from '../../../report/reasons.ts';
import { type Block, dim, entry, flow } from '../../../text/lines.ts';
import { section } from './sections.ts';

/** What the lists of --all show: votes by concern, the fate of every placement, and every fact. */
export function renderTables({ part, names, file }: ReportPart): Block[] {
  const leanings = wordFacts(names, part.verdict.if, ' · ');
  const facts = listFacts(part);
  const known = facts.filter(({ is }) => is !== 'unknown');
  const unknown = facts.flatMap(({ fact, is }) => (is === 'unknown' ? [fact] : [])).join(', ');
  return [
    ...section(leaningTitle, leanings === '' ? [] : [flow(leanings, 4)]),
    ...section(
      votesTitle,
      part.votes.map(({ concern, vm, container, rules }) =>
        entry(concern, `vm ${vm ?? noVote} · container ${container ?? noVote}`, dim(rules.join(', ')), {
          label: 4,
          text: 26,
        }),
      ),
    ),
    ...section('Placements', part.placements.map(renderPlacement)),
    ...section('Facts', [
      ...known.map((entered) =>
        entry(entered.fact, wordValue(names, entered.fact, entered.value), dim(wordLines([entered], file)), {
          label: 4,
          text: 30,
        }),
      ),
      ...(unknown === '' ? [] : [flow(`Not known: ${unknown}`, 4)]),
    ]),
  ];
}

/** Whether a placement is left, where every one is listed. */
const left = { yes: 'stays', open: 'open', no: 'out' } as const;

function renderPlacement({ id, survives, removedBy, mightBeRemovedBy }: PlacementEntry): Block {
  const removers = (survives === 'no' ? removedBy : mightBeRemovedBy).map(wordRemover).join(', ');
  const text = removers === '' ? left[survives] : `${left[survives]}: ${removers}`;
  return entry(id, text, '', { label: 4, text: 28 });
}
