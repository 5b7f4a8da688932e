import { isInputError, type Problem } from '../errors.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import type { FactStatement } from '../workload/workload.ts';
import { assessRows, type RowCounts } from './assess-rows.ts';
import { numberStatements } from './fact-codes.ts';
import type { FleetRecord, RecordExtra } from './fleet-record.ts';
import type { FleetRow, RowWishes } from './fleet-row.ts';
import { openJsonRows } from './json-rows.ts';
import { judgeFleet } from './judge-fleet.ts';
import type { FleetCounts } from './outcomes.ts';
import { layProfiles } from './profile-layers.ts';
import { type LineFormat, recordForm } from './record-forms.ts';
import type { RowWaivers } from './row-waivers.ts';
import type { CountedSort } from './said-sort.ts';

/** All that whoever judges a share of the rows has to know: nothing but data, as it goes to another thread. */
export interface ShareRules {
  readonly ready: ReadyRulebook;
  /** What holds for all rows, and for those that name a profile. */
  readonly common: readonly FactStatement[];
  readonly named: ReadonlyMap<string, readonly FactStatement[]>;
  readonly wishes: RowWishes;
  readonly formats: readonly LineFormat[];
  readonly extras: ReadonlySet<RecordExtra>;
  readonly waivers: RowWaivers | undefined;
  /** ISO date that waivers are judged by. */
  readonly today: string;
}

/** What is told to who judges a share. */
export type ShareMessage =
  | { readonly is: 'file'; readonly file: string }
  /** Whole lines of the file that was named last. */
  | { readonly is: 'lines'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly is: 'end' };

/** What became of some lines. */
export interface SharedRows {
  readonly is: 'rows';
  /** What is written of them, by format. */
  readonly lines: readonly string[];
  /** Their lines are counted from the first that was told of the file. */
  readonly rejected: readonly Extract<FleetRow, { is: 'rejected' }>[];
  /** Records of parts of systems. */
  readonly parts: readonly (readonly [system: string, record: FleetRecord])[];
  /** What became of all rows that were told so far. */
  readonly counts: RowCounts;
}

/** What a share of the rows came to. */
export interface ShareSum extends FleetCounts {
  readonly is: 'sum';
  readonly sorts: readonly CountedSort[];
  /** What the characters of their vectors mean, by fact. */
  readonly statements: readonly (readonly (FactStatement | undefined)[])[];
  /** The names of the rows that waivers were for. */
  readonly waived: ReadonlySet<string>;
}

/** What is told back: of each piece of lines what became of it, in their order, and at the end what they came to. */
export type ShareReply =
  | SharedRows
  | ShareSum
  /** The input is of no use. */
  | { readonly is: 'refused'; readonly problems: readonly Problem[] };

const none: RowCounts = { read: 0, judged: 0, rejected: 0 };

/**
 * Judges a share of the rows of a fleet, as `assessRows` does all of them.
 * @param messages what is told, to the end
 * @param reply takes what is told back
 */
export async function judgeShare(
  rules: ShareRules,
  messages: AsyncIterable<ShareMessage>,
  reply: (reply: ShareReply) => void,
): Promise<void> {
  try {
    await judgeAll(rules, messages, reply);
  } catch (error) {
    if (!isInputError(error)) throw error;
    reply({ is: 'refused', problems: error.problems });
  }
}

async function judgeAll(
  { ready, common, named, wishes, formats, extras, waivers, today }: ShareRules,
  messages: AsyncIterable<ShareMessage>,
  reply: (reply: ShareReply) => void,
): Promise<void> {
  const codes = numberStatements(ready.model);
  const profiles = layProfiles(ready, codes, common, named);
  const forms = formats.map((format) => recordForm(format, wishes.carry, extras));
  const [grouped, recorded] = [wishes.by !== undefined, wishes.systems === true];
  const judge = judgeFleet({ ready, codes, extras, forms, grouped, recorded, today });
  const waived = new Set<string>();
  const told = messages[Symbol.asyncIterator]();
  const hear = async (): Promise<ShareMessage> => {
    const next = await told.next();
    return next.done === true ? { is: 'end' } : next.value;
  };
  let message = await hear();
  const listBlocks = async function* (): AsyncGenerator<Buffer> {
    for (message = await hear(); message.is === 'lines'; message = await hear()) {
      const { buffer, byteOffset, byteLength } = message.bytes;
      yield Buffer.from(buffer, byteOffset, byteLength);
    }
  };
  let counts = none;
  while (message.is === 'file') {
    const lines = forms.map(() => '');
    let rejected: SharedRows['rejected'][number][] = [];
    let parts: SharedRows['parts'][number][] = [];
    const outlets = {
      write: forms.map((form, index) => ({ form, take: (text: string) => void (lines[index] = text) })),
      reject: (row: SharedRows['rejected'][number]) => void rejected.push(row),
      systems: recorded
        ? { add: (system: string, part: FleetRecord) => void parts.push([system, part]) }
        : undefined,
      goOn: (soFar: RowCounts) => {
        reply({ is: 'rows', lines: [...lines], rejected, parts, counts: soFar });
        [rejected, parts] = [[], []];
      },
    };
    const { batches, file } = openJsonRows(listBlocks(), message.file, ready.rulebook, profiles, wishes);
    counts = await assessRows(
      { file, headings: [], batches },
      { judge, profiles, waivers, waived },
      outlets,
      counts,
    );
  }
  const { outcomes, rows, groups } = judge.counts;
  const sorts = [...judge.listSorts()];
  reply({ is: 'sum', outcomes, rows, groups, sorts, statements: codes.listStatements(), waived });
}
