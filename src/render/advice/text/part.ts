import type { FlipEntry, PartAdvice } from '../../../advice/result.ts';
import { joinRemark, showMarks } from '../../../report/marks.ts';
import { joinTitles, showOrigins, showRemover, titlePlacement } from '../../../report/names.ts';
import {
  isUnchosenForm,
  unchosenForm,
  wordConsidered,
  wordLeastBad,
} from '../../../report/beside-headline.ts';
import { moves, wordFlip, wordStatus } from '../../../report/verdict.ts';
import { layOutEntry, wrapText } from '../../../text/lines.ts';
import type { RenderContext } from '../../renderer.ts';
import { renderActions, renderNotes } from './actions.ts';
import { renderWhy } from './reasons.ts';
import { columns, renderMore, shown, withoutStop } from './sections.ts';
import { renderTables } from './tables.ts';

/**
 * The advice on one thing to place, below its headline.
 * @param file the file of the workload, whose lines are named without it
 */
export function renderPart(part: PartAdvice, file: string, context: RenderContext): string[] {
  const considered = renderConsidered(part, context);
  if (part.verdict.tell.length > 0) return [...considered, ...renderNothingKnown(part, context)];
  return [
    ...considered,
    ...renderPlacement(part, file, context),
    ...renderStatus(part, context),
    ...renderWhy(part, file, context),
    ...renderActions(part, file, context),
    ...renderNotes(part, context),
    ...renderRunnerUp(part, context),
    ...renderFlips(part, context),
    ...renderTables(part, file, context),
  ];
}

function renderConsidered(part: PartAdvice, context: RenderContext): string[] {
  return part.consider.flatMap((each) => wrapText(`Consider first: ${wordConsidered(each)}`, context.width));
}

function renderNothingKnown(part: PartAdvice, context: RenderContext): string[] {
  const tell = part.verdict.tell.flatMap((id) => {
    const fact = context.rulebook.facts.find((each) => each.id === id);
    return layOutEntry('', fact?.question ?? '', context.style.dim(id), context.width, {
      label: 2,
      text: 4,
    });
  });
  return ['Nothing is known yet. Tell these first:', ...tell];
}

function renderPlacement(part: PartAdvice, file: string, context: RenderContext): string[] {
  const { forms, headline } = part.verdict;
  if (headline === 'none') return renderNone(part, context);
  const titles = forms.map((form) => titlePlacement(context.rulebook, form));
  const levels = forms.map((form) => part.placements.find((each) => each.id === form)?.isolation ?? '');
  const isolation = [...new Set(levels)].map((level) => level.replace('-', ' ')).join(' or ');
  return [
    ...wrapText(`${joinTitles(titles, ' or ')} · isolation: ${isolation}`, context.width),
    ...renderFormReasons(part, file, context),
    ...forms.flatMap((form) => renderOpenNeeds(part, form, context)),
  ];
}

/** Nothing is left; what comes nearest, and on what condition. */
function renderNone({ verdict: { leastBad } }: PartAdvice, context: RenderContext): string[] {
  const nearest = leastBad === null ? [] : [`Least bad: ${wordLeastBad(leastBad, context.rulebook)}`];
  return ['Nothing is left to place it on.', ...nearest].flatMap((text) => wrapText(text, context.width));
}

/** Why this form and not another of its kind: the strongest rule that suits each. */
function renderFormReasons(part: PartAdvice, file: string, context: RenderContext): string[] {
  return part.verdict.forms.flatMap((form) => {
    const reason = part.reasons.form.find((each) => each.suits.includes(form));
    const which =
      part.verdict.forms.length > 1 ? `${titlePlacement(context.rulebook, form)}: ` : 'This form: ';
    const entry = (text: string, remark: string) =>
      layOutEntry('', `${which}${text}`, remark, context.width, { label: 0, text: 2 });
    if (reason === undefined) return isUnchosenForm(part, form) ? entry(unchosenForm, '') : [];
    const remark = context.style.dim(
      joinRemark(reason.rule, showMarks(reason.marks), showOrigins(reason.facts, file)),
    );
    return entry(withoutStop(reason.because), remark);
  });
}

/** A form may be named that nobody has confirmed: then it says what it hangs on. */
function renderOpenNeeds(part: PartAdvice, form: string, context: RenderContext): string[] {
  const fate = part.placements.find((each) => each.id === form);
  const needs = fate?.mightBeRemovedBy.flatMap((remover) => ('needs' in remover ? remover.facts : [])) ?? [];
  const unknown = needs.filter((fact) => part.facts[fact]?.value === 'unknown');
  if (unknown.length === 0) return [];
  return wrapText(
    context.style.warn(
      `${titlePlacement(context.rulebook, form)}: possible only with what is not stated (${unknown.join(', ')})`,
    ),
    context.width,
  );
}

function renderRunnerUp(part: PartAdvice, context: RenderContext): string[] {
  const { runnerUp } = part.verdict;
  if (runnerUp === null) return [];
  const removed =
    runnerUp.removedBy.length === 0 ? '' : `; ruled out by ${runnerUp.removedBy.map(showRemover).join(', ')}`;
  return [
    '',
    ...wrapText(
      `  Instead: ${titlePlacement(context.rulebook, runnerUp.placement)}; ${moves[runnerUp.takes]}${removed}`,
      context.width,
      0,
    ),
  ];
}

/** How far the headline can be trusted, in one sentence. */
export function renderStatus(part: PartAdvice, context: RenderContext): string[] {
  return wrapText(wordStatus(part), context.width);
}

/** What would change the headline: answers, presumptions, and with --all everything else. */
export function renderFlips(part: PartAdvice, context: RenderContext): string[] {
  const some = context.all ? part.flips : part.flips.slice(0, shown + 2);
  const lines = some.flatMap((flip) => renderFlip(flip, context));
  const impossible = context.all ? part.impossible.flatMap((flip) => renderFlip(flip, context)) : [];
  return [
    ...(lines.length === 0 ? [] : ['', `  ${context.style.bold('It would change if')}`, ...lines]),
    ...renderMore(part.flips.length - some.length),
    ...(impossible.length === 0
      ? []
      : ['', `  ${context.style.bold('It would be impossible if')}`, ...impossible]),
  ];
}

function renderFlip(flip: FlipEntry, context: RenderContext): string[] {
  const { headline, what, now } = wordFlip(flip, context.rulebook);
  return layOutEntry(headline, what, context.style.dim(now), context.width, columns);
}
