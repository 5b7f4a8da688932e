import { InputError } from '../errors.ts';
import { assessRows, type RowCounts, type RowOutlets } from '../fleet/assess-rows.ts';
import type { FactCodes } from '../fleet/fact-codes.ts';
import type { RowSource } from '../fleet/fleet-row.ts';
import { type FleetTally, judgeFleet } from '../fleet/judge-fleet.ts';
import type { ShareReply, ShareRules } from '../fleet/judge-share.ts';
import type { ProfileLayers } from '../fleet/profile-layers.ts';
import { recordForm } from '../fleet/record-forms.ts';
import { type ShareJudge, shareRows } from '../fleet/share-rows.ts';
import type { Thread } from '../start-thread.ts';
import type { Streams } from '../streams.ts';

/** What a fleet came to, and the names of the rows that waivers were for. */
export type JudgedFleet = FleetTally & { readonly waived: ReadonlySet<string> };

/** Those who judge the rows of a fleet: this thread alone, or others. */
export interface FleetJudges {
  /** Judges the rows of a source: see `assessRows`. */
  assess(source: RowSource, outlets: RowOutlets, before: RowCounts): Promise<RowCounts>;
  end(): Promise<JudgedFleet>;
  /** Stops them, whatever they do. */
  stop(): Promise<void>;
}

/** Lets this thread judge. */
export function beginAlone(
  { ready, wishes, formats, extras, waivers, today }: ShareRules,
  codes: FactCodes,
  profiles: ProfileLayers,
): FleetJudges {
  const judge = judgeFleet({
    ready,
    codes,
    extras,
    forms: formats.map((format) => recordForm(format, wishes.carry, extras)),
    grouped: wishes.by !== undefined,
    recorded: wishes.systems === true,
    today,
  });
  const waived = new Set<string>();
  return {
    assess: (source, outlets, before) =>
      assessRows(source, { judge, profiles, waivers, waived }, outlets, before),
    end: () => Promise.resolve({ ...judge, waived }),
    stop: () => Promise.resolve(),
  };
}

/** Lets other threads judge, this one only reads and writes. */
export function startJudges(
  streams: Streams,
  threads: number,
  rules: ShareRules,
  codes: FactCodes,
): FleetJudges {
  // A kernel is no plain data, which is all that can be told: each thread compiles its own.
  const { rulebook, model } = rules.ready;
  const told: ShareRules = { ...rules, ready: { rulebook, model } };
  const started = Array.from({ length: threads }, () => streams.startThread(told));
  const sharing = shareRows(started.map(connectJudge), codes, rules.wishes.by !== undefined);
  return {
    assess: ({ blocks, file }, outlets, before) => {
      if (blocks !== undefined) return sharing.assess(blocks, file, outlets, before);
      const ways = ['leave --threads out', `advise import ${file} -o estate.ndjson makes NDJSON of it`];
      throw new InputError([
        { message: '--threads shares out lines of NDJSON, and this is none', at: { file }, ways },
      ]);
    },
    end: () => sharing.end(),
    stop: async () => {
      await Promise.all(started.map((thread) => thread.stop()));
    },
  };
}

/** What the thread tells is what `judgeShare` replies: nothing else runs there. */
function connectJudge(thread: Thread): ShareJudge {
  return {
    tell: (message) => {
      thread.tell(message, message.is === 'lines' ? [message.bytes.buffer] : []);
    },
    hear: async () => (await thread.hear()) as ShareReply,
  };
}
