import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess.ts';
import { parseDocuments } from '../../../src/workload/parse-workload.ts';
import type { Workload } from '../../../src/workload/workload.ts';
import { writeWorkload } from '../../../src/workload/write-workload.ts';
import { loadRules } from '../../support/load-rules.ts';
import { folderOf, planted } from '../../program/secrets/planted.ts';
import { readAt } from './read-fixture.ts';

// What has to hold of every file that is read, tried on one or several of each kind.

const ready = loadRules();
const root = 'test/unit/import/artefacts';
const small = readdirSync(root).flatMap((kind) =>
  readdirSync(`${root}/${kind}`, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/override|\.network$/.test(entry.name))
    .map(({ name }) => `${root}/${kind}/${name}`),
);
// In which there is something of everything; a kind without one fails beside them.
const full = planted.flatMap((each) => (each.kind === 'table' ? [] : [`${folderOf(each)}/${each.file}`]));
const files = [...small, ...full];
const today = '2027-01-15';

/** What is written above a cell, without the star of what must not be left out. */
function headingOf(lines: readonly string[], { line, column }: { line: number; column: number }): string {
  const before = (lines[line - 1] ?? '').slice(0, column - 1).replace(/"(?:[^"]|"")*"/g, '');
  const heading = (lines[0] ?? '').split(',')[before.split(',').length - 1] ?? '';
  return heading.replace(/^\*/, '');
}

/** How a key is written in YAML, in a unit, by the collector, in a Dockerfile, in XML, in JSON, and in JSON that stands in a text. */
function marks(key: string): readonly string[] {
  return [
    `${key}:`,
    `${key}0:`,
    `${key}=`,
    `${key} `,
    `${key}\t`,
    `<${key}>`,
    `:${key} `,
    `"${key}"`,
    `\\"${key}\\"`,
  ];
}

/** Everything that is decided, without the lines it was said at. */
function decide(workload: Workload) {
  const advice = assess(workload, ready, { today });
  const { components, verdict, facts } = advice;
  const show = ({ actions, unsettled }: Pick<typeof advice, 'actions' | 'unsettled'>) =>
    [...actions, ...unsettled].map(({ id, shown }) => [
      id,
      shown && { ...shown, by: [...new Set(shown.by.map(({ observation }) => observation))] },
    ]);
  const strip = (each: typeof facts) =>
    Object.entries(each).map(([fact, { value, origin }]) => [fact, value, origin]);
  return {
    verdict,
    facts: strip(facts),
    shown: show(advice),
    components: components.map((part) => ({
      name: part.name,
      verdict: part.verdict.headline,
      facts: strip(part.facts),
      shown: show(part),
    })),
  };
}

describe.each(files.map((file) => ({ file })))('of $file', ({ file }) => {
  it('the written workload is decided as the file itself', async () => {
    const { workloads } = await readAt(file);
    for (const workload of workloads) {
      const written = writeWorkload(ready.rulebook, workload);
      const [again] = parseDocuments(written, 'again.yaml', ready.rulebook);
      if (again === undefined) throw new Error('nothing was written');
      const { verdict, ...rest } = decide(again);
      const own = decide(workload);
      expect(rest).toEqual({ facts: own.facts, shown: own.shown, components: own.components });
      expect(verdict.headline).toBe(own.verdict.headline);
      expect(verdict.status).toBe(own.verdict.status);
    }
  });

  it('the text at a place holds a key that the rule reads, or is where the thing is declared', async () => {
    const { imported, kind } = await readAt(file);
    const { rules } = await kind.load();
    for (const workload of imported.workloads)
      for (const { name, inferences, observed = [] } of [workload, ...workload.parts])
        for (const { rule = '', at } of [...inferences, ...observed]) {
          if (at === undefined) continue;
          // Rules that kinds share name the keys of Compose.
          if (!(kind.id === 'compose' && at.file.endsWith('.yaml')) && /^(container|image)\//.test(rule))
            continue;
          const lines = readFileSync(at.file, 'utf8').split('\n');
          const reads = rules.find(({ id }) => id === rule)?.reads ?? [];
          // In block style an item stands below its key: the nearest line above with less indentation.
          const above: string[] = [];
          let indent = Infinity;
          for (let index = at.line - 1; index >= 0; index--) {
            const line = lines[index] ?? '';
            const own = line.search(/\S/);
            if (own < 0 || own >= indent) continue;
            above.push(line);
            indent = own;
          }
          if (imported.table !== undefined) {
            expect(reads, `${rule} at ${at.file}:${at.line}:${at.column}`).toContain(headingOf(lines, at));
            continue;
          }
          // What follows of an object or a pod as a whole stands where that is declared.
          const declared = kind.id === 'kubernetes' ? ['kind', 'template'] : [];
          const keys = [...reads.flatMap((key) => key.split('.')), ...declared, name];
          const holds = above.some(
            (line) =>
              line.endsWith(`: ${name}`) ||
              keys.some((key) => marks(key).some((mark) => line.includes(mark))),
          );
          expect(holds, `${rule} at ${at.file}:${at.line}:${at.column}`).toBe(true);
        }
  });
});
