import { formatPosition } from '../../errors.ts';
import type { RulebookChange } from '../../prove/diff/compare-rulebooks.ts';
import type { WorkloadComparison } from '../../prove/diff/compare-workloads.ts';
import type { OutcomeChange } from '../../prove/diff/compare-outcomes.ts';
import {
  findDisabling,
  listWhy,
  sortTitles,
  wordCause,
  wordKeyChange,
  wordOutcomeChange,
  wordThing,
} from '../../report/diff.ts';
import { wordRulebook } from '../../report/judge.ts';
import {
  type Block,
  bold,
  dim,
  entry,
  line,
  flow,
  separate,
  type Text,
  writeLines,
} from '../../text/lines.ts';
import type { Renderer, RulesDiff } from '../renderer.ts';

/** What differs, by sort, then which workloads come out differently, and why. */
export const renderDiff: Renderer<RulesDiff> = (diff, context) => {
  const { before, after, changes } = diff;
  const told = context.verbose ? changes : listMoving(diff);
  const idle = changes.filter((change) => !told.includes(change));
  const blocks = separate([
    [flow(`${wordRulebook(before)} → ${wordRulebook(after)}`)],
    ...(changes.length === 0 ? [[line('The two rulebooks say the same.')]] : renderChanges(diff, told)),
    ...(idle.length === 0 ? [] : [[renderIdle(idle)]]),
    renderWorkloads(diff, context.verbose),
  ]);
  return writeLines(blocks, context);
};

/** The changes that move one of the workloads; all of them where none does. */
function listMoving({ changes, workloads }: RulesDiff): readonly RulebookChange[] {
  const moving = new Set(
    workloads.flatMap(({ outcome }) => (outcome === null ? [] : [...outcome.because, ...outcome.undo])),
  );
  return moving.size === 0 ? changes : changes.filter((change) => moving.has(change));
}

/** The changes that move no workload, in one paragraph. */
function renderIdle(idle: readonly RulebookChange[]): Block {
  const names = idle.map(({ sort, id, change }) => `${sort} ${id} ${change}`).join(', ');
  const lead = `and ${idle.length} ${idle.length === 1 ? 'change that moves' : 'changes that move'} none of these (all of it with -v): `;
  return flow([lead, dim(names)]);
}

function renderChanges(diff: RulesDiff, told: readonly RulebookChange[]): Block[][] {
  return Object.entries(sortTitles).flatMap(([sort, title]) => {
    const changes = told.filter((change) => change.sort === sort);
    if (changes.length === 0) return [];
    return [[line(bold(title)), ...changes.flatMap((change) => renderChange(diff, change))]];
  });
}

function renderChange(diff: RulesDiff, change: RulebookChange): Block[] {
  const what = change.change === 'changed' ? '' : `: ${wordThing(diff, change)}`;
  const disabling = findDisabling(diff, change);
  const label = disabling === null ? change.change : disabling.now ? 'disabled' : 'enabled';
  return [
    entry(label, [bold(change.id), what], '', { label: 2, text: 11 }),
    ...change.keys.map(({ key, before, after }) => flow(`${key}: ${wordKeyChange(key, before, after)}`, 15)),
    ...listWhy(diff, change).map((why) => flow(why, 15)),
  ];
}

function renderWorkloads(diff: RulesDiff, verbose: boolean): Block[] {
  const { workloads } = diff;
  const different = workloads.filter(
    ({ outcome, unreadable }) => outcome !== null || unreadable !== undefined,
  );
  const number = different.length === 0 ? 'none' : String(different.length);
  const verb = different.length === 1 ? 'comes' : 'come';
  const parts = workloads.some(({ component }) => component !== undefined);
  const counted = parts ? ', components counted one by one' : '';
  return [
    flow([bold('Workloads'), `: ${number} of ${workloads.length} ${verb} out differently${counted}`]),
    ...different.flatMap((each) => renderWorkload(diff, each, verbose)),
  ];
}

function renderWorkload(diff: RulesDiff, compared: WorkloadComparison, verbose: boolean): Block[] {
  const { name, component, file, outcome } = compared;
  const title = component === undefined ? name : `${name}: ${component}`;
  return [
    line(''),
    flow([bold(title), '  ', dim(file)], 2),
    ...(outcome === null ? renderUnreadable(compared, verbose) : renderOutcome(diff, outcome, verbose)),
  ];
}

function renderUnreadable({ unreadable }: WorkloadComparison, verbose: boolean): Block[] {
  if (unreadable === undefined) return [];
  const { under, problems } = unreadable;
  const lines = problems.map(({ at, message }) =>
    at === undefined ? message : `${formatPosition(at)}: ${message}`,
  );
  return [
    flow(`cannot be read by the ${under === 'before' ? 'first' : 'second'} rulebook:`, 4),
    ...limit(lines, verbose).map((text) => flow(text, 4)),
  ];
}

const columns = { label: 4, text: 19 };

function renderOutcome(diff: RulesDiff, outcome: OutcomeChange, verbose: boolean): Block[] {
  const { because, undo, differs, fires } = outcome;
  const say = (label: string, text: string, marked: Text = text) =>
    text === '' ? [] : [entry(label, marked, '', columns)];
  const word = (cause: RulebookChange) => wordCause(diff, cause, outcome);
  const more = undo.some((change) => !because.includes(change));
  return [
    ...differs.flatMap((key) => say(key, wordOutcomeChange(key, outcome))),
    ...limit(because.map(word), verbose).flatMap((cause, index) =>
      say(index === 0 ? 'because' : '', cause, bold(cause)),
    ),
    ...(more ? say('to undo it', `undo together: ${limit(undo.map(word), verbose).join('; ')}`) : []),
    ...say('fires now', fires.after.join(', ')),
    ...say('fires no more', fires.before.join(', ')),
  ];
}

/** How many causes or problems of one workload are printed without --verbose. */
const mostShown = 8;

/** The first few, and how many more there are. */
function limit(lines: readonly string[], verbose: boolean): string[] {
  const more = lines.length - mostShown;
  if (verbose || more <= 1) return [...lines];
  return [...lines.slice(0, mostShown), `... and ${more} more with --verbose`];
}
