import type { Overview } from '../advice/result.ts';
import { applyRulings } from '../advice/apply-rulings.ts';
import { at } from '../at.ts';
import { listValueNames } from '../advice/describe-flips.ts';
import { keepPrepared } from '../advice/keep-prepared.ts';
import { knownOf } from '../fleet/code-rows.ts';
import type { FactCodes } from '../fleet/fact-codes.ts';
import type { FleetCounts } from '../fleet/outcomes.ts';
import type { CountedSort, SaidAlone } from '../fleet/said-sort.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { headlines, statuses, verdictStrengths } from '../words.ts';
import { type ChangeCounter, countChanges } from './count-changes.ts';
import { countHolders, type HolderCounter } from './count-holders.ts';
import { countQuestions } from './count-questions.ts';
import { type FleetSort, surroundSorts } from './fleet-sort.ts';
import { rankQuestions } from './rank-questions.ts';
import { type Wave, waveOf, waves } from './waves.ts';

/** What an overview is made of. */
export interface OverviewParts {
  readonly ready: ReadyRulebook;
  readonly codes: FactCodes;
  /** The day waivers and rulings were judged by, YYYY-MM-DD. */
  readonly today: string;
  readonly counts: FleetCounts;
  /** The sorts of workloads; each is looked at once. */
  readonly sorts: readonly CountedSort[];
  /** How many sites there are, as far as that is known; 0 for none named. */
  readonly sites: number;
}

/** As many sorts are looked at for what changes would move, and as many open ones for what to ask. */
const [mostSorts, mostOpen] = [200_000, 2000];

/** Says what workloads come to together. Equal parts give an equal overview, its entries in the same order. */
export function makeOverview(parts: OverviewParts): Overview {
  const { ready, counts, sorts, sites } = parts;
  const { rulebook, model } = ready;
  const seen = lookAtSorts(parts);
  const total = (is: (outcome: FleetCounts['outcomes'][number]) => boolean) =>
    sumRows(counts, counts.rows, is);
  const all = total(() => true);
  const open = total(({ status }) => status === 'open');
  const siteWide = (fact: number) => isSiteWide(ready, fact);
  const idOf = (fact: number) => at(model.facts, fact).id;
  return {
    sorts: sorts.length,
    verdicts: tellVerdicts(counts, counts.rows),
    contested: total(({ contested }) => contested),
    notProven: total(({ proven }) => !proven),
    placements: countBy(counts, 'placement', ({ placement }) => (placement === null ? [] : [placement])),
    looked: { changes: shareOf(seen.workloads, all), questions: shareOf(sumWorkloads(seen.open), open) },
    questions: rankQuestions(
      countQuestions(model.facts.length, seen.open).map((question) => ({
        fact: idOf(question.fact),
        siteWide: siteWide(question.fact),
        open: question.open,
        answers: siteWide(question.fact) ? Math.min(Math.max(1, sites), question.open) : question.open,
        settles: Math.round(question.settles * 10) / 10,
        settlesAlways: question.settlesAlways,
      })),
      sumWorkloads(seen.open),
    ),
    holders: { vm: tellHolders(ready, seen.holders, 0), container: tellHolders(ready, seen.holders, 1) },
    changes: seen.changes
      .list()
      .map(({ fact, values, to }) => ({
        fact: idOf(fact),
        siteWide: siteWide(fact),
        values: listValueNames(at(model.facts, fact), values, at(rulebook.facts, fact).unit),
        by: changedBy(ready, fact),
        toVm: to.vm,
        toContainer: to.container,
        toEither: to.either,
        toNone: to.none,
        toSplit: to.split,
      }))
      .sort((a, b) => easeOf(b) - easeOf(a) || movedBy(b) - movedBy(a)),
    musts: countBy(counts, 'action', ({ must }) => must),
    presumptions: countBy(counts, 'fact', ({ if: leanings }) => leanings),
    waves: waves.map((wave) => ({ wave, workloads: seen.waves.get(wave) ?? 0 })),
  };
}

/** What looking at each sort once gives. */
interface Seen {
  readonly workloads: number;
  readonly changes: ChangeCounter;
  readonly holders: HolderCounter;
  readonly waves: ReadonlyMap<Wave, number>;
  /** The open ones that questions are counted for. */
  readonly open: readonly FleetSort[];
}

