import { decide } from '../../../src/decide/decide.ts';
import { buildState } from '../../../src/decide/build-state.ts';
import { columnOf } from '../../../src/import/table/plain-map.ts';
import type { ReadyRulebook } from '../../../src/rulebook/ready.ts';
import { writeCells } from '../../../src/text/csv-cells.ts';
import { type Random, seedRandom } from '../../support/random-values.ts';
import { listChoices, makeStatements, type Statement } from '../../support/random-workload.ts';
import { writePointRecord } from './point-record.ts';

/** An inventory that was made up. */
export interface Estate {
  /** CSV, a column a fact. */
  readonly rows: string;
  /** What deciding says of each row by itself, before any proof; of rows that cannot be understood nothing. */
  readonly points: ReadonlyMap<string, string>;
  /** The point record of every row, in the order of names. */
  readonly records: readonly string[];
  /** The names of rows of which nothing is said. */
  readonly silent: readonly string[];
  /** The names of rows that nobody can understand. */
  readonly wrong: readonly string[];
}

/**
 * Makes rows as inventories have them: lists in any order, numbers with units, blanks around values, some of
 * which nothing is said, some that are wrong, and machines that are alike.
 */
export function makeEstate(ready: ReadyRulebook, size: number): Estate {
  const random = seedRandom(20261129);
  const { facts } = ready.rulebook;
  const points = new Map<string, string>();
  const [silent, wrong, records]: [string[], string[], string[]] = [[], [], []];
  const lines = [writeCells(['name', ...facts.map(columnOf)])];
  let before = new Map<string, Statement>();
  for (let index = 0; index < size; index++) {
    const name = `w${String(index).padStart(7, '0')}`;
    const said = drawRow(ready, random, before);
    before = said;
    const isWrong = random.chance(0.005);
    const cells = facts.map((fact) => writeSaid(said.get(fact.id), fact.unit, random));
    if (isWrong) cells[random.below(cells.length)] = random.pick(['lynux', '-1', 'x|y', "it's; ~ 100 %"]);
    lines.push(writeCells([name, ...cells]));
    records.push(writePointRecord(ready, name, cells));
    if (isWrong) wrong.push(name);
    else points.set(name, decide(ready.model, buildState(ready.model, said).state, new Set()).headline);
    if (said.size === 0 && !isWrong) silent.push(name);
  }
  return { rows: `${lines.join('\n')}\n`, points, records, silent, wrong };
}

/** A row by chance: of some nothing is said, some are as the one before, some only a proof settles. */
function drawRow(
  ready: ReadyRulebook,
  random: Random,
  before: Map<string, Statement>,
): Map<string, Statement> {
  if (random.chance(0.01)) return new Map();
  if (random.chance(0.01)) return settled;
  return random.chance(0.4) ? before : widen(ready, random, makeStatements(ready, random));
}

/** No rule by itself decides here, and every answer comes to the same. */
const settled = new Map(
  Object.entries({
    'os.family': ['windows', 'macos'],
    'os.windows-hosts': ['hosts-older', 'none'],
    'life.releases': ['weekly', 'daily'],
  }).map(([fact, values]): [string, Statement] => [fact, { fact, origin: 'stated', values }]),
);

/** In some rows much is said to be one of several. */
function widen(
  { model, rulebook }: ReadyRulebook,
  random: Random,
  said: Map<string, Statement>,
): Map<string, Statement> {
  if (!random.chance(0.3)) return said;
  for (const [index, fact] of rulebook.facts.entries()) {
    const [own, compiled] = [said.get(fact.id), model.facts[index]];
    if (own === undefined || compiled === undefined || !random.chance(0.3)) continue;
    said.set(fact.id, { ...own, values: random.shuffle(listChoices(fact, compiled)).slice(0, 3) });
  }
  return said;
}

function writeSaid(said: Statement | undefined, unit: string | undefined, random: Random): string {
  if (said === undefined) return '';
  if (said.values === null) return 'unknown';
  const texts = said.values.map((value) => {
    if (typeof value === 'string') return value;
    if (typeof value !== 'number') throw new Error('no workload is made with bounds');
    if (unit === 'GiB' && random.chance(0.2)) return `${value * 1024} MiB`;
    return Number.isInteger(value) && random.chance(0.1) ? `${value}.0` : String(value);
  });
  const list = random.shuffle(texts).join('|');
  return random.chance(0.02) ? ` ${list} ` : list;
}
