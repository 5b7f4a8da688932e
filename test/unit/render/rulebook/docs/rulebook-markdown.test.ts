import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { lint } from 'markdownlint/sync';
import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { renderDocs } from '../../../../../src/render/rulebook/docs/rulebook-markdown.ts';
import type { Rulebook } from '../../../../../src/rulebook/rulebook.ts';
import { extendSmall } from '../../../../support/build-extension.ts';
import { makeContext } from '../../../../support/format-results.ts';
import { loadRules } from '../../../../support/load-rules.ts';
import { loadSmallRulebook } from '../../../../support/load-small-rulebook.ts';
import { howMany } from '../../../../support/how-many.ts';

const { rulebook } = loadRules();
const { rulebook: small } = loadSmallRulebook();

/** A rulebook as a document. */
function write(book: Rulebook): string {
  return renderDocs(book, makeContext({ rulebook: book }));
}

/** What the linter has to say, as "line rule": all its rules but the length of lines. */
function lintMarkdown(text: string): string[] {
  const config = {
    default: true,
    'line-length': false,
    'no-inline-html': { allowed_elements: ['a'] },
    'no-duplicate-heading': { siblings_only: true },
  };
  const { text: found = [] } = lint({ strings: { text }, config });
  return found.map(({ lineNumber, ruleNames }) => `${lineNumber} ${ruleNames.join(' ')}`);
}

type Node = Root | RootContent;

