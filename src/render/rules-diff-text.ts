import { formatPosition } from '../errors.ts';
import { listWeightyKeys, type RulebookChange, type Sort } from '../prove/compare-rulebooks.ts';
import type { WorkloadComparison } from '../prove/compare-workloads.ts';
import type { Outcome, OutcomeChange } from '../prove/explain-outcome.ts';
import { showText } from '../read/show-text.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { layOutEntry, wrapText } from './lay-out.ts';
import { showChange } from './rules-diff-values.ts';
import { describeEffects, type RulesContext } from './rules-text.ts';

/** Two rulebooks, what differs, and what workloads come out as. */
export interface RulesDiff {
  readonly before: Rulebook;
  readonly after: Rulebook;
  readonly changes: readonly RulebookChange[];
  readonly workloads: readonly WorkloadComparison[];
}

const titles: Readonly<Record<Sort, string>> = {
  rulebook: 'Rulebook',
  param: 'Thresholds',
  group: 'Groups of facts',
  fact: 'Facts',
  placement: 'Placements',
  'placement group': 'Groups of placements',
  moving: 'What moving takes',
  concern: 'Concerns',
  rule: 'Rules',
  action: 'Actions',
  source: 'Sources',
  claim: 'Claims',
  correction: 'Corrections',
  order: 'Order',
};

/** How a comparison is printed. */
export interface DiffContext extends RulesContext {
  /** Every cause and problem of a workload, not only the first few. */
  readonly verbose: boolean;
}

/** How many causes or problems of one workload are printed without --verbose. */
const mostShown = 8;

