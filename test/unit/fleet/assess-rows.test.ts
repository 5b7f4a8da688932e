import { describe, expect, it } from 'vitest';
import { assessRows } from '../../../src/fleet/assess-rows.ts';
import { numberStatements } from '../../../src/fleet/fact-codes.ts';
import { judgeFleet } from '../../../src/fleet/judge-fleet.ts';
import { openRows } from '../../../src/fleet/open-rows.ts';
import { layProfiles } from '../../../src/fleet/profile-layers.ts';
import { recordForm } from '../../../src/fleet/record-forms.ts';
import { loadSmallRulebook } from '../../support/load-small-rulebook.ts';

// Rows that are written and rows that are rejected are the rows that were read, whatever their number: where
// something is done in pieces, the number that just fits one and the numbers beside it are those that get lost.

const ready = loadSmallRulebook();
const chunk = 1 << 16;

async function* listChunks(
  head: string,
  line: (row: number) => string,
  rows: number,
): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  let text = head;
  for (let row = 0; row < rows; row++) {
    text += line(row);
    if (text.length < chunk) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

const forms = [
  {
    name: 'NDJSON',
    head: '',
    sizes: [0, 1, 2047, 2048, 2049, 204_800, 204_801],
    line: (row: number) => `{"name":"w${row}","os_family":"${nameOf(row)}"}\n`,
  },
  {
    name: 'CSV',
    head: 'name,os_family\n',
    sizes: [0, 1, 2047, 2048, 2049],
    line: (row: number) => `w${row},${nameOf(row)}\n`,
  },
];

/** Every seventh is wrong. */
function nameOf(row: number): string {
  return row % 7 === 3 ? 'linus' : row % 2 === 0 ? 'linux' : 'windows';
}

describe.each(forms)('rows of $name', ({ head, line, sizes }) => {
  it.each(sizes)('are all there: %d', async (rows) => {
    const codes = numberStatements(ready.model);
    const profiles = layProfiles(ready, codes, [], new Map());
    const form = recordForm('ndjson', [], new Set());
    const judge = judgeFleet({
      ready,
      codes,
      extras: new Set(),
      forms: [form],
      grouped: false,
      today: '2027-01-15',
    });
    let [written, rejected, last] = [0, 0, ''];
    const source = await openRows(listChunks(head, line, rows), 'rows', ready.rulebook, profiles, {
      carry: [],
      by: undefined,
    });
    const counts = await assessRows(
      source,
      { judge, profiles },
      {
        write: [
          {
            form,
            take: (lines) => {
              written += lines.split('\n').length - 1;
              last = lines === '' ? last : lines;
            },
          },
        ],
        reject: () => {
          rejected++;
        },
        goOn: () => undefined,
      },
      { read: 0, judged: 0, rejected: 0 },
    );
    const wrong = Math.max(0, Math.ceil((rows - 3) / 7));
    expect({ written, rejected }).toEqual({ written: rows - wrong, rejected: wrong });
    expect(counts).toEqual({ read: rows, judged: written, rejected });
    const end = nameOf(rows - 1) === 'linus' ? rows - 2 : rows - 1;
    if (rows > 0) expect(last.trimEnd().split('\n').at(-1)).toContain(`"name":"w${end}"`);
  });
});
