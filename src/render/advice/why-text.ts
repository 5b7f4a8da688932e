import type { ExplainedPart } from '../../advice/describe-why-condition.ts';
import type { WhyPlacement, WhyRule } from '../../advice/describe-why.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { wordTest } from '../../report/condition.ts';
import { layOutEntry, wrapText } from '../../text/lines.ts';
import { showFactValue, showOrigins, showRemover, titlePlacement } from '../../report/names.ts';
import { renderMarks } from '../../report/marks.ts';
import type { RenderContext, Renderer, WhyAnswer } from '../renderer.ts';
import { showText } from '../../text/safe.ts';
import { describeEffects } from '../rulebook/rules-text.ts';

const votes = {
  counts: 'Its vote counts.',
  outvoted: 'Its vote is contained in a stronger one of the same concern.',
  'no-placement': 'Its vote does not count: none of the placements it speaks by way of is left.',
} as const;
const ruleStates = {
  fired: 'fired: its condition holds',
  quiet: 'quiet: its condition does not hold',
  undecided: 'undecided: too little is known to say whether its condition holds',
  waived: 'waived: it counts as absent for this workload',
} as const;
const placementStates = {
  chosen: 'chosen',
  stays: 'possible, and not chosen',
  open: 'possible as far as is known, and not chosen',
  out: 'out',
} as const;

/** Why a rule fired or not, or a placement was removed or kept; by name where there are several parts. */
export const renderWhy: Renderer<readonly WhyAnswer[]> = (answers, context) => {
  const blocks = answers.map(({ workload, file, why }) => {
    const body =
      'rule' in why
        ? renderWhyRule(context.rulebook, why, file, context)
        : renderWhyPlacement(context.rulebook, why, file, context);
    return [...(answers.length > 1 ? [showText(workload)] : []), ...body].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
};

/** Why a rule fired or not, with every part of its condition judged. */
function renderWhyRule(rulebook: Rulebook, why: WhyRule, file: string, context: RenderContext): string[] {
  const rule = rulebook.rules.find((each) => each.id === why.rule);
  if (rule === undefined) return [];
  return [
    ...wrapText(`${context.style.bold(why.rule)} ${ruleStates[why.state]}`, context.width),
    ...renderParts(rulebook, why.condition, file, context, 2),
    '',
    ...wrapText(`${rule.because} (${describeEffects(rule)})`, context.width),
    ...renderMarks(rule.marks, context.width, 0),
    ...(why.vote === null ? [] : [votes[why.vote]]),
    ...(why.if.length === 0
      ? []
      : wrapText(`It leans on what is presumed: ${why.if.join(', ')}`, context.width)),
  ];
}

/** Why a placement was removed or kept. */
function renderWhyPlacement(
  rulebook: Rulebook,
  why: WhyPlacement,
  file: string,
  context: RenderContext,
): string[] {
  const list = (label: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : layOutEntry(label, texts.join(', '), '', context.width, { label: 2, text: 22 });
  return [
    ...wrapText(
      `${context.style.bold(why.placement)} (${titlePlacement(rulebook, why.placement)}) ${placementStates[why.state]}`,
      context.width,
    ),
    ...(why.needs.length === 0
      ? ['  needs nothing in particular']
      : ['  needs', ...renderParts(rulebook, why.needs, file, context, 4)]),
    ...list('removed by', why.removedBy.map(showRemover)),
    ...list('might be removed by', why.mightBeRemovedBy.map(showRemover)),
    ...list('suited by', why.suitedBy),
  ];
}

function renderParts(
  rulebook: Rulebook,
  parts: readonly ExplainedPart[],
  file: string,
  context: RenderContext,
  indent: number,
): string[] {
  return parts.flatMap((part) => {
    const at = { label: indent, text: indent + 9 };
    const judged = part.judged === 'unknown' ? 'open' : part.judged;
    if (part.fact === undefined || part.test === undefined) {
      const word = part.key === 'any' ? 'any of' : part.key === 'not' ? 'not' : 'all of';
      return [
        ...layOutEntry(judged, word, '', context.width, at),
        ...renderParts(rulebook, part.parts, file, context, indent + 9),
      ];
    }
    const { value, origin } = part.fact;
    const known =
      origin === 'unknown'
        ? 'not known'
        : `${showFactValue(rulebook, part.key, value)}, ${showOrigins([part.fact], file)}`;
    return layOutEntry(
      judged,
      `${part.key} is ${wordTest(part.test)}`,
      context.style.dim(`it is ${known}`),
      context.width,
      at,
    );
  });
}
