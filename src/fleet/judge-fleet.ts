import { at } from '../at.ts';
import { keepPrepared } from '../advice/keep-prepared.ts';
import { decidePlacing } from '../advice/placing.ts';
import { assess, type AssessOptions } from '../assess.ts';
import { proveStatus, type StatusProof } from '../reason/prove-status.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import type { FactStatement, Waiver, Workload } from '../workload/workload.ts';
import { knownOf, statementsOf, type Vector } from './code-rows.ts';
import type { FactCodes } from './fact-codes.ts';
import { type FleetRecord, recordOf, type RecordExtra } from './fleet-record.ts';
import { countOutcomes, type FleetCounts, type JudgedRow, type KnownVector } from './outcomes.ts';
import type { RowLabel } from './fleet-row.ts';
import type { RecordForm } from './record-forms.ts';
import { recordPlacing } from './record-placing.ts';
import { recordVectors } from './record-vector.ts';
import { type CountedSort, gatherSorts, sortOfWorkload } from './said-sort.ts';
import { keepTexts } from './text-store.ts';

/** What the rows of a fleet came to. */
export interface FleetTally {
  readonly counts: FleetCounts;
  /** The sorts of rows that are kept. */
  listSorts(): Iterable<CountedSort>;
}

/** Judges rows, and counts what they come out as. */
export interface FleetJudge extends FleetTally {
  /**
   * Judges a row by its vector, every vector once.
   */
  judgeVector(vector: Vector, group: string): JudgedRow;
  /** Judges a row for which rules are waived. */
  judgeWaived(vector: Vector, label: RowLabel, waivers: readonly Waiver[]): JudgedRow;
  /** Judges a row that has parts, or rules of its own. */
  judgeDocument(workload: Workload, profile: readonly FactStatement[], group: string): JudgedRow;
}

/** What rows are judged by. */
export interface FleetRules {
  readonly ready: ReadyRulebook;
  readonly codes: FactCodes;
  readonly extras: ReadonlySet<RecordExtra>;
  readonly forms: readonly RecordForm[];
  /** Whether rows are counted by a column, too. */
  readonly grouped: boolean;
  /** Whether the records of rows are asked for. */
  readonly recorded?: boolean;
  readonly today: AssessOptions['today'];
}

/** How many vectors are kept: each takes some 200 bytes. */
export const mostVectors = 500_000;

/** How many sorts are kept of rows that have parts, or rules of their own. */
const mostSorts = 20_000;

/** How many bytes of what is written are kept, and of how many vectors records where they are asked for. */
const [mostText, mostRecords] = [64 * 1024 * 1024, 20_000];

/** Begins to judge rows. */
export function judgeFleet({
  ready,
  codes,
  extras,
  forms,
  grouped,
  recorded,
  today,
}: FleetRules): FleetJudge {
  const prepare = keepPrepared();
  const counter = countOutcomes(grouped);
  const vectors = new Map<Vector, KnownVector>();
  const proofs = new Map<string, StatusProof>();
  const alone = gatherSorts(mostSorts);
  const store = keepTexts(forms.length, mostText);
  /** Rows that follow each other are often alike. */
  let last: { readonly known: KnownVector; readonly judged: JudgedRow } | undefined;
  let judgedRows = 0;

  const share = (proof: StatusProof): StatusProof => {
    const key = `${proof.status} ${proof.only} ${proof.finished}`;
    const known = proofs.get(key) ?? proof;
    proofs.set(key, known);
    return known;
  };
  const write = (record: FleetRecord): JudgedRow => ({
    texts: forms.map((form) => form.writeRecord(record)),
    record: recorded === true ? record : undefined,
  });
  const keep = ({ texts, record }: JudgedRow): Pick<KnownVector, 'place' | 'record'> =>
    record !== undefined && vectors.size >= mostRecords
      ? { place: undefined, record: undefined }
      : { place: store.keep(texts), record };
  const recall = (known: KnownVector): JudgedRow | undefined => {
    if (last?.known === known) return last.judged;
    if (known.place === undefined) return undefined;
    const judged = { texts: store.read(known.place), record: known.record };
    last = { known, judged };
    return judged;
  };
  const judgeAlone = (workload: Workload, profile: readonly FactStatement[], group: string): JudgedRow => {
    const options = { profile, today, prepare };
    const record = recordOf(assess(workload, ready, options), extras);
    const outcome = counter.enter(record);
    alone.add(sortOfWorkload(ready, codes, workload, options), outcome, 1, judgedRows++);
    counter.count(outcome, group);
    return write(record);
  };
  const prepared = prepare(ready.model, new Set(), ready.kernel);
  const recordVector = extras.size === 0 ? recordVectors(ready) : undefined;
  const judge = (vector: Vector, proven?: StatusProof): { record: FleetRecord; proof: StatusProof } => {
    const known = knownOf(ready, codes, vector);
    const proof = proven ?? proveStatus(prepared, known.state, known.withheld);
    const record = recordVector?.(known, proof);
    if (record !== undefined) return { record, proof };
    const statements = statementsOf(ready, codes, vector);
    return {
      record: recordPlacing(decidePlacing(ready, statements, new Set(), prepare, proof), extras),
      proof,
    };
  };

  return {
    counts: counter,
    listSorts: function* () {
      for (const [vector, { rows, outcome, first }] of vectors) {
        const own = { said: vector, workloads: rows, outcome, first };
        const same = alone.sorts.get(vector);
        yield same === undefined
          ? own
          : { ...own, workloads: rows + same.workloads, first: Math.min(first, same.first) };
      }
      for (const [key, sort] of alone.sorts) if (!vectors.has(key)) yield sort;
    },
    judgeVector: (vector, group) => {
      const first = judgedRows++;
      const known = vectors.get(vector);
      const recalled = known === undefined ? undefined : recall(known);
      if (known !== undefined && recalled !== undefined) {
        known.rows++;
        counter.count(known.outcome, group);
        return recalled;
      }
      const { record, proof } = judge(vector, known?.proof);
      const judged = write(record);
      const outcome = known?.outcome ?? counter.enter(record);
      counter.count(outcome, group);
      if (known !== undefined) known.rows++;
      if (known !== undefined || vectors.size < mostVectors) {
        const kept = known ?? { outcome, proof: share(proof), rows: 1, first, ...keep(judged) };
        vectors.set(vector, kept);
        last = { known: kept, judged };
      }
      return judged;
    },
    judgeWaived: (vector, { name, group }, waivers) => {
      const facts = [...statementsOf(ready, codes, vector).values()];
      return judgeAlone({ name, file: '', facts, waivers, components: [] }, [], group);
    },
    judgeDocument: judgeAlone,
  };
}

/** How many rows come out as something. */
export function countRowsWith(
  { outcomes, rows }: FleetCounts,
  is: (outcome: FleetCounts['outcomes'][number]) => boolean,
): number {
  return outcomes.reduce((sum, outcome, index) => (is(outcome) ? sum + at(rows, index) : sum), 0);
}
