import type { PartAdvice, Reason } from '../advice/advice.ts';
import { layOutEntry, wrapText } from './lay-out.ts';
import { showFact, showOrigins, showRemover, titlePlacement } from './name-things.ts';
import type { RenderContext } from './render-context.ts';
import { describeChanges, joinRemark, showMarks } from './show-marks.ts';
import { columns, renderMore, shown, withoutStop } from './text-sections.ts';

/** Why the headline is what it is: the votes that count, what rules out, what nothing is left by. */
export function renderWhy(part: PartAdvice, file: string, context: RenderContext): string[] {
  const { headline, strength } = part.verdict;
  const { reasons } = part;
  if (headline === 'none') return renderConflicts(part, file, context);
  const counting = new Set(part.votes.flatMap((vote) => vote.rules));
  const voting = (list: readonly Reason[]) =>
    list.filter((reason) => context.all || counting.has(reason.rule));
  if (headline === 'either') {
    const of = (kind: 'vm' | 'container') => voting(reasons.for).filter((reason) => reason.favours === kind);
    return [
      ...renderReasons('For a container', of('container'), file, context),
      ...renderReasons('For a VM', of('vm'), file, context),
      ...renderRulingOut(reasons.rulingOut, file, context),
    ];
  }
  const others = new Set(part.placements.filter(({ kind }) => kind !== headline).map(({ id }) => id));
  const forcing =
    strength === 'forced'
      ? reasons.rulingOut.filter((reason) => reason.removes.some((id) => others.has(id)))
      : [];
  const why = mergeReasons(forcing, voting(reasons.for));
  const said = new Set([...why, ...reasons.against].map((reason) => reason.rule));
  return [
    ...renderReasons(
      'Why',
      why,
      file,
      context,
      strength === 'forced' ? renderUnmetNeeds(part, others, file, context) : [],
    ),
    ...renderReasons('Against', voting(reasons.against), file, context),
    ...renderRulingOut(
      reasons.rulingOut.filter((reason) => !said.has(reason.rule)),
      file,
      context,
    ),
  ];
}

function renderRulingOut(reasons: readonly Reason[], file: string, context: RenderContext): string[] {
  return reasons.length === 0 ? [] : renderReasons('Ruling out', reasons, file, context);
}

/** Placements of the other kind that are out for want of what they need, not by a rule. */
function renderUnmetNeeds(
  part: PartAdvice,
  others: ReadonlySet<string>,
  file: string,
  context: RenderContext,
): string[] {
  return part.placements.flatMap((placement) => {
    const needs = placement.removedBy.find((remover) => 'needs' in remover);
    if (!others.has(placement.id) || needs === undefined || !('needs' in needs)) return [];
    const facts = needs.facts.flatMap((fact) => {
      const entry = part.facts[fact];
      return entry === undefined || entry.origin === 'unknown' ? [] : [{ fact, ...entry }];
    });
    const text = `${titlePlacement(context.rulebook, placement.id)}: what it needs is not there (${facts.map((fact) => showFact(context.rulebook, fact)).join(', ')})`;
    return layOutEntry(
      'rules out',
      text,
      context.style.dim(`${placement.id} · ${showOrigins(facts, file)}`),
      context.width,
      columns,
    );
  });
}

function mergeReasons(first: readonly Reason[], second: readonly Reason[]): Reason[] {
  const ids = new Set(first.map((reason) => reason.rule));
  return [...first, ...second.filter((reason) => !ids.has(reason.rule))];
}

function renderReasons(
  title: string,
  reasons: readonly Reason[],
  file: string,
  context: RenderContext,
  leading: readonly string[] = [],
): string[] {
  const some = context.all ? reasons : reasons.slice(0, shown);
  const lines = [
    ...leading,
    ...some.flatMap((reason) => renderReason(reason, title === 'Ruling out', file, context)),
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

function renderConflicts(part: PartAdvice, file: string, context: RenderContext): string[] {
  const sets = part.conflicts.map((set) => set.map(showRemover).join(' with '));
  const involved = new Set(
    part.conflicts.flat().flatMap((remover) => ('rule' in remover ? [remover.rule] : [])),
  );
  const reasons = part.reasons.rulingOut.filter((reason) => involved.has(reason.rule));
  const lead = sets.length === 1 ? 'What leaves nothing' : 'Each of these leaves nothing';
  return [
    ...renderReasons('Why', reasons, file, context),
    '',
    `  ${context.style.bold(lead)}`,
    ...sets.flatMap((set) => wrapText(set, context.width, 4)),
    ...reasons.flatMap((reason) =>
      reason.instead === undefined ? [] : wrapText(`Instead: ${reason.instead}`, context.width, 4),
    ),
  ];
}
