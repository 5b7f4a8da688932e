import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadyRulebook } from '../../../src/rulebook/ready.ts';
import { parseYaml } from '../../../src/read/parse-yaml.ts';
import { combineFacts, type FactStatement } from '../../../src/workload/workload.ts';
import { parseWorkload } from '../../../src/workload/parse-workload.ts';
import type { Random } from '../../support/random-values.ts';
import { listChoices } from '../../support/random-workload.ts';
import type { Truths } from './plan-replay.ts';

/** The golden workloads, with what each of them says. */
export function listGolden(ready: ReadyRulebook): { name: string; given: Truths }[] {
  return ['real', 'tricky'].flatMap((folder) => {
    const path = fileURLToPath(new URL(`../../../fixtures/golden/${folder}/`, import.meta.url));
    const files = readdirSync(path).filter((file) => file.endsWith('.yaml') && file !== 'expected.yaml');
    return files.sort().flatMap((file) =>
      parseYaml(readFileSync(path + file, 'utf8'), file).map((document) => {
        const workload = parseWorkload(document, ready.rulebook);
        return { name: file, given: combineFacts(workload.facts, workload.components[0]?.facts ?? []) };
      }),
    );
  });
}

/**
 * What might be the whole truth of a workload: what it says, and of the rest what is presumed, wrong
 * one time in twenty, or anything where nothing is.
 */
export function drawTruth({ rulebook, model }: ReadyRulebook, given: Truths, random: Random): Truths {
  return new Map(
    rulebook.facts.map((fact, index): [string, FactStatement] => {
      const compiled = model.facts[index];
      if (compiled === undefined) throw new Error(`no fact ${fact.id}`);
      const said = given.get(fact.id)?.values;
      const presumed = typeof fact.presumed === 'boolean' ? undefined : fact.presumed;
      const value =
        said != null
          ? random.pick(said)
          : presumed !== undefined && !random.chance(0.05)
            ? presumed
            : random.pick(listChoices(fact, compiled));
      return [fact.id, { fact: fact.id, origin: 'asked', values: [value] }];
    }),
  );
}
