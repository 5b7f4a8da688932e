import { readdirSync, readFileSync } from 'node:fs';
import { lint } from 'markdownlint/sync';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { escapeText } from '../../../../../src/text/safe.ts';
import { renderMarkdown } from '../../../../../src/render/advice/markdown/markdown.ts';
import { hostileTexts, prepareRendering } from '../../../../support/render-report.ts';

const folder = 'fixtures';
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') }));
const several = fixtures.filter(({ file }) => /(shop|static-website|windows-desktop)\.yaml$/.test(file));
const cases = [
  ...fixtures.map((fixture) => ({ name: fixture.file, files: [fixture] })),
  { name: 'several fixtures together', files: several },
  {
    name: 'a workload that says nothing',
    files: [{ file: 'silent.yaml', text: 'advise: 1\nname: silent\n' }],
  },
];

function render(files: (typeof cases)[number]['files']): string {
  const { result, context } = prepareRendering(files);
  return renderMarkdown(result, context);
}

/** The body without its front matter, as a forge would read it. */
function parse(markdown: string): Root {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  return fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function collect<T extends Nodes['type']>(node: Nodes, type: T): Extract<Nodes, { type: T }>[] {
  const own = node.type === type ? [node as Extract<Nodes, { type: T }>] : [];
  return 'children' in node ? [...own, ...node.children.flatMap((child) => collect(child, type))] : own;
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The rows below the head of every table that begins with this column. */
function rowsOf(tree: Root, column: string): string[][] {
  return collect(tree, 'table').flatMap(({ children: [head, ...rows] }) =>
    head?.children[0] !== undefined && textOf(head.children[0]) === column
      ? rows.map((row) => row.children.map(textOf))
      : [],
  );
}

function isContext(node: Nodes): boolean {
  return node.type === 'heading' && textOf(node) === 'Context and Problem Statement';
}

describe.each(cases)('the record on $name', ({ files }) => {
  const markdown = render(files);
  const tree = parse(markdown);

  it('has nothing that a linter of Markdown finds', () => {
    const config = { default: true, MD013: false, MD024: { siblings_only: true } };
    expect(lint({ strings: { record: markdown }, config }).record).toEqual([]);
  });

  it('has a footnote for every mark, and a mark for every footnote', () => {
    const marks = collect(tree, 'footnoteReference').map(({ identifier }) => identifier);
    const notes = collect(tree, 'footnoteDefinition').map(({ identifier }) => identifier);
    expect([...new Set(marks)].sort()).toEqual([...notes].sort());
  });

  it('links to nothing but the addresses of sources', () => {
    const addresses = new Set(prepareRendering([]).context.rulebook.sources.map(({ address }) => address));
    const links = collect(tree, 'link').map(({ url }) => url);
    expect(links.filter((url) => !addresses.has(url))).toEqual([]);
    expect(collect(tree, 'image')).toEqual([]);
    expect(collect(tree, 'html')).toEqual([]);
  });
});

describe('a record', () => {
  const [payments] = fixtures.filter(({ file }) => file.endsWith('payments-api.yaml'));
  const tree = parse(render(payments === undefined ? [] : [payments]));
  const titles = collect(tree, 'heading').map((node) => `${'#'.repeat(node.depth)} ${textOf(node)}`);

  it('has the headings of MADR 4, in its order', () => {
    expect(titles.filter((title) => !/^###+ (The|VMs|What|How)/.test(title))).toEqual([
      '# Run payments-api in a container: The Kubernetes you already run',
      '## Context and Problem Statement',
      '## Decision Drivers',
      '## Considered Options',
      '## Decision Outcome',
      '### Consequences',
      '### Confirmation',
      '## Pros and Cons of the Options',
      '## More Information',
    ]);
  });

  it('lists what must be done before what should', () => {
    const tasks = collect(tree, 'listItem').filter(({ checked }) => checked === false);
    const levels = tasks.map((item) => textOf(item).split(' ')[0] ?? '');
    const runs = levels.filter((level, index) => level !== levels[index - 1]);
    expect(runs, 'its own, which has no condition, then the baseline').toEqual(['should', 'must', 'should']);
  });

  it('has page one before everything else: the recommendation, why, conditions, sign-off', () => {
    const before = tree.children.slice(1, tree.children.findIndex(isContext));
    const leads = before.flatMap((node) => {
      const [first] = node.type === 'paragraph' ? node.children : [];
      return first?.type === 'strong' ? [textOf(first)] : [];
    });
    expect(leads).toEqual(['Recommended', 'Why:', 'Conditions', 'Presumed', 'Sign-off:']);
  });

  it('folds what nobody said into one table by topic', () => {
    const rows = rowsOf(tree, 'About');
    expect(new Set(rows.map(([topic]) => topic)).size).toBe(8);
    expect(
      Math.max(...collect(tree, 'paragraph').map((node) => textOf(node).split('; ').length)),
    ).toBeLessThan(9);
  });

  it('draws the stack of the choice beside that of the runner-up', () => {
    const [drawing] = collect(tree, 'code').filter(({ lang }) => lang === 'mermaid');
    expect(drawing?.value).toMatch(/^flowchart LR\n/);
    expect(drawing?.value).toContain('Recommended#58; The Kubernetes you already run');
    expect(drawing?.value).toContain('Runner-up#58; VMs in an instance group');
  });

  it('tells each fact with the line that says it', () => {
    const rows = collect(tree, 'tableRow').map((row) => row.children.map(textOf).join(' | '));
    expect(rows).toContain('instances at peak scale.instances | 40 | fixtures/payments-api.yaml:8');
  });
});

describe('the overview of several workloads', () => {
  const tree = parse(render(several));
  const rows = collect(tree, 'tableRow').map((row) => row.children.map(textOf));
  const find = (name: string) => {
    const row = rows.find(([first]) => first === name) ?? [];
    return [row[1], row[4]];
  };

  it.each([
    { name: 'shop', placement: 'split: The Kubernetes you already run, single VMs', musts: '5' },
    { name: 'static-website', placement: 'either: Single VMs or containers on one host', musts: '2' },
    { name: 'windows-desktop', placement: 'vm: Single VMs', musts: '' },
  ])(
    'names all placements of $name and counts what must be done in all its parts',
    ({ name, placement, musts }) => {
      expect(find(name)).toEqual([placement, musts]);
    },
  );
});

describe('the record on a system', () => {
  const tree = parse(
    render([{ file: 'clinic.yaml', text: readFileSync('test/program/page/clinic.yaml', 'utf8') }]),
  );
  const tasks = collect(tree, 'listItem').filter(({ checked }) => checked !== null && checked !== undefined);
  const ids = tasks.map((task) => collect(task, 'inlineCode').map(({ value }) => value)[0]);
  const find = (id: string) => textOf(tasks[ids.indexOf(id)] ?? tree);

  it('tells an action once, whatever the number of parts that call for it', () => {
    expect(ids).toEqual([...new Set(ids)]);
    expect(find('forbid-privileged-mode')).toMatch(/ · 4 of 6$/);
    expect(find('back-up-and-restore')).toMatch(/ · records-database and image-archive$/);
  });

  it('is signed once, and what judged it is told once', () => {
    const titles = collect(tree, 'heading').map(textOf);
    expect(titles.filter((title) => title === 'How it was judged')).toHaveLength(1);
    expect(rowsOf(tree, 'Role')).toHaveLength(3);
  });

  it('tells a presumption once for all parts that it is made of', () => {
    const rows = rowsOf(tree, 'About').map((row) => row.join(' | '));
    expect(rows).toContain('Trust and isolation | presumed | regulated data no | all but records-database');
  });
});

describe('the record on a part of a system, with a what-if', () => {
  const shop = fixtures.filter(({ file }) => file === 'fixtures/shop.yaml');
  const set = [{ fact: 'os.family', values: ['windows'], origin: 'set' }] as const;
  const { result, context } = prepareRendering(shop, set);
  const paragraphs = collect(parse(renderMarkdown(result, context)), 'paragraph').map(textOf);

  it('says of the system, and not of the part, what it was before', () => {
    const told = paragraphs.filter((text) => text.startsWith('What if'));
    expect(told).toHaveLength(3);
    for (const text of told)
      expect(text).toMatch(
        /^What if: this record is about the workload as it would be with os\.family=windows, which changes the headline, strength, placement and actions; without it, shop is split, favoured; to do with it: /,
      );
  });

  it('begins with a sentence', () => {
    expect(paragraphs.some((text) => text.startsWith('web, a part of shop, needs a place to run.'))).toBe(
      true,
    );
  });
});

describe.each(hostileTexts)('a text such as %j', (hostile) => {
  const text = stringify({
    advise: 1,
    name: hostile,
    facts: { package: { 'vendor-support': 'vm-or-hardware-only', 'support-required': 'yes' } },
    waivers: [{ rule: 'vendor-support-is-required', because: hostile, by: hostile }],
    components: [{ name: hostile }, { name: 'other', facts: { os: { family: 'windows' } } }],
  });
  const markdown = render([{ file: 'x.yaml', text }]);
  const tree = parse(markdown);
  const page = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const shown = escapeText(hostile);

  it('shows as it was typed, as the title, a component and a reason', () => {
    const titles = collect(tree, 'heading').map(textOf);
    expect(titles.some((title) => title.includes(shown))).toBe(true);
    expect(collect(tree, 'tableCell').map(textOf)).toContain(shown);
    const items = collect(tree, 'listItem').map(textOf);
    expect(items.some((item) => item.includes(shown.replace(/\.$/, '')))).toBe(true);
  });

  it('is no mark, no link and no element', () => {
    expect(collect(tree, 'html')).toEqual([]);
    // As a forge parses it; the tree above also links addresses that are escaped.
    expect(page).not.toMatch(/<(script|img|svg|b|em|del)\b|href="[^"]*(evil|javascript)/);
    expect(collect(tree, 'image')).toEqual([]);
    expect(collect(tree, 'heading').filter((node) => textOf(node) === 'heading')).toEqual([]);
  });
});
