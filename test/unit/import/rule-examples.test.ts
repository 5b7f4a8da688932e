import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exampleName, inferFrom, rows } from './rule-rows.ts';
import { groupSayings, listSayings, wordRemarks } from './word-reading.ts';

// What the two examples of a rule do not have in common, in rule-examples.txt: a plus where it is read of the one that
// fires only, a minus of the quiet one. After a wanted change: UPDATE_READINGS=1 npx vitest run
// test/unit/import/rule-examples.test.ts, and read the difference.

const record = 'test/unit/import/rule-examples.txt';

/** What is said of one side only, whatever its place, and what is left over of both. */
async function compareExamples({ kind, importer, rule }: (typeof rows)[number]): Promise<string> {
  const read = async (side: 'fires' | 'quiet') => {
    const { imported, subjects } = await inferFrom(kind, importer, rule.examples[side]);
    return {
      sayings: subjects.flatMap((subject) => listSayings(subject, exampleName)),
      remarks: wordRemarks(imported, exampleName),
    };
  };
  const [fires, quiet] = [await read('fires'), await read('quiet')];
  const word = (sign: string, { sayings, remarks }: typeof fires, other: typeof fires) =>
    [
      ...groupSayings(sayings.filter((each) => !other.sayings.some(({ what }) => what === each.what))),
      ...remarks,
    ].map((each) => `${sign} ${each}\n`);
  return [...word('+', fires, quiet), ...word('-', quiet, fires)].join('');
}

const recorded = new Map(
  readFileSync(record, 'utf8')
    .split(/^(?=\S+: )/m)
    .map((section) => {
      const end = section.indexOf('\n');
      return [section.slice(0, end), section.slice(end + 1).trimEnd()] as const;
    }),
);

if (process.env.UPDATE_READINGS === '1')
  it('the record is written', async () => {
    const sections: string[] = [];
    for (const row of rows) sections.push(`${row.name}\n${await compareExamples(row)}`);
    writeFileSync(record, sections.join('\n'));
  });
else {
  it.each(rows)('$name says of its examples what is recorded', async (row) => {
    expect((await compareExamples(row)).trimEnd()).toBe(recorded.get(row.name));
  });

  it('nothing is recorded of rules that there are not', () => {
    expect([...recorded.keys()]).toEqual(rows.map(({ name }) => name));
  });
}
