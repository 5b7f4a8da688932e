import { entryOf } from '../../entry-of.ts';
import type { EngineRun } from '../container/engine-options.ts';
import type { Spot } from '../spot.ts';
import type { UnitFile } from './unit-file.ts';

/** What a unit runs: a program on the machine, or a container. */
export interface UnitWorkload {
  readonly name: string;
  readonly unit: UnitFile;
  /** Where it says what it runs. */
  readonly declared: Spot;
  /** Whether a timer starts it. */
  readonly timed: boolean;
  /** Whether somebody says that it runs in production as it stands. */
  readonly running: boolean;
  /** The container that it is, of a Quadlet or of a unit that starts an engine. */
  readonly run: EngineRun | undefined;
}

const perUnit: Readonly<Record<string, number>> = {
  us: 1e-6,
  usec: 1e-6,
  ms: 1e-3,
  msec: 1e-3,
  '': 1,
  s: 1,
  sec: 1,
  second: 1,
  seconds: 1,
  m: 60,
  min: 60,
  minute: 60,
  minutes: 60,
  h: 3600,
  hr: 3600,
  hour: 3600,
  hours: 3600,
  d: 86_400,
  day: 86_400,
  days: 86_400,
};

/**
 * A span of time as systemd writes it, `5min 20s`, in seconds; a bare number is seconds.
 * @returns undefined of `infinity`, and of what is none
 */
export function parseTimeSpan(text: string): number | undefined {
  let seconds = 0;
  const rest = text.replace(/(\d+(?:\.\d+)?)\s*([a-z]*)\s*/g, (whole, number: string, unit: string) => {
    const factor = entryOf(perUnit, unit);
    if (factor === undefined) return whole;
    seconds += Number(number) * factor;
    return '';
  });
  return rest === '' && text !== '' ? seconds : undefined;
}
