import type { Advice, PartAdvice, Result } from '../../../advice/result.ts';
import { layOutEntry, padText, wrapText } from '../../../text/lines.ts';
import { showName } from '../../../report/names.ts';
import type { RenderContext, Renderer } from '../../renderer.ts';
import { showPlacements, wordHeadline } from '../../../report/verdict.ts';
import { wordIdleRuling, wordIdleWaiver, wordWaiver, wordWhatIf } from '../../../report/remarks.ts';
import { renderDrift } from './drift.ts';
import { renderPart } from './part.ts';
import { renderRulebooks } from '../../../report/rulebooks.ts';

/** For people at a terminal: the headline first, then why, and what to do. */
export const renderText: Renderer<Result> = (result, context) => {
  const blocks =
    result.results.length === 1 || context.all
      ? result.results.map((advice) => renderAdvice(advice, result, context))
      : [];
  const overview = result.results.length > 1 ? [renderOverview(result, context)] : [];
  const closing =
    result.results.length > 1 && !context.all ? ['Details of each with --all, or with one file.\n'] : [];
  return [...overview, ...blocks, ...closing, renderRulebooks(result, showAllCounts(result), context)].join(
    '\n',
  );
};

function renderOverview(result: Result, context: RenderContext): string {
  const names = result.results.map((advice) => showName(advice.workload.name));
  const column = Math.min(Math.max(...names.map((name) => name.length)), 30) + 2;
  const lines = result.results.flatMap((advice, index) => {
    const words = wordHeadline(advice.verdict);
    const gap = ' '.repeat(Math.max(20 - words.length, 1));
    const headline = context.style.headline(advice.verdict.headline, words);
    const placements = showPlacements(advice, context);
    const label = names[index] ?? '';
    if (column + 22 + 24 > context.width || label.length > 30)
      return [
        ...wrapText(label, context.width),
        ...wrapText([headline, placements].filter((text) => text !== '').join('  '), context.width, 2),
      ];
    const lead = `${padText(label, column)}${headline}${gap}`;
    return layOutEntry(lead.trimEnd(), placements, '', context.width, { label: 0, text: column + 22 });
  });
  return `${lines.join('\n')}\n`;
}

function renderAdvice(advice: Advice, result: Result, context: RenderContext): string {
  const { style } = context;
  const title = `${style.bold(showName(advice.workload.name))} → ${style.headline(advice.verdict.headline, wordHeadline(advice.verdict))}`;
  const sections = [
    ...wrapText(title, context.width),
    ...renderWaivers(advice, context),
    ...renderIdleRulings(advice, context),
    ...renderWhatIf(advice, context),
  ];
  if (advice.components.length === 0) sections.push(...renderPart(advice, advice.workload.file, context));
  else sections.push(...renderComponents(advice, context));
  return `${[...sections, ...renderDrift(advice, result, context), ...renderGates(advice, context)].join('\n')}\n`;
}

function renderComponents(advice: Advice, context: RenderContext): string[] {
  return advice.components.flatMap((component) => [
    '',
    ...wrapText(
      `${context.style.bold(showName(component.name))} → ${context.style.headline(component.verdict.headline, wordHeadline(component.verdict))}`,
      context.width,
    ),
    ...renderPart(component, advice.workload.file, context),
  ]);
}

function renderIdleRulings({ rulings }: Advice, { style, width }: RenderContext): string[] {
  return rulings.flatMap((ruling) => {
    const idle = wordIdleRuling(ruling);
    return idle === undefined ? [] : wrapText(style.warn(idle), width);
  });
}

function renderWaivers(advice: Advice, context: RenderContext): string[] {
  return advice.waivers.flatMap((waiver) => {
    const by = waiver.by === undefined ? '' : `, by ${showName(waiver.by)}`;
    const idle = wordIdleWaiver(waiver, advice.waivers);
    const because = showName(waiver.because).replace(/\.$/, '');
    return wrapText(
      context.style.warn(
        `${wordWaiver(waiver)}: ${waiver.rule} – ${because}${by}${idle === '' ? '' : ` (${idle})`}`,
      ),
      context.width,
    );
  });
}

function renderWhatIf({ whatIf }: Advice, context: RenderContext): string[] {
  if (whatIf === undefined) return [];
  const { set, change } = wordWhatIf(whatIf, context.rulebook);
  return wrapText(`What if ${set.join(', ')}: ${change}`, context.width);
}

function renderGates(advice: Advice, context: RenderContext): string[] {
  if (advice.gates.length === 0) return [];
  const lines = advice.gates.flatMap((gate) => {
    const asked = `${gate.gate} ${gate.wanted}${gate.from === 'file' ? ' (in the file)' : ''}`;
    return wrapText(
      gate.passed ? `passed    ${asked}` : context.style.warn(`tripped   ${asked}: it is ${gate.got}`),
      context.width,
      4,
    );
  });
  return ['', '  Gates', ...lines];
}

function showAllCounts(result: Result): string {
  const [first, second] = result.results;
  return second === undefined && first?.components.length === 0 ? `: ${showCounts(first)}` : '';
}

function showCounts({ counts }: PartAdvice): string {
  const waived = counts.waived === 0 ? '' : `, ${counts.waived} waived`;
  return `${counts.fired} ${counts.fired === 1 ? 'rule' : 'rules'} fired, ${counts.quiet} quiet, ${counts.undecided} undecided${waived}`;
}
