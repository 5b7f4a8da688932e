import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { at } from '../../src/at.ts';
import { howMany } from '../support/how-many.ts';
import { drawInput, listTargets } from './draw-input.ts';
import { judgeInput } from './judge-input.ts';

// The short run of the fuzzer (npm run fuzz is the long one): what was found once, and the first inputs.
// How long a command took is not looked at here.

const corpus = fileURLToPath(new URL('corpus', import.meta.url));
const finds = readdirSync(corpus, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(corpus.length + 1)
      .replaceAll('\\', '/'),
  )
  .sort();

async function judge(id: string, place: string, text: string, closely = true): Promise<string[]> {
  const target = (await listTargets()).find((each) => each.id === id);
  if (target === undefined) throw new Error(`no target is called ${id}`);
  const found = await judgeInput(target, place, text, closely);
  return found.filter(({ kind }) => kind !== 'slow').map(({ kind, shows }) => `${kind}: ${shows}`);
}

describe('what was found once is refused, or read, as it should be', () => {
  test.each(finds)('%s', async (path) => {
    const [id = '', , ...place] = path.split('/');
    expect(await judge(id, place.join('/'), readFileSync(join(corpus, path), 'utf8'))).toEqual([]);
  });
});

test('the first inputs break no promise', async () => {
  for (let number = 0; number < howMany(500); number++) {
    const { target, place, text, closely } = await drawInput(number);
    expect(
      await judge(target.id, place, text, closely),
      `npm run fuzz -- --from ${number} --count 1`,
    ).toEqual([]);
  }
});

test('a message that names no file is noticed', async () => {
  const target = at(await listTargets(), 0);
  const noisy = { ...target, commands: () => [['assess', 'nowhere']] };
  const found = await judgeInput(noisy, 'workload.yaml', '', false);
  expect(found.map(({ kind }) => kind)).toEqual(['no place']);
});
