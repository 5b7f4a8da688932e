import type { ActionItem, PartAdvice, Reason } from '../advice/advice.ts';
import { layOutEntry, wrapText } from './lay-out.ts';
import {
  joinTitles,
  showFact,
  showFactValue,
  showOrigins,
  showRemover,
  titlePlacement,
} from './name-things.ts';
import type { RenderContext } from './render.ts';

/** How many entries of a section are shown without --all. */
const shown = 4;
const columns = { label: 4, text: 14 };
const moves = {
  nothing: 'moving there takes nothing',
  repackage: 'moving there takes repackaging',
  redesign: 'moving there takes a redesign',
  unknown: 'what moving there takes is not known',
} as const;

/**
 * The advice on one thing to place, below its headline.
 * @param file the file of the workload, whose lines are named without it
 */
export function renderPart(part: PartAdvice, file: string, context: RenderContext): string[] {
  if (part.verdict.tell.length > 0) return renderNothingKnown(part, context);
  return [
    ...renderPlacement(part, context),
    ...renderConditions(part, context),
    ...renderWhy(part, file, context),
    ...renderActions(part, file, context),
    ...renderNotes(part, context),
    ...renderRunnerUp(part, context),
    ...renderTables(part, file, context),
  ];
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

function renderPlacement(part: PartAdvice, context: RenderContext): string[] {
  const { forms, headline, placement } = part.verdict;
  if (headline === 'none') return wrapText('Nothing is left to place it on.', context.width);
  const titles = forms.map((form) => titlePlacement(context.rulebook, form));
  const levels = forms.map((form) =>
    part.placements.find((each) => each.id === form)?.isolation.replace('-', ' '),
  );
  const text =
    placement === null
      ? `${joinTitles(titles, ' or ')} · isolation: ${levels.join(' or ')}`
      : `${titles[0] ?? ''} · isolation: ${levels[0] ?? ''}`;
  return [...wrapText(text, context.width), ...forms.flatMap((form) => renderOpenNeeds(part, form, context))];
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

function renderConditions(part: PartAdvice, context: RenderContext): string[] {
  const names = part.verdict.if.map((entry) => showFact(context.rulebook, entry));
  if (names.length === 0) return [];
  const some =
    context.all || names.length <= shown + 1
      ? names
      : [...names.slice(0, shown), `${names.length - shown} more with --all`];
  return wrapText(`Presumed, and it leans on it: ${some.join(' · ')}`, context.width);
}

function renderWhy(part: PartAdvice, file: string, context: RenderContext): string[] {
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
  const remark = context.style.dim(`${reason.rule} · ${showOrigins(reason.facts, file)}`);
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

function renderActions(part: PartAdvice, file: string, context: RenderContext): string[] {
  if (part.actions.length === 0) return [];
  const some = context.all
    ? part.actions
    : part.actions.slice(
        0,
        Math.max(shown + 1, part.actions.filter((action) => action.level === 'must').length),
      );
  const lines = some.flatMap((action) => {
    const contradicted = action.contradictedBy.map(
      (fact) => `${showFact(context.rulebook, fact)}, ${showOrigins([fact], file)}`,
    );
    return [
      ...layOutEntry(
        action.level,
        action.title,
        context.style.dim(showActionId(action, part)),
        context.width,
        columns,
      ),
      ...(contradicted.length === 0
        ? []
        : wrapText(
            context.style.warn(`contradicted by what was said: ${contradicted.join(' · ')}`),
            context.width,
            columns.text,
          )),
      ...(context.all
        ? wrapText(
            context.style.dim(`${action.because} Cites: ${action.cites.join(', ')}`),
            context.width,
            columns.text,
          )
        : []),
    ];
  });
  return ['', `  ${context.style.bold('Do')}`, ...lines, ...renderMore(part.actions.length - some.length)];
}

/** Beside two forms an action says which of them it is for. */
function showActionId(action: ActionItem, part: PartAdvice): string {
  return part.verdict.forms.length > action.for.length
    ? `${action.id} · ${action.for.join(', ')}`
    : action.id;
}

function renderNotes(part: PartAdvice, context: RenderContext): string[] {
  return part.notes.flatMap(({ rule, note }) => [
    '',
    ...layOutEntry('Note', withoutStop(note), context.style.dim(rule), context.width, { label: 2, text: 8 }),
  ]);
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

/** With --all: votes by concern, the fate of every placement, and every fact. */
function renderTables(part: PartAdvice, file: string, context: RenderContext): string[] {
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
  return [
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

function renderMore(hidden: number): string[] {
  return hidden > 0 ? [`    ... ${hidden} more with --all`] : [];
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
