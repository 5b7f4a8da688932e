import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../src/errors.ts';
import { findCsvTable } from '../../../../src/import/table/csv-table.ts';
import { decodeTable } from '../../../../src/import/table/table-bytes.ts';

/** The rows of a text, each with where its second cell stands. */
async function rowsOf(text: string): Promise<readonly (readonly [readonly string[], string])[]> {
  const rows: [readonly string[], string][] = [];
  await findCsvTable(text, 'x.csv')?.eachRow(({ cells, positionOf }) => {
    const { line, column } = positionOf(1);
    rows.push([cells, `${line}:${column}`]);
  });
  return rows;
}

describe('a CSV text', () => {
  it.each([
    ['commas', 'VM,OS\nerp,Linux\n', [['erp', 'Linux'], '2:5']],
    ['semicolons, and commas in cells', 'VM;OS\nerp;"a, b"\n', [['erp', 'a, b'], '2:5']],
    ['tabs', 'VM\tOS\nerp\tLinux\n', [['erp', 'Linux'], '2:5']],
    ['a line that says what separates', 'sep=;\r\nVM;OS\r\nerp;Linux\r\n', [['erp', 'Linux'], '3:5']],
    ['quotes that are doubled', 'VM,OS\n"the ""erp""",Linux\n', [['the "erp"', 'Linux'], '2:15']],
    ['a quote inside a cell', 'VM,OS\n5"disk,Linux\n', [['5"disk', 'Linux'], '2:8']],
    ['a cell of two lines', 'VM,OS\n"er\np",Linux\n', [['er\np', 'Linux'], '3:4']],
    ['empty rows between', 'VM,OS\n,\n\nerp,Linux\n', [['erp', 'Linux'], '4:5']],
    ['fewer cells than headings', 'VM,OS\nerp\n', [['erp'], '2:4']],
    ['blanks around', 'VM , OS\n erp ,Linux\n', [['erp', 'Linux'], '2:7']],
  ] as const)('is read with %s', async (_, text, expected) => {
    expect(await rowsOf(text)).toEqual([expected]);
  });

  it('tells where the second row after one of several lines stands', async () => {
    expect(await rowsOf('VM,OS\n"a\nb",x\nc,y\n')).toEqual([
      [['a\nb', 'x'], '3:4'],
      [['c', 'y'], '4:3'],
    ]);
  });

  it('with a quote that is never closed is refused where the row begins', async () => {
    const error = await rowsOf('VM,OS\nerp,Linux\n"crm,Linux\nweb,Linux\n').catch((each: unknown) => each);
    expect((error as InputError).problems).toEqual([
      {
        message: 'a quote opens in this row and is never closed',
        at: { file: 'x.csv', line: 3, column: 1 },
      },
    ]);
  });

  it.each([
    ['YAML', 'services: { a: 1, b: 2 }\n'],
    ['a comment', '# a, b\nservices:\n'],
    ['JSON', '{"a": 1, "b": 2}'],
    ['a list', '- a, b\n'],
    ['XML', '<domain a="1,2">\n'],
    ['prose in one column', 'hello\nworld\n'],
  ])('is not seen in %s', (_, text) => {
    expect(findCsvTable(text, 'x')).toBeUndefined();
  });
});

describe('bytes that are not UTF-8', () => {
  it.each([
    ['UTF-16 of little ends', [0xff, 0xfe, 0xe4, 0, 0x2c, 0]],
    ['UTF-16 of big ends', [0xfe, 0xff, 0, 0xe4, 0, 0x2c]],
    ['what Windows writes', [0xe4, 0x2c]],
  ])('are read as %s', (_, bytes) => {
    expect(decodeTable(Uint8Array.from(bytes))).toBe('ä,');
  });
});
