import { describe, expect, it } from 'vitest';
import { assess } from '../../../../../src/assess.ts';
import { renderSummary } from '../../../../../src/render/advice/markdown/summary.ts';
import { hostileTexts, prepareRendering, type Rendering } from '../../../../support/render-report.ts';

// What GitHub shows of a job: it has to be there whatever the pull request holds.

/** GitHub drops a summary that is larger. */
const limit = 2 ** 20;

const names = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => `${name} ${index}`);

/** So many workloads of one file, each held to a gate that trips for every second one. */
function prepare(all: readonly string[]): Rendering {
  const text = all
    .map((name, index) => {
      const facts =
        index % 2 === 0 ? '{ os: { family: windows, desktop: yes } }' : '{ state: { kind: stateless } }';
      return `advise: 1\nname: ${JSON.stringify(name)}\nfacts: ${facts}\n`;
    })
    .join('---\n');
  const { result, context } = prepareRendering([{ file: 'all.yaml', text }]);
  const { page } = context;
  if (page === undefined) throw new Error('no page');
  const results = page.input.workloads.map((workload) =>
    assess(workload, page.ready, { ...page.input, gates: { expect: ['container'], require: [] } }),
  );
  return { result: { ...result, results }, context };
}

function summarise(all: readonly string[]): string {
  const { result, context } = prepare(all);
  return renderSummary(result, context);
}

describe('the summary of a job', () => {
  const text = summarise(['desk', 'web']);

  it('begins with the totals, then a row a workload, those that tripped first', () => {
    expect(text.split('\n')[0]).toMatch(/^## 2 workloads: .*; \d of 2 gates tripped$/);
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    expect(rows[2]).toMatch(/^\| ✗ \| desk \| vm, forced \| Single VMs \| /);
  });

  it('says why a gate tripped', () => {
    expect(text).toMatch(/^### What tripped\n\n\*\*desk\*\*: wanted container, is vm\. /m);
  });

  it('has the records folded behind that, each with what its footnotes say', () => {
    expect(text.match(/^<details>\n<summary>(desk|web) /gm)).toHaveLength(2);
    expect(text.indexOf('<details>')).toBeGreaterThan(text.indexOf('### What tripped'));
    expect(text).toMatch(/^\[\^[\w-]+\]: /m);
  });
});

describe('GitHub takes the summary', () => {
  it.each([
    { name: 'of 70 workloads: all rows, and as many records as there is room for', all: names(70, 'w') },
    { name: 'of names of several bytes a letter', all: names(40, '漢字🦀'.repeat(500)) },
    {
      name: 'of 40 names of 20 000 letters, more than fits into the table',
      all: names(40, 'x'.repeat(20_000)),
    },
  ])('$name', ({ all }) => {
    const summary = summarise(all);
    expect(Buffer.byteLength(summary)).toBeLessThan(limit);
    expect(summary).toMatch(/^\d+ \w+ more, for which there is no room here\.$/m);
    expect(summary).toMatch(/^### What tripped$/m);
    expect(summary.match(/^<details>$/gm)?.length ?? 0).toBe(summary.match(/^<\/details>$/gm)?.length ?? 0);
  });
});

it.each(hostileTexts)('a name such as %j opens no element', (hostile) => {
  const summary = summarise([hostile]);
  const elements = summary.replace(/`[^`]*`/g, '').match(/(?<!\\)<(?!https:)[a-z/][^>]*>/gi) ?? [];
  expect(elements).toEqual(['<details>', '<summary>', '</summary>', '</details>']);
});
