// Runs programs in processes of their own, and says what each used.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process used: seconds of processor and of the clock, and megabytes of memory at most. */
export interface Used {
  readonly cpu: number;
  readonly rss: number;
  readonly wall: number;
}

/**
 * Makes what runs scripts of Node and measures them.
 * @param folder what it writes its own script to
 */
export function createMeter(folder: string): (argv: readonly string[], codes?: readonly number[]) => Used {
  const meter = join(folder, 'meter.cjs');
  writeFileSync(
    meter,
    `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
     require('fs').writeSync(2, '\\n' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, rss: maxRSS / 1024 }) + '\\n'); });`,
  );
  return (argv, codes = [0]) => {
    const started = process.hrtime.bigint();
    const child = spawnSync(process.execPath, ['--require', meter, ...argv], {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    if (child.status === null || !codes.includes(child.status)) throw new Error(child.stderr);
    const wall = Number(process.hrtime.bigint() - started) / 1e9;
    const last = child.stderr.trimEnd().split('\n').pop() ?? '';
    return { ...(JSON.parse(last) as Omit<Used, 'wall'>), wall };
  };
}

/** The one in the middle. */
export function median(list: readonly number[]): number {
  return list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)] ?? Number.NaN;
}
