import type { WhyPlacement, WhyRule } from '../../advice/describe-why.ts';
import { wordEffects } from '../../report/effects.ts';
import { listMarks } from '../../report/marks.ts';
import { createNames, type NameIndex, wordPlacement, wordRemover } from '../../report/names.ts';
import {
  type JudgedPart,
  placementStates,
  ruleStates,
  voteFates,
  wordLoss,
  wordJudgedParts,
} from '../../report/why.ts';
import { type Block, bold, dim, entry, line, flow, separate, writeLines } from '../../text/lines.ts';
import type { Renderer, WhyAnswer } from '../renderer.ts';

/** Why a rule fired or not, or a placement was removed or kept; by name where there are several parts. */
export const renderWhy: Renderer<readonly WhyAnswer[]> = (answers, context) => {
  const groups = answers.map(({ workload, file, rulebook, why }) => {
    const names = createNames(rulebook);
    return [
      ...(answers.length > 1 ? [line(workload)] : []),
      ...('rule' in why ? renderRuleWhy(why, names, file) : renderPlacementWhy(why, names, file)),
    ];
  });
  return writeLines(separate(groups), context);
};

/** Why a rule fired or not, with every part of its condition judged. */
function renderRuleWhy(why: WhyRule, names: NameIndex, file: string): Block[] {
  const rule = names.rules(why.rule);
  if (rule === undefined) return [];
  return [
    flow([bold(why.rule), ` ${ruleStates[why.state]}`]),
    ...renderParts(wordJudgedParts(why.condition, names, file), 2),
    line(''),
    flow(`${rule.because} (${wordEffects(rule)})`),
    ...listMarks(rule.marks).map((mark) => flow(mark)),
    ...(why.vote === null ? [] : [line(voteFates[why.vote])]),
    ...(why.if.length === 0 ? [] : [flow(`It leans on what is presumed: ${why.if.join(', ')}`)]),
  ];
}

/** Why a placement was removed or kept. */
function renderPlacementWhy(why: WhyPlacement, names: NameIndex, file: string): Block[] {
  const list = (label: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [entry(label, texts.join(', '), '', { label: 2, text: 22 })];
  return [
    flow([bold(why.placement), ` (${wordPlacement(names, why.placement)}) ${placementStates[why.state]}`]),
    ...(why.needs.length === 0
      ? [line('needs nothing in particular', 2)]
      : [line('needs', 2), ...renderParts(wordJudgedParts(why.needs, names, file), 4)]),
    ...list('removed by', why.removedBy.map(wordRemover)),
    ...list('might be removed by', why.mightBeRemovedBy.map(wordRemover)),
    ...list('suited by', why.suitedBy),
    ...why.lostTo.map((loss) => entry('lost to', wordLoss(loss, names), '', { label: 2, text: 22 })),
  ];
}

function renderParts(parts: readonly JudgedPart[], indent: number): Block[] {
  return parts.flatMap(({ judged, says, known, parts: inner }) => [
    entry(judged, says, dim(known), { label: indent, text: indent + 9 }),
    ...renderParts(inner, indent + 9),
  ]);
}
