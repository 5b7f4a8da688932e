import { formatPosition } from '../../errors.ts';
import { listWeightyKeys, type RulebookChange } from '../../prove/diff/compare-rulebooks.ts';
import type { WorkloadComparison } from '../../prove/diff/compare-workloads.ts';
import type { PartOutcome, OutcomeChange } from '../../prove/diff/compare-outcomes.ts';
import { showText } from '../../text/safe.ts';
import { layOutEntry, wrapText } from '../../text/lines.ts';
import type { RenderContext, RulesDiff } from '../renderer.ts';
import { findDisabling } from './diff.ts';
import { showChange } from './diff-values.ts';

/** How many causes or problems of one workload are printed without --verbose. */
const mostShown = 8;

/** Which workloads come out differently, and why. */
export function renderWorkloads(diff: RulesDiff, context: RenderContext): string[] {
  const { workloads } = diff;
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
        ...(each.outcome === null
          ? renderUnreadable(each, context)
          : renderOutcome(diff, each.outcome, context)),
      ];
    }),
  ];
}

function renderUnreadable({ unreadable }: WorkloadComparison, context: RenderContext): string[] {
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
function limit(lines: readonly string[], { verbose }: RenderContext): string[] {
  const more = lines.length - mostShown;
  if (verbose || more <= 1) return [...lines];
  return [...lines.slice(0, mostShown), `... and ${more} more with --verbose`];
}

const columns = { label: 4, text: 19 };

function renderOutcome(diff: RulesDiff, outcome: OutcomeChange, context: RenderContext): string[] {
  const { width, style } = context;
  const entry = (label: string, text: string) =>
    text === '' ? [] : layOutEntry(label, text, '', width, columns);
  const name = (change: RulebookChange) => nameCause(diff, change, outcome);
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

function showOutcome(key: keyof PartOutcome, { before, after }: OutcomeChange): string {
  if (key === 'must' || key === 'should' || key === 'notes') return showChange(key, before[key], after[key]);
  return `${showPart(before[key])} → ${showPart(after[key])}`;
}

function showPart(value: PartOutcome[keyof PartOutcome]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  return value === null || value.length === 0 ? 'none' : value.join(' or ');
}

/** A change as a cause: "rule many-instances changed (strength moderate → strong), and fires now". */
function nameCause(
  { before: one, after: other }: RulesDiff,
  cause: RulebookChange,
  { fires }: OutcomeChange,
): string {
  const { sort, id, change } = cause;
  const disabling = findDisabling(one, other, cause);
  if (disabling !== null) return `rule ${showText(id)} ${disabling.now ? 'disabled' : 'enabled'}`;
  const noun = sort === 'param' ? 'threshold' : sort === 'order' ? 'order of' : sort;
  const isShort = (value: unknown): value is string | number | boolean | undefined =>
    ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
  const keys = listWeightyKeys(cause).map(({ key, before, after }) =>
    isShort(before) && isShort(after)
      ? `${key} ${showText(String(before ?? 'nothing'))} → ${showText(String(after ?? 'nothing'))}`
      : key,
  );
  const how = change === 'changed' ? `changed (${keys.join(', ')})` : change;
  const firing = fires.after.includes(id) ? ', and fires now' : ', and fires no more';
  const tells = sort === 'rule' && change === 'changed' && [...fires.after, ...fires.before].includes(id);
  return `${noun} ${showText(id)} ${how}${tells ? firing : ''}`;
}