/** All nodes of a Markdown document, read as a forge reads it. */
function listNodes(markdown: string): Node[] {
  const list = (node: Node): Node[] => [node, ...('children' in node ? node.children.flatMap(list) : [])];
  return list(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
}

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

/** A rulebook with every free text of one rule replaced. */
function withText(text: string): Rulebook {
  const [first, ...others] = small.rules;
  if (first === undefined) throw new Error('no rule');
  const said = `${text}.`;
  const rule = { ...first, title: text, because: said, instead: said, contested: said, note: said };
  return {
    ...small,
    groups: small.groups.map((group, index) => ({
      ...group,
      title: index === 0 ? text : `${text} ${group.id}`,
    })),
    facts: small.facts.map((fact) => ({ ...fact, question: `${text}?`, help: said })),
    sources: small.sources.map((source) => ({ ...source, title: text, publisher: text, supports: said })),
    claims: small.claims.map((claim) => ({ ...claim, says: said, silent: said })),
    rules: [rule, ...others],
  };
}

describe('docs/rulebook.md', () => {
  const file = readFileSync('docs/rulebook.md', 'utf8');
  const nodes = listNodes(file);
  const headings = new Set(nodes.filter(({ type }) => type === 'heading').map(textOf));

  it('is the default rulebook as it is now (npm run docs)', () => {
    expect(file === write(rulebook)).toBe(true);
  });

  it('satisfies the linter, which follows every link inside', () => {
    expect(lintMarkdown(file)).toEqual([]);
  });

  it.each([
    { what: 'fact', ids: rulebook.facts },
    { what: 'placement', ids: rulebook.placements },
    { what: 'rule', ids: rulebook.rules },
    { what: 'action', ids: rulebook.actions },
  ])('has a heading for every $what', ({ ids }) => {
    expect(ids.map(({ id }) => id).filter((id) => !headings.has(id))).toEqual([]);
  });

  it('has a row for every claim, source and threshold', () => {
    const anchors = nodes.flatMap((node) => (node.type === 'html' ? [node.value] : []));
    const ids = [
      ...rulebook.claims.map(({ id }) => `claim-${id.toLowerCase()}`),
      ...rulebook.sources.map(({ id }) => `source-${id}`),
      ...rulebook.params.map(({ id }) => `param-${id}`),
    ];
    expect(ids.filter((id) => !anchors.includes(`<a id="${id}">`))).toEqual([]);
  });

  it('says of every claim what rests on it, why nothing does, or what holds instead', () => {
    const rows = nodes.filter((node) => node.type === 'tableRow').map((row) => row.children.map(textOf));
    const claims = rows.filter(([first = '']) => /C\d\d$/.test(first));
    expect(claims).toHaveLength(rulebook.claims.length);
    expect(claims.filter(([, , resting, corrected]) => resting === '' && corrected === '')).toEqual([]);
  });

  it('repeats every reason, question and meaning word for word', () => {
    const text = nodes.map((node) => ('value' in node ? node.value : '')).join('\n');
    const said = [
      ...rulebook.rules.flatMap(({ because, instead = '', contested = '', note = '' }) => [
        because,
        instead,
        contested,
        note,
      ]),
      ...rulebook.facts.flatMap((fact) => [
        fact.question,
        fact.help ?? '',
        ...Object.values(fact.values ?? {}),
      ]),
      ...rulebook.corrections.flatMap(({ holds, so }) => [holds, so]),
    ];
    expect(said.filter((each) => !text.includes(each.replace(/\s+/g, ' ')))).toEqual([]);
  });
});

describe('a rule in the document', () => {
  const markdown = write(small);

  it('reads like a paragraph, with links to what it names', () => {
    const [, block = ''] = /#### fits-the-kubernetes\n\n([\s\S]*?)\n\n####/.exec(markdown) ?? [];
    expect(block).toBe(`Fits the Kubernetes.

- **Fires when** all of
  - [\`site.containers\`](#sitecontainers) is \`kubernetes\`
  - [\`site.skill\`](#siteskill) is at least \`production\`
  - [\`state.kind\`](#statekind) is \`stateless\`
  - [\`os.desktop\`](#osdesktop) is \`no\`
- **Then** a **strong** vote for a container, while one of these is left: [\`container.kubernetes\`](#containerkubernetes)
- **Because:** Kubernetes runs in production here, and nothing ties it to one machine.
- **Rests on** the article ([C01](#claim-c01))
- **Examples**
  - fires: \`site.containers: kubernetes\`, \`site.skill: production\`, \`state.kind: stateless\`, \`os.desktop: no\`
  - quiet: the same with \`site.skill: some\``);
  });

  it.each([
    {
      what: 'a threshold, with what it stands for',
      line: '- **Fires when** [`site.instances`](#siteinstances) is at least `10` ([`$many`](#param-many))',
    },
    {
      what: 'a number with its unit',
      line: '- **Fires when** [`os.memory`](#osmemory) is at least `256` GiB',
    },
    { what: 'what must not be', line: '- **Fires when** [`site.containers`](#sitecontainers) is not `none`' },
    { what: 'a kind ruled out', line: '- **Then** rules out every container' },
    {
      what: 'an action demanded',
      line: '- **Then** a **moderate** vote for a VM; demands [`keep-copies`](#keep-copies)',
    },
    {
      what: 'a form suited',
      line: '- **Then** suits [`container.kubernetes`](#containerkubernetes) (**slight**)',
    },
    { what: 'our own view', line: '- **Rests on** our own judgement' },
  ])('words $what', ({ line }) => expect(markdown.split('\n')).toContain(line));
});

describe('text of somebody else in the document', () => {
  it.each([
    { what: 'markup of Markdown', text: '# *a* _b_ `c` [d](e) ![f](g) ~h~ | i' },
    { what: 'HTML', text: '<script>alert(1)</script> & &amp; <a id="x">' },
    { what: 'a list and a rule', text: '- a --- 1. b > c' },
    { what: 'an address', text: 'see www.example.org or a@b.org' },
  ])('is shown as it is: $what', ({ text }) => {
    const markdown = write(withText(text));
    const nodes = listNodes(markdown);
    expect(lintMarkdown(markdown).filter((each) => !/no-(bare-urls|space-in)/.test(each))).toEqual([]);
    const foreign = nodes.filter(
      (node) => node.type === 'html' && !/^<a id="(claim|source|param)-|^<\/a>/.test(node.value),
    );
    expect(foreign).toEqual([]);
    const lines = nodes.filter((node) => node.type === 'paragraph').map(textOf);
    expect(lines).toContain(`${text}.`);
    expect(lines).toContain(`Because: ${text}.`);
  });

  it('cannot break out of the place it stands in', () => {
    const shape = (markdown: string) =>
      listNodes(markdown)
        .map(({ type }) => type)
        .filter((type) => ['heading', 'listItem', 'tableRow', 'tableCell', 'code', 'html'].includes(type))
        .join(' ');
    const usual = shape(write(withText('word')));
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== ''),
        (text) => {
          expect(shape(write(withText(text)))).toBe(usual);
        },
      ),
      { numRuns: howMany(25) },
    );
  });

  it('cannot drive a terminal', () => {
    const markdown = write(withText('a\u001b[31mb\u202ec'));
    // eslint-disable-next-line no-control-regex
    expect(markdown).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('the graph', () => {
  it('draws what the rules read and what they say', () => {
    const [, graph = ''] = /```mermaid\n([\s\S]*?)\n```/.exec(write(small)) ?? [];
    expect(graph.split('\n').filter((line) => /--|==|-\.-/.test(line))).toEqual([
      '  g0 --> c0',
      '  c0 -.-x container',
      '  g2 --> c1',
      '  c1 ==> container',
      '  g0 --> c2',
      '  g1 --> c2',
      '  g2 --> c2',
      '  c2 ==> container',
      '  g0 --> c3',
      '  c3 ==> vm',
      '  g1 --> c4',
      '  c4 ==> vm',
      '  g0 --> c5',
      '  c5 ==> vm',
    ]);
  });

  it('keeps quotes and signs of the language out of its labels', () => {
    const [, graph = ''] = /```mermaid\n([\s\S]*?)\n```/.exec(write(withText('a"] --> b;`#'))) ?? [];
    expect(graph).toContain('    g0["a#34;#93; --#62; b#59;#96;#35;"]');
  });
});

describe('the linter', () => {
  it('would see a link that leads nowhere', () => {
    expect(lintMarkdown('# A\n\n[b](#c)\n')).toEqual(['3 MD051 link-fragments']);
  });
});

describe('the document of a rulebook that extends others', () => {
  const acme = extendSmall(`set:
  - { param: many, to: 7, because: "Seven *are* many." }
presume:
  - { fact: os.desktop, to: unknown, because: Half of it has a desktop. }
change:
  - { rule: owns-its-data, to: { favours: { vm: slight } }, because: Our storage outlives it. }
fact-groups:
  - { id: acme, title: Acme, changed-by: people }
facts:
  - { id: acme.zone, name: zone, question: Which?, kind: choice, values: { open: a, plant: b }, presumed: open, exception: It is in the plant, exception-is: rare }
rules:
  - id: in-the-plant
    concern: platform
    title: In the plant
    when: { acme.zone: plant }
    favours: { vm: 'strong' }
    because: It is.
    cites: [judgement]
    examples: { fires: { acme.zone: plant }, quiet: { acme.zone: open } }
placement-groups: { plain: [vm.single] }
`);
  const team = extendSmall(
    `presume:
  - { fact: acme.zone, to: plant, because: We are there., exception: It is not, exception-is: rare }
disable:
  - { rule: in-the-plant, because: We left it. }
  - { rule: owns-its-data, because: "No | longer." }
`,
    'team',
    acme,
  );
  const markdown = write(team);

  it('satisfies the linter, also where one disables what another added or changed', () => {
    expect(lintMarkdown(markdown)).toEqual([]);
    expect(lintMarkdown(write(acme))).toEqual([]);
  });

  it('says of every rule that is disabled what it was called, by whom and why', () => {
    const lists = listNodes(markdown)
      .filter(({ type }) => type === 'listItem')
      .map(textOf);
    expect(lists).toContain('in-the-plant (In the plant): We left it.');
    expect(lists).toContain('owns-its-data (Owns its data): No | longer.');
  });

  it('says nothing of the kind of a rulebook that extends none', () => {
    expect(write(small)).not.toMatch(/What differs|Added by|Changed by/);
  });
});
