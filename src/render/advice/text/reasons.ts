import type { PartAdvice, Reason } from '../../../advice/result.ts';
import { arrangeReasons, type ReasonGroup, type UnmetNeed } from '../../../report/reasons.ts';
import { layOutEntry, wrapText } from '../../../text/lines.ts';
import { showFact, showOrigins, showRemover, titlePlacement } from '../../../report/names.ts';
import type { RenderContext } from '../../renderer.ts';
import { describeChanges, joinRemark, showMarks } from '../../../report/marks.ts';
import { columns, renderMore, shown, withoutStop } from './sections.ts';

/** Why the headline is what it is: the votes that count, what rules out, what nothing is left by. */
export function renderWhy(part: PartAdvice, file: string, context: RenderContext): string[] {
  const groups = arrangeReasons(part, context.all);
  const lines = groups.flatMap((group) => renderGroup(group, file, context));
  return part.verdict.headline === 'none' ? [...lines, ...renderConflicts(part, context)] : lines;
}

function renderUnmetNeed({ placement, facts }: UnmetNeed, file: string, context: RenderContext): string[] {
  const text = `${titlePlacement(context.rulebook, placement)}: what it needs is not there (${facts.map((fact) => showFact(context.rulebook, fact)).join(', ')})`;
  return layOutEntry(
    'rules out',
    text,
    context.style.dim(`${placement} · ${showOrigins(facts, file)}`),
    context.width,
    columns,
  );
}

function renderGroup(group: ReasonGroup, file: string, context: RenderContext): string[] {
  const { title, reasons, ruling, unmet } = group;
  const some = context.all ? reasons : reasons.slice(0, shown);
  const lines = [
    ...unmet.flatMap((need) => renderUnmetNeed(need, file, context)),
    ...some.flatMap((reason) => renderReason(reason, ruling, file, context)),
  ];
  return [
    '',
    `  ${context.style.bold(title)}`,
    ...(lines.length === 0 ? ['    nothing'] : lines),
    ...renderMore(reasons.length - some.length),
  ];
}

function renderReason(reason: Reason, ruling: boolean, file: string, context: RenderContext): string[] {
  const label = ruling || reason.strength === null || reason.favours === null ? 'rules out' : reason.strength;
  const remark = context.style.dim(
    joinRemark(reason.rule, showMarks(reason.marks), showOrigins(reason.facts, file)),
  );
  const removed = ruling ? ` (${reason.removes.join(', ')})` : '';
  const entry = layOutEntry(
    label,
    `${withoutStop(reason.because)}${removed}`,
    remark,
    context.width,
    columns,
  );
  if (!context.all) return entry;
  const extra = [
    ...(reason.instead === undefined ? [] : [`Instead: ${reason.instead}`]),
    ...(reason.contested === undefined ? [] : [`Contested: ${reason.contested}`]),
    `Rests on: ${reason.facts.map((fact) => showFact(context.rulebook, fact)).join(' · ')}`,
    `Cites: ${reason.cites.join(', ')}`,
    ...describeChanges(reason.marks).map((change) => `Changed: ${change}`),
  ];
  return [
    ...entry,
    ...extra.flatMap((text) => wrapText(context.style.dim(text), context.width, columns.text)),
  ];
}

function renderConflicts(part: PartAdvice, context: RenderContext): string[] {
  const sets = part.conflicts.map((set) => set.map(showRemover).join(' with '));
  const reasons = arrangeReasons(part, true).flatMap((group) => group.reasons);
  const lead = sets.length === 1 ? 'What leaves nothing' : 'Each of these leaves nothing';
  return [
    '',
    `  ${context.style.bold(lead)}`,
    ...sets.flatMap((set) => wrapText(set, context.width, 4)),
    ...reasons.flatMap((reason) =>
      reason.instead === undefined ? [] : wrapText(`Instead: ${reason.instead}`, context.width, 4),
    ),
  ];
}