function lookAtSorts(parts: OverviewParts): Seen {
  const { model } = parts.ready;
  const changes = countChanges(model.facts);
  const holders = countHolders(model);
  const counted = new Map<Wave, number>();
  const open: FleetSort[] = [];
  const place = placeSorts(parts);
  const surround = surroundSorts();
  let workloads = 0;
  const sorts = parts.sorts.toSorted((a, b) => b.workloads - a.workloads || a.first - b.first);
  for (const counting of sorts.slice(0, mostSorts)) {
    const placed = place(counting);
    const sort = surround(placed);
    workloads += sort.workloads;
    changes.add(sort);
    holders.add(sort);
    const wave = waveOf(sort);
    counted.set(wave, (counted.get(wave) ?? 0) + sort.workloads);
    if (sort.status === 'open' && open.length < mostOpen) open.push(placed);
  }
  return { workloads, changes, holders, waves: counted, open };
}

/** Makes what gives a sort with what its things to place are judged by. */
function placeSorts({ ready, codes, today, counts }: OverviewParts): (sort: CountedSort) => FleetSort {
  const prepare = keepPrepared();
  const plain = prepare(ready.model, new Set(), ready.kernel);
  const prepareAlone = ({ waived, rulings }: SaidAlone) => {
    const { model } = applyRulings(ready, rulings, today);
    const positions = model.rules.flatMap(({ id }, rule) => (waived.includes(id) ? [rule] : []));
    return prepare(model, new Set(positions));
  };
  return ({ said, workloads, outcome }) => {
    const { headline, strength, status } = at(counts.outcomes, outcome);
    const prepared = typeof said === 'string' ? plain : prepareAlone(said);
    const vectors = typeof said === 'string' ? [said] : said.vectors;
    const parts = vectors.map((vector) => ({ prepared, known: knownOf(ready, codes, vector) }));
    return { parts, workloads, headline, strength, status };
  };
}

function sumWorkloads(sorts: readonly FleetSort[]): number {
  return sorts.reduce((sum, { workloads }) => sum + workloads, 0);
}

/** What is decided for a site comes before what people change one by one, and that before another program. */
function easeOf({ siteWide, by }: Overview['changes'][number]): number {
  return siteWide ? 2 : by === 'people' ? 1 : 0;
}

/** What a change leaves with no placement is told, and is nothing that somebody would change it for. */
function movedBy({ toVm, toContainer, toEither }: Overview['changes'][number]): number {
  return toVm + toContainer + toEither;
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 1 : Math.min(1, part / whole);
}

/** Who could change a fact. */
function changedBy({ rulebook, model }: ReadyRulebook, fact: number): 'people' | 'program' {
  const { id } = at(model.facts, fact);
  return rulebook.groups.find((each) => id.startsWith(`${each.id}.`))?.['changed-by'] ?? 'program';
}

/** Whether one answer serves all that is at a site: what people decide about platform, hosts or themselves. */
function isSiteWide(ready: ReadyRulebook, fact: number): boolean {
  const { about } = at(ready.rulebook.facts, fact);
  const isOfSite = about === 'platform' || about === 'hosts' || about === 'people';
  return isOfSite && changedBy(ready, fact) === 'people';
}

function tellHolders({ model }: ReadyRulebook, holders: HolderCounter, kind: 0 | 1) {
  return holders.list(kind).map(({ rule, ...count }) => ({ rule: at(model.rules, rule).id, ...count }));
}

function sumRows(
  { outcomes }: FleetCounts,
  rows: readonly number[],
  is: (outcome: FleetCounts['outcomes'][number]) => boolean,
): number {
  return outcomes.reduce((sum, outcome, index) => (is(outcome) ? sum + at(rows, index) : sum), 0);
}

/**
 * Every verdict that somebody has, in the order of the words.
 * @param rows for every outcome how many have it
 */
export function tellVerdicts(counts: FleetCounts, rows: readonly number[]): Overview['verdicts'] {
  return headlines.flatMap((headline) =>
    [...verdictStrengths.toReversed(), null].flatMap((strength) =>
      statuses.toReversed().flatMap((status) => {
        const workloads = sumRows(
          counts,
          rows,
          (each) => each.headline === headline && each.strength === strength && each.status === status,
        );
        return workloads === 0 ? [] : [{ headline, strength, status, workloads }];
      }),
    ),
  );
}

/** Names with how many workloads have them, the most frequent first. */
function countBy<K extends string>(
  { outcomes, rows }: FleetCounts,
  key: K,
  list: (outcome: FleetCounts['outcomes'][number]) => readonly string[],
): (Record<K, string> & { workloads: number })[] {
  const counted = new Map<string, number>();
  for (const [index, outcome] of outcomes.entries())
    for (const name of list(outcome)) counted.set(name, (counted.get(name) ?? 0) + at(rows, index));
  return [...counted]
    .sort(([a, most], [b, next]) => next - most || (a < b ? -1 : 1))
    .map(([name, workloads]) => ({ [key]: name, workloads }) as Record<K, string> & { workloads: number });
}
