import { at } from '../at.ts';
import { InputError } from '../errors.ts';
import type { RowCounts, RowOutlets } from './assess-rows.ts';
import type { Vector } from './code-rows.ts';
import type { FactCodes } from './fact-codes.ts';
import { type FleetTally, mostVectors } from './judge-fleet.ts';
import type { ShareMessage, ShareReply, ShareSum } from './judge-share.ts';
import { countOutcomes } from './outcomes.ts';
import { gatherSorts } from './said-sort.ts';
import { countLines } from './stream-lines.ts';

/** Somebody who judges a share of the rows: see `judgeShare`. */
export interface ShareJudge {
  tell(message: ShareMessage): void;
  /** What was told back next. */
  hear(): Promise<ShareReply>;
}

/** Rows that several judge at the same time. */
export interface RowSharing {
  /**
   * Judges the rows of a file, as `assessRows` does: what becomes of them is taken in their order.
   * @param blocks its bytes, in pieces of whole lines
   * @param file what it is called
   * @throws InputError where one of those who judge refuses it
   */
  assess(
    blocks: AsyncIterable<Uint8Array>,
    file: string,
    outlets: RowOutlets,
    before: RowCounts,
  ): Promise<RowCounts>;
  /** Ends it: what all rows came to, and the names of those that waivers were for. */
  end(): Promise<FleetTally & { readonly waived: ReadonlySet<string> }>;
}

/** How many pieces lie before each of those who judge: one that is worked on, and the next. */
const mostWaiting = 2;

/**
 * Shares rows out, a piece of lines to each in turn, so that who judges what does not depend on how fast they are.
 * @param codes what the vectors of all are written in
 * @param grouped whether rows are counted by group, too
 */
export function shareRows(judges: readonly ShareJudge[], codes: FactCodes, grouped: boolean): RowSharing {
  /** What each has judged so far. */
  const judged = judges.map((): RowCounts => ({ read: 0, judged: 0, rejected: 0 }));
  let turn = 0;
  return {
    assess: async (blocks, file, { write, reject, systems, goOn }, before) => {
      let counts = before;
      let line = 0;
      const told = judges.map(() => 0);
      const waiting: { readonly index: number; readonly moved: number }[] = [];
      const take = async ({ index, moved }: (typeof waiting)[number]): Promise<void> => {
        const reply = await hear(at(judges, index), 'rows');
        for (const row of reply.rejected) reject({ ...row, line: row.line + moved });
        for (const [system, part] of reply.parts) systems?.add(system, part);
        for (const [place, outlet] of write.entries()) outlet.take(reply.lines[place] ?? '');
        counts = addCounts(counts, reply.counts, at(judged, index));
        judged[index] = reply.counts;
        goOn(counts);
      };
      for (const judge of judges) judge.tell({ is: 'file', file });
      for await (const block of blocks) {
        const index = turn++ % judges.length;
        // What is sent to another thread is its own from then on.
        const bytes = new Uint8Array(block);
        const lines = countLines(bytes);
        const first = waiting.length >= judges.length * mostWaiting ? waiting.shift() : undefined;
        if (first !== undefined) await take(first);
        at(judges, index).tell({ is: 'lines', bytes });
        waiting.push({ index, moved: line - at(told, index) });
        told[index] = at(told, index) + lines;
        line += lines;
      }
      for (const each of waiting) await take(each);
      return counts;
    },
    end: async () => {
      const sums: ShareSum[] = [];
      for (const judge of judges) {
        judge.tell({ is: 'end' });
        sums.push(await hear(judge, 'sum'));
      }
      return {
        ...joinSums(sums, codes, grouped),
        waived: new Set(sums.flatMap(({ waived }) => [...waived])),
      };
    },
  };
}

/** @throws InputError where the input was refused */
async function hear<Is extends ShareReply['is']>(
  judge: ShareJudge,
  wanted: Is,
): Promise<Extract<ShareReply, { is: Is }>> {
  const reply = await judge.hear();
  if (isReply(reply, wanted)) return reply;
  if (reply.is === 'refused') throw new InputError(reply.problems);
  throw new Error(`${wanted} was to be told, and ${reply.is} was`);
}

function isReply<Is extends ShareReply['is']>(
  reply: ShareReply,
  is: Is,
): reply is Extract<ShareReply, { is: Is }> {
  return reply.is === is;
}

function addCounts(counts: RowCounts, now: RowCounts, then: RowCounts): RowCounts {
  const add = (key: keyof RowCounts) => counts[key] + now[key] - then[key];
  return { read: add('read'), judged: add('judged'), rejected: add('rejected') };
}

/** Each has numbered what is said of facts in its own order. */
function joinSums(sums: readonly ShareSum[], codes: FactCodes, grouped: boolean): FleetTally {
  const counter = countOutcomes(grouped);
  const gathered = gatherSorts(mostVectors);
  let first = 0;
  for (const { outcomes, rows, groups, sorts, statements } of sums) {
    const positions = outcomes.map((outcome) => counter.enter(outcome));
    if (grouped)
      for (const [group, counts] of groups)
        for (const [outcome, more] of counts) counter.count(at(positions, outcome), group, more);
    else rows.forEach((more, outcome) => counter.count(at(positions, outcome), '', more));
    const own = statements.map((list, fact) => list.map((said) => codes.codeOf(fact, said)));
    const write = (vector: Vector): Vector =>
      String.fromCharCode(...own.map((list, fact) => at(list, vector.charCodeAt(fact))));
    for (const { said, workloads, outcome } of sorts) {
      const written = typeof said === 'string' ? write(said) : { ...said, vectors: said.vectors.map(write) };
      gathered.add(written, at(positions, outcome), workloads, first++);
    }
  }
  return { counts: counter, listSorts: () => gathered.sorts.values() };
}
