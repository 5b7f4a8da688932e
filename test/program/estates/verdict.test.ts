import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countCases } from '../../../src/decide/untangle.ts';
import { mostSqlCases } from '../../../src/fleet/sql/condition-expression.ts';
import { statements } from '../../../src/fleet/sql/write-sql.ts';
import { columnOf } from '../../../src/import/table/plain-map.ts';
import type { ReadyRulebook } from '../../../src/rulebook/ready.ts';
import { writeCells } from '../../../src/text/csv-cells.ts';
import { howMany } from '../../support/how-many.ts';
import { seedRandom } from '../../support/random-values.ts';
import { listChoices } from '../../support/random-workload.ts';
import { skipWithout } from '../../support/skip-without.ts';
import { duckdbRoute, openDuckDb } from './duckdb-route.ts';
import { orderVerdicts, writePointRecord } from './point-record.ts';
import { makeRulebook } from './random-rulebook.ts';

// The rules as SQL say what the engine decides: of rulebooks of every shape, in a database that is quick to ask.

const folder = mkdtempSync(join(tmpdir(), 'advise-verdicts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What may stand in a column, and some that says nothing anybody understands. */
const oddCells = [
  '',
  '',
  'unknown',
  'red|blue',
  'true',
  'false',
  ' yes ',
  '2.0',
  '-1',
  '7',
  'x',
  "it's",
  '1e3',
];

function makeRows({ rulebook, model }: ReadyRulebook, seed: number): string[][] {
  const random = seedRandom(seed);
  return Array.from({ length: 200 }, () =>
    rulebook.facts.map((fact, index) => {
      const compiled = model.facts[index];
      if (compiled === undefined || random.chance(0.25)) return random.pick(oddCells);
      return String(random.pick(listChoices(fact, compiled)));
    }),
  );
}

/** Whether some condition is refused, for it would be too long. */
function isRefused({ model: { facts, rules, placements, actions } }: ReadyRulebook): boolean {
  const conditions = [
    ...rules.map(({ when }) => when),
    ...placements.map(({ needs }) => needs),
    ...actions.map(({ when }) => when),
  ];
  return conditions.some((condition) => condition !== null && countCases(condition, facts) > mostSqlCases);
}

const nameOf = (index: number) => `w${String(index).padStart(3, '0')}`;

describe('rules as SQL', () => {
  skipWithout(duckdbRoute.missing === undefined, 'rules as SQL', duckdbRoute.missing ?? '');

  it.runIf(duckdbRoute.missing === undefined)(
    'decide as the engine does, whatever the rulebook',
    { timeout: 300_000 },
    async () => {
      const database = await openDuckDb(':memory:');
      let headlines = '';
      let tried = 0;
      try {
        for (let seed = 0; seed < howMany(150); seed++) {
          const ready = makeRulebook(seed);
          if (isRefused(ready)) continue;
          tried++;
          const rows = makeRows(ready, seed);
          const lines = [
            ['name', ...ready.rulebook.facts.map(columnOf)],
            ...rows.map((cells, index) => [nameOf(index), ...cells]),
          ].map((cells) => writeCells(cells));
          const path = join(folder, 'rows.csv');
          writeFileSync(path, `${lines.join('\n')}\n`);
          await database.run(
            `CREATE OR REPLACE TABLE workloads AS FROM read_csv('${path}', all_varchar = true)`,
          );
          const statement = statements.verdict(ready, {
            dialect: 'duckdb',
            from: 'workloads',
            decisions: '',
            key: [],
            columns: [],
            extras: new Set(),
          });
          const found = await database.copy(
            orderVerdicts(statement, ready.rulebook, 'duckdb'),
            join(folder, 'found.csv'),
          );
          const expected = rows.map((cells, index) => writePointRecord(ready, nameOf(index), cells));
          expect(found.trimEnd().split('\n').slice(1), `rulebook ${seed}`).toEqual(expected);
          headlines += expected.map((record) => record.split(',').slice(1, 4).join(' ')).join('\n');
        }
      } finally {
        database.close();
      }
      expect(tried).toBeGreaterThan(howMany(50));
      for (const each of ['vm forced', 'container clear', 'vm favoured', 'container lean', 'either', 'none'])
        expect(headlines).toContain(`false ${each}`);
      expect(headlines).toContain('true');
    },
  );
});
