import { at } from '../at.ts';
import { listValueNames } from '../advice/describe-flips.ts';
import type { FleetCounts } from '../fleet/outcomes.ts';
import type { Prepared } from '../reason/engine/prepared.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { headlines, statuses, verdictStrengths } from '../words.ts';
import { type ChangeCounter, countChanges } from './count-changes.ts';
import { countHolders, type HolderCounter } from './count-holders.ts';
import { countQuestions } from './count-questions.ts';
import type { Portfolio } from './portfolio.ts';
import type { FleetSort } from './fleet-sort.ts';
import { waveOf, waves } from './waves.ts';

/** What a portfolio is made of. */
export interface PortfolioParts {
  readonly version: string;
  readonly ready: ReadyRulebook;
  readonly prepared: Prepared;
  readonly rows: Portfolio['rows'];
  readonly counts: FleetCounts;
  /** The column that rows were counted by. */
  readonly by: string | undefined;
  /** Workloads of which the same is known, the most frequent first; each is looked at once. */
  readonly sorts: Iterable<FleetSort>;
  /** How many sorts there are. */
  readonly size: number;
}

/** As many sorts are looked at for what changes would move, and as many open ones for what to ask. */
const [mostSorts, mostOpen] = [100_000, 500];

/** Says what a fleet comes to. Equal parts give an equal portfolio, its entries in the same order. */
export function makePortfolio(parts: PortfolioParts): Portfolio {
  const { version, ready, prepared, rows, counts, by, size } = parts;
  const { rulebook, model } = ready;
  const seen = lookAtSorts(prepared, parts.sorts);
  const total = (is: (outcome: FleetCounts['outcomes'][number]) => boolean) =>
    sumRows(counts, counts.rows, is);
  const siteWide = (fact: number) => isSiteWide(ready, fact);
  const sites = by === undefined ? 1 : counts.groups.size;
  const idOf = (fact: number) => at(model.facts, fact).id;
  return {
    schemaVersion: 1,
    tool: { name: 'advise', version },
    rulebooks: structuredClone(rulebook.layers) as Portfolio['rulebooks'],
    rows,
    sorts: size,
    verdicts: tellVerdicts(counts, counts.rows),
    contested: total(({ contested }) => contested),
    notProven: total(({ proven }) => !proven),
    by:
      by === undefined
        ? null
        : {
            column: by,
            groups: [...counts.groups]
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([group, own]) => ({
                group,
                verdicts: tellVerdicts(
                  counts,
                  counts.outcomes.map((_, outcome) => own.get(outcome) ?? 0),
                ),
              })),
          },
    placements: countBy(counts, 'placement', ({ placement }) => (placement === null ? [] : [placement])),
    looked: {
      changes: shareOf(seen.workloads, rows.judged),
      questions: shareOf(
        seen.open.reduce((sum, { workloads }) => sum + workloads, 0),
        total(({ status }) => status === 'open'),
      ),
    },
    questions: countQuestions(prepared, seen.open)
      .map(({ fact, open, settles, settlesAlways }) => ({
        fact: idOf(fact),
        siteWide: siteWide(fact),
        open,
        answers: siteWide(fact) ? Math.min(sites, open) : open,
        settles: Math.round(settles * 10) / 10,
        settlesAlways,
      }))
      .sort((a, b) => b.settles / b.answers - a.settles / a.answers || b.settles - a.settles),
    holders: { vm: tellHolders(ready, seen.holders, 0), container: tellHolders(ready, seen.holders, 1) },
    changes: seen.changes
      .list()
      .map(({ fact, values, to }) => ({
        fact: idOf(fact),
        values: listValueNames(at(model.facts, fact), values, at(rulebook.facts, fact).unit),
        by: changedBy(ready, fact),
        toVm: to.vm,
        toContainer: to.container,
        toEither: to.either,
        toNone: to.none,
      }))
      .sort((a, b) => movedBy(b) - movedBy(a)),
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
  readonly waves: ReadonlyMap<string, number>;
  /** The open ones that questions are counted for. */
  readonly open: readonly FleetSort[];
}

function lookAtSorts(prepared: Prepared, sorts: Iterable<FleetSort>): Seen {
  const changes = countChanges(prepared);
  const holders = countHolders(prepared);
  const counted = new Map<string, number>();
  const open: FleetSort[] = [];
  let workloads = 0;
  let looked = 0;
  for (const sort of sorts) {
    if (++looked > mostSorts) break;
    workloads += sort.workloads;
    changes.add(sort);
    holders.add(sort);
    const wave = waveOf(prepared.model, sort);
    counted.set(wave, (counted.get(wave) ?? 0) + sort.workloads);
    if (sort.status === 'open' && open.length < mostOpen) open.push(sort);
  }
  return { workloads, changes, holders, waves: counted, open };
}

/** What a change leaves with no placement is told, and is nothing that somebody would change it for. */
function movedBy({ toVm, toContainer, toEither }: Portfolio['changes'][number]): number {
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

/** Every verdict that somebody has, in the order of the words. */
function tellVerdicts(counts: FleetCounts, rows: readonly number[]): Portfolio['verdicts'] {
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