/** What differs, by sort, then which workloads come out differently, and why. */
export function renderRulesDiff(diff: RulesDiff, context: DiffContext): string {
  const name = ({ name: own, version, digest }: Rulebook) => `${own} ${version} (${digest.slice(0, 8)})`;
  const blocks = [
    wrapText(`${name(diff.before)} → ${name(diff.after)}`, context.width),
    ...(diff.changes.length === 0 ? [['The two rulebooks say the same.']] : renderChanges(diff, context)),
    renderWorkloads(diff, context),
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function renderChanges(diff: RulesDiff, context: DiffContext): string[][] {
  return Object.entries(titles).flatMap(([sort, title]) => {
    const changes = diff.changes.filter((change) => change.sort === sort);
    if (changes.length === 0) return [];
    return [[context.style.bold(title), ...changes.flatMap((change) => renderChange(diff, change, context))]];
  });
}

function renderChange(diff: RulesDiff, change: RulebookChange, { width, style }: DiffContext): string[] {
  const what = change.change === 'changed' ? '' : `: ${describeThing(diff, change)}`;
  const head = layOutEntry(change.change, `${style.bold(showText(change.id))}${what}`, '', width, {
    label: 2,
    text: 11,
  });
  const keys = change.keys.flatMap(({ key, before, after }) =>
    wrapText(`${key}: ${showChange(key, before, after)}`, width, 15),
  );
  return [...head, ...keys];
}

/** What was added or removed, in a few words: of a rule also what it does. */
function describeThing({ before, after }: RulesDiff, { sort, id, change }: RulebookChange): string {
  const rulebook = change === 'added' ? after : before;
  const find = <T extends { readonly id: string }>(list: readonly T[]) => list.find((each) => each.id === id);
  if (sort === 'rule') {
    const rule = find(rulebook.rules);
    return rule === undefined ? '' : `${rule.title} (${describeEffects(rule)})`;
  }
  if (sort === 'param') return String(find(rulebook.params)?.value ?? '');
  if (sort === 'fact') return find(rulebook.facts)?.question ?? '';
  if (sort === 'placement group') return (rulebook.placementGroups[id] ?? []).join(', ');
  if (sort === 'claim') return find(rulebook.claims)?.says ?? '';
  if (sort === 'correction') return find(rulebook.corrections)?.topic ?? '';
  const lists = {
    group: rulebook.groups,
    placement: rulebook.placements,
    concern: rulebook.concerns,
    action: rulebook.actions,
    source: rulebook.sources,
  };
  return sort in lists
    ? (find<{ id: string; title: string }>(lists[sort as keyof typeof lists])?.title ?? '')
    : '';
}

function renderWorkloads({ workloads }: RulesDiff, context: DiffContext): string[] {
  const { style, width } = context;
  const different = workloads.filter(
    ({ outcome, unreadable }) => outcome !== null || unreadable !== undefined,
  );
  const none = different.length === 0 ? 'none' : String(different.length);
  const verb = different.length === 1 ? 'comes' : 'come';
  const parts = workloads.some(({ component }) => component !== undefined);
  const head = `${style.bold('Workloads')}: ${none} of ${workloads.length} ${verb} out differently${parts ? ', components counted one by one' : ''}`;
  return [
    ...wrapText(head, width),
    ...different.flatMap((each) => {
      const part = each.component === undefined ? '' : `: ${each.component}`;
      return [
        '',
        ...wrapText(`${style.bold(showText(`${each.name}${part}`))}  ${style.dim(each.file)}`, width, 2),
        ...(each.outcome === null ? renderUnreadable(each, context) : renderOutcome(each.outcome, context)),
      ];
    }),
  ];
}

function renderUnreadable({ unreadable }: WorkloadComparison, context: DiffContext): string[] {
  const { width } = context;
  if (unreadable === undefined) return [];
  const { under, problems } = unreadable;
  return [
    ...wrapText(`cannot be read by the ${under === 'before' ? 'first' : 'second'} rulebook:`, width, 4),
    ...limit(
      problems.map(({ at, message }) => (at === undefined ? message : `${formatPosition(at)}: ${message}`)),
      context,
    ).flatMap((line) => wrapText(line, width, 4)),
  ];
}

/** The first few, and how many more there are. */
function limit(lines: readonly string[], { verbose }: DiffContext): string[] {
  const more = lines.length - mostShown;
  if (verbose || more <= 1) return [...lines];
  return [...lines.slice(0, mostShown), `... and ${more} more with --verbose`];
}

const columns = { label: 4, text: 19 };

function renderOutcome(outcome: OutcomeChange, context: DiffContext): string[] {
  const { width, style } = context;
  const entry = (label: string, text: string) =>
    text === '' ? [] : layOutEntry(label, text, '', width, columns);
  const name = (change: RulebookChange) => nameCause(change, outcome);
  const more = outcome.undo.filter((change) => !outcome.because.includes(change));
  return [
    ...outcome.differs.flatMap((key) => entry(key, showOutcome(key, outcome))),
    ...limit(outcome.because.map(name), context).flatMap((cause, index) =>
      entry(index === 0 ? 'because' : '', style.bold(cause)),
    ),
    ...(more.length === 0
      ? []
      : entry('to undo it', `undo together: ${limit(outcome.undo.map(name), context).join('; ')}`)),
    ...entry('fires now', outcome.fires.after.join(', ')),
    ...entry('fires no more', outcome.fires.before.join(', ')),
  ];
}

function showOutcome(key: keyof Outcome, { before, after }: OutcomeChange): string {
  if (key === 'must' || key === 'should' || key === 'notes') return showChange(key, before[key], after[key]);
  return `${showPart(before[key])} → ${showPart(after[key])}`;
}

function showPart(value: Outcome[keyof Outcome]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  return value === null || value.length === 0 ? 'none' : value.join(' or ');
}

/** A change as a cause: "rule many-instances changed (strength moderate → strong), and fires now". */
function nameCause(cause: RulebookChange, { fires }: OutcomeChange): string {
  const { sort, id, change } = cause;
  const noun = sort === 'param' ? 'threshold' : sort === 'order' ? 'order of' : sort;
  const keys = listWeightyKeys(cause).map(({ key, before, after }) =>
    [before, after].every((each) => ['string', 'number', 'boolean'].includes(typeof each))
      ? `${key} ${showText(String(before))} → ${showText(String(after))}`
      : key,
  );
  const how = change === 'changed' ? `changed (${keys.join(', ')})` : change;
  const firing = fires.after.includes(id) ? ', and fires now' : ', and fires no more';
  const tells = sort === 'rule' && change === 'changed' && [...fires.after, ...fires.before].includes(id);
  return `${noun} ${showText(id)} ${how}${tells ? firing : ''}`;
}
