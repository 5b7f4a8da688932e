import { seedRandom } from '../support/random-values.ts';
import { createMemoryWorld } from './memory-world.ts';
import { main } from '../../src/main.ts';
import { mutate } from './mutate.ts';
import { type Target, targets } from './targets.ts';

/** A spoilt file, and who reads it. */
export interface Input {
  readonly target: Target;
  readonly place: string;
  readonly text: string;
}

/**
 * Draws the input of a number: always the same.
 * @param only the target's id; left out, all take turns
 */
export async function drawInput(number: number, only?: string): Promise<Input> {
  const among = await listTargets();
  const target = only === undefined ? among[number % among.length] : among.find(({ id }) => id === only);
  if (target === undefined)
    throw new Error(`no target ${only ?? ''}; there are: ${among.map(({ id }) => id).join(', ')}`);
  const random = seedRandom(number);
  const seed = random.pick(target.seeds);
  const others = target.seeds.map(({ text }) => text);
  return { target, place: seed.place, text: mutate(seed.text, others, random) };
}

let listed: Promise<readonly Target[]> | undefined;

/** All targets; the records among their seeds are those that the program writes today. */
export function listTargets(): Promise<readonly Target[]> {
  return (listed ??= Promise.all(
    targets.map(async (target) => (target.id === 'record' ? withRecords(target) : target)),
  ));
}

async function withRecords(target: Target): Promise<Target> {
  const files = ['workload.yaml', 'shop.yaml'];
  const texts = await Promise.all(
    [
      ['lock', ...files],
      ['assess', ...files, '-f', 'json'],
    ].map(async (command) => {
      const { world, stdout } = createMemoryWorld(target.beside);
      await main(command, world);
      return stdout();
    }),
  );
  return { ...target, seeds: texts.map((text) => ({ place: 'record', text })) };
}
