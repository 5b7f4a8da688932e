import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Advice } from '../../src/advice/result.ts';
import type { ReadyRulebook } from '../../src/rulebook/ready.ts';
import { compileRulebook } from '../../src/rulebook/compile-rulebook.ts';
import { loadRulebook } from '../../src/rulebook/load/load-rulebook.ts';
import type { RulebookFile } from '../../src/rulebook/load/shape-file.ts';
import { shuffleRulebook } from '../support/build-shuffled-rulebook.ts';
import { assessFacts } from '../support/build-workload.ts';
import { seedRandom } from '../support/random-values.ts';
import { makeStatements } from '../support/random-workload.ts';
import { howMany } from '../support/how-many.ts';

const folder = new URL('../../rules/', import.meta.url);
const files: RulebookFile[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ path: `rules/${name}`, name, text: readFileSync(new URL(name, folder), 'utf8') }));

function ready(written: readonly RulebookFile[]): ReadyRulebook {
  const rulebook = loadRulebook(written, 'rules');
  return { rulebook, model: compileRulebook(rulebook) };
}

/** The advice as bytes, without the lines at which rules stand: those do move. */
function write(advice: Advice): string {
  return JSON.stringify(advice, (key, value: unknown) => (key === 'at' ? undefined : value));
}

describe('the order of files, rules and keys', () => {
  const original = ready(files);

  it.each([11, 12, 13])(
    `changes nothing: shuffle %i gives the same advice on ${howMany(400)} workloads`,
    (seed) => {
      const random = seedRandom(seed);
      const shuffled = ready(shuffleRulebook(files, random));
      expect(shuffled.rulebook.digest).toBe(original.rulebook.digest);
      const headlines = new Set<string>();
      for (let round = 0; round < howMany(400); round++) {
        const facts = [...makeStatements(original, random).values()];
        const advice = assessFacts(original, facts);
        headlines.add(advice.verdict.headline);
        expect(write(assessFacts(shuffled, facts))).toBe(write(advice));
      }
      expect([...headlines].sort()).toEqual(['container', 'either', 'none', 'vm']);
    },
  );
});
