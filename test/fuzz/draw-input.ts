import { seedRandom } from '../support/random-values.ts';
import { createMemoryWorld } from './memory-world.ts';
import { main } from '../../src/main.ts';
import { mutate } from './mutate.ts';
import { listArtefactTargets } from './artefact-targets.ts';
import { ownTargets, type Target } from './targets.ts';

/** A spoilt file, and who reads it. */
export interface Input {
  /** Whether it is one of the few on which everything is tried. */
  readonly closely: boolean;
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
  const round = among.flatMap((each) => Array<Target>(each.turns ?? 1).fill(each));
  const target = only === undefined ? round[number % round.length] : among.find(({ id }) => id === only);
  if (target === undefined)
    throw new Error(`no target ${only ?? ''}; there are: ${among.map(({ id }) => id).join(', ')}`);
  const random = seedRandom(number);
  const seed = random.pick(target.seeds);
  const others = target.seeds.map(({ text }) => text);
  return {
    target,
    place: seed.place,
    text: mutate(seed.text, others, random),
    closely: random.chance(1 / 64),
  };
}

let listed: Promise<readonly Target[]> | undefined;

/** All targets; the records among their seeds are those that the program writes today. */
export function listTargets(): Promise<readonly Target[]> {
  return (listed ??= gatherTargets());
}

async function gatherTargets(): Promise<readonly Target[]> {
  const own: Target[] = [];
  for (const target of ownTargets) own.push(target.id === 'record' ? await withRecords(target) : target);
  return [...own, ...(await listArtefactTargets())];
}

async function withRecords(target: Target): Promise<Target> {
  const texts = await Promise.all(
    [
      ['lock', 'workload.yaml', 'small.yaml'],
      ['lock', 'small.yaml'],
      ['lock', 'small.yaml', '--set', 'state.kind=one-writer'],
      ['assess', 'small.yaml', '-f', 'json'],
    ].map(async (command) => {
      const { world, stdout } = createMemoryWorld(target.beside);
      await main(command, world);
      return stdout();
    }),
  );
  return { ...target, seeds: texts.map((text) => ({ place: 'record', text })) };
}
