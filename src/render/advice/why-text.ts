import type { WhyFact, WhyPlacement, WhyRule } from '../../advice/describe-why.ts';
import { wordEffects } from '../../report/effects.ts';
import { listMarks } from '../../report/marks.ts';
import { createNames, type NameIndex, wordPlacement, wordRemover, wordValue } from '../../report/names.ts';
import { wordOrigin } from '../../report/origins.ts';
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
import { renderSources } from '../sources-text.ts';

/** Why a rule fired or not, or a placement was removed or kept; by name where there are several parts. */
export const renderWhy: Renderer<readonly WhyAnswer[]> = (answers, context) => {
  const groups = answers.map(({ workload, file, rulebook, why }) => {
    const names = createNames(rulebook);
    return [...(answers.length > 1 ? [line(workload)] : []), ...renderOne(why, names, file)];
  });
  return writeLines(separate(groups), context);
};

function renderOne(why: WhyAnswer['why'], names: NameIndex, file: string): Block[] {
  if ('certain' in why) return renderFactWhy(why, names, file);
  return 'condition' in why ? renderRuleWhy(why, names, file) : renderPlacementWhy(why, names, file);
}

/** What is known of a fact, who said it, and by which rule of inference. */
function renderFactWhy(why: WhyFact, names: NameIndex, file: string): Block[] {
  const { fact, value, rule, because, certain } = why;
  const known = value === 'unknown' ? 'not known' : wordValue(names, fact, value);
  const by = rule === undefined ? '' : `, by ${rule}`;
  return [
    flow([bold(fact), ` is ${known}: ${wordOrigin(why, file)}${by}`]),
    ...(because === null ? [] : [flow(because, 2)]),
    ...(certain === null
      ? []
      : [
          flow(
            `For certain it is ${wordValue(names, fact, certain.value)}: ${wordOrigin(certain, file)}${
              certain.rule === undefined ? '' : `, by ${certain.rule}`
            }`,
            2,
          ),
        ]),
  ];
}

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
    line(''),
    ...renderSources(names, rule.cites),
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
