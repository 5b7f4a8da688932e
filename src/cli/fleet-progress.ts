import type { Streams } from '../streams.ts';
import type { CommonOptions, World } from './world.ts';

/** How far a run has come, on standard error, where that is a terminal. */
export interface RunProgress {
  /** Bytes were read. */
  readonly pass: (bytes: number) => void;
  show(rows: number): void;
  /** Takes the line away. */
  end(): void;
}

/** Milliseconds between two looks. */
const interval = 250;

/** Begins to tell how far a run has come. */
export function createProgress(
  { io }: World,
  { quiet }: CommonOptions,
  streams: Streams,
  paths: readonly string[],
): RunProgress {
  const isShown = io.stderr.isTerminal && quiet !== true;
  const sizes = isShown ? paths.map((path) => streams.sizeOf(path)) : [];
  const total = sizes.reduce<number | undefined>(
    (sum, size) => (sum === undefined || size === undefined ? undefined : sum + size),
    0,
  );
  const started = streams.elapsed();
  let [shown, read] = [0, 0];
  return {
    pass: (bytes) => {
      read += bytes;
    },
    show: (rows) => {
      const now = streams.elapsed();
      if (!isShown || now - shown < interval) return;
      shown = now;
      const seconds = (now - started) / 1000;
      const left =
        total === undefined || read === 0 ? '' : `, ${wordSeconds((seconds * (total - read)) / read)} left`;
      const rate = Math.round(rows / seconds).toLocaleString('en');
      io.stderr.write(`\r\u001b[K${rows.toLocaleString('en')} rows, ${rate}/s${left}`);
    },
    end: () => {
      if (shown > 0) io.stderr.write('\r\u001b[K');
    },
  };
}

/** Minutes and seconds: `1:05`. */
function wordSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
