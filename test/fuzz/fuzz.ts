// Feeds the program spoilt files, each drawn from a number, and looks for what must never happen:
//   npm run fuzz -- [--count 10000] [--from 0] [--target compose] [--keep folder]
//
// Input number n is the same on every machine, so that a run can be gone on with by --from, and what it
// found be had again by `--from n --count 1`. Finds are made small; with --keep they are written to a folder,
// from which those that were mended go into test/fuzz/corpus. What is checked stands in judge-input.ts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawInput, type Input } from './draw-input.ts';
import { type Find, judgeInput } from './judge-input.ts';
import { shrink } from './shrink.ts';
import type { Target } from './targets.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    from: { type: 'string', default: '0' },
    target: { type: 'string' },
    keep: { type: 'string' },
  },
});
const [from, count] = [Number(values.from), Number(values.count)];
const known = new Map<string, number>();
const tally = new Map<string, number>();
const started = Date.now();

for (let number = from; number < from + count; number++) {
  const { target, place, text, closely } = await drawInput(number, values.target);
  tally.set(target.id, (tally.get(target.id) ?? 0) + 1);
  for (const find of await judgeInput(target, place, text, closely))
    await report(number, { target, place, text, closely }, find);
  if (number % 1000 === 999)
    process.stderr.write(
      `${number + 1 - from} inputs, ${known.size} sorts of finds, ${Math.round((Date.now() - started) / 1000)} s\n`,
    );
}
process.stdout.write(`${count} inputs from number ${from}: ${known.size} sorts of finds\n`);
for (const [id, inputs] of tally) process.stdout.write(`  ${id} ${inputs}\n`);
for (const [sort, times] of known) process.stdout.write(`  ${times} x ${sort}\n`);
process.exitCode = known.size > 0 ? 1 : 0;

/** Of what is alike only the first is shown, made small. */
async function report(number: number, { target, place, text, closely }: Input, find: Find): Promise<void> {
  const sort = signOf(target, find);
  const times = (known.get(sort) ?? 0) + 1;
  known.set(sort, times);
  if (times > 1) return;
  // How long something takes depends on what else the machine does: that is looked at by hand.
  const small =
    find.kind === 'slow'
      ? text
      : await shrink(text, async (each) =>
          (await judgeInput(target, place, each, closely)).some((other) => signOf(target, other) === sort),
        );
  process.stdout.write(
    `\n${number} ${sort}\n${find.shows.slice(0, 1500)}\n--- ${place}\n${small.slice(0, 2000)}\n---\n`,
  );
  if (values.keep === undefined) return;
  mkdirSync(join(values.keep, target.id), { recursive: true });
  writeFileSync(join(values.keep, target.id, `${number}-${place.replaceAll('/', '+')}`), small);
}

/** What makes two finds alike: the reader, the promise, and the message without what it quotes. */
function signOf(target: Target, { kind, shows }: Find): string {
  const line = shows.replace(/"[^"]*"|'[^']*'|\d+/g, '_').split('\n')[0] ?? '';
  return `${target.id}, ${kind}: ${kind === 'no place' ? line.slice(0, 90) : line.slice(0, 140)}`;
}
