import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { assess } from '../../../../src/assess.ts';
import { isInputError } from '../../../../src/errors.ts';
import { main } from '../../../../src/main.ts';
import { formats } from '../../../../src/render/render.ts';
import { parseDocuments } from '../../../../src/workload/parse-workload.ts';
import type { Workload } from '../../../../src/workload/workload.ts';
import { writeWorkload } from '../../../../src/workload/write-workload.ts';
import { createTestWorld } from '../../../support/create-test-world.ts';
import { howMany } from '../../../support/how-many.ts';
import { loadRules } from '../../../support/load-rules.ts';
import { readManifest } from '../read-manifest.ts';

const ready = loadRules();
const path = 'test/unit/import/artefacts/kubernetes/shop.yaml';
const shop = readFileSync(path, 'utf8');

/** The same as a cluster would print it. */
const items = parseAllDocuments(shop).map((document) => document.toJS() as Record<string, unknown>);
const list = { apiVersion: 'v1', kind: 'List', items };
const printed = [
  { form: 'YAML', text: shop },
  { form: 'JSON', text: JSON.stringify(list, null, 4) },
  { form: 'JSON in one line', text: JSON.stringify(list) },
];

describe('every statement', () => {
  const places = [
    { rule: 'kubernetes/tuned-before', at: 'command: ["sysctl"' },
    { rule: 'kubernetes/autoscaler', at: '8' },
    { rule: 'kubernetes/reached-from-outside', at: 'shop.example' },
    { rule: 'kubernetes/refused-rights', at: 'restricted' },
    { rule: 'kubernetes/pool-of-its-own', at: '{ key: shop' },
    { rule: 'kubernetes/built-by-a-pipeline', at: 'registry.example/town/web' },
    { rule: 'kubernetes/linux', at: 'spec:' },
    { rule: 'kubernetes/any-node', at: 'Deployment' },
    { rule: 'kubernetes/written-for', at: 'apps/v1' },
    { rule: 'container/capability', at: 'NET_ADMIN' },
    { rule: 'container/memory-limit', at: '1Gi' },
    { rule: 'container/grace', at: '600' },
    { rule: 'container/user', at: '1000' },
    { rule: 'container/read-only', at: 'true' },
    { rule: 'container/volume', at: 'web-data' },
    { rule: 'container/no-device', at: 'spec:' },
    { rule: 'image/some', at: 'registry.example/town/web' },
  ];

  it.each(places)('of $rule stands where it says', async ({ rule, at }) => {
    const { imported } = await readManifest(shop);
    const [found] = imported.workloads[0]?.inferences.filter((each) => each.rule === rule) ?? [];
    expect(found?.at.file).toBe('manifest.yaml');
    const line = shop.split('\n')[(found?.at.line ?? 0) - 1] ?? '';
    expect(line.slice((found?.at.column ?? 0) - 1)).toMatch(new RegExp(`^${at.replace(/[[{]/g, '\\$&')}`));
  });

  it('is tried here, of the rules that fire', async () => {
    const { imported } = await readManifest(shop);
    const own = new Set(
      imported.workloads[0]?.inferences
        .map(({ rule }) => rule)
        .filter((rule) => rule.startsWith('kubernetes/')),
    );
    expect([...own].filter((rule) => !places.some((place) => place.rule === rule))).toEqual([]);
  });

  it.each(printed)('is the same of $form', async ({ text }) => {
    const say = async (from: string) =>
      (await readManifest(from)).workloads.map(({ facts }) =>
        facts.map(({ fact, values, origin, rule }) => ({ fact, values, origin, rule })),
      );
    expect(await say(text)).toEqual(await say(shop));
  });

  it('stands in JSON of one line by its column', async () => {
    const [, , { text } = { text: '' }] = printed;
    const { imported } = await readManifest(text);
    const found = imported.workloads[0]?.inferences.find(({ rule }) => rule === 'container/memory-limit');
    expect(found?.at.line).toBe(1);
    expect(text.slice((found?.at.column ?? 0) - 1)).toMatch(/^"1Gi"/);
  });
});

it('assessing a manifest is assessing the file that is written of it', async () => {
  const { workloads } = await readManifest(shop);
  for (const workload of workloads) {
    const [again] = parseDocuments(writeWorkload(ready.rulebook, workload), 'workload.yaml', ready.rulebook);
    const judge = (each: Workload) => {
      const { verdict, reasons } = assess(each, ready, { today: '2027-01-15' });
      return JSON.parse(
        JSON.stringify({ verdict, reasons }, (key, value: unknown) =>
          key === 'at' || key === 'rule' ? undefined : value,
        ),
      ) as unknown;
    };
    expect(again && judge(again)).toEqual(judge(workload));
  }
});

describe('secrets', () => {
  const planted = [...shop.matchAll(/planted[\w-]+/g)].map(([text]) => text);

  it.each(formats)('are in nothing that is printed as %s', async (format) => {
    const test = createTestWorld({ folder: '.', stdin: new TextEncoder().encode(shop) });
    await main(['assess', '-', '--all', '-f', format, '--no-config'], test.world);
    expect(test.stdout()).toContain('town/web');
    expect(planted.length).toBe(7);
    expect(planted.filter((text) => (test.stdout() + test.stderr()).includes(text))).toEqual([]);
  });

  it('are in no file that is written, and in no list of what was not read', async () => {
    const { workloads, imported } = await readManifest(shop);
    const written = workloads.map((workload) => writeWorkload(ready.rulebook, workload)).join('');
    expect(written + JSON.stringify([imported.unread, imported.remarks])).not.toContain('planted');
  });
});

describe('what was spoilt', () => {
  const random = (seed: number) => () => {
    // A small generator that is the same everywhere (mulberry32).
    let mixed = (seed += 0x6d2b79f5);
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const pieces = [
    'null',
    '[]',
    '{}',
    '-1',
    '"',
    "'",
    '{{ .x }}',
    '&a',
    '*a',
    '!!binary',
    '- ',
    ': ',
    '\t',
    '\u0000',
    '🂡',
    '9'.repeat(400),
    '---\n',
    '<<: *a',
    '~',
    'true',
  ];

  /** A text with some lines, words or characters lost, doubled or put elsewhere. */
  function spoil(text: string, draw: () => number): string {
    let spoilt = text;
    for (let left = 1 + Math.floor(draw() * 4); left > 0; left--) {
      const from = Math.floor(draw() * spoilt.length);
      const to = Math.min(spoilt.length, from + Math.floor(draw() * draw() * 60));
      const piece = pieces[Math.floor(draw() * pieces.length)] ?? '';
      const cut = spoilt.slice(from, to);
      const put = [piece, '', cut + cut, `${cut}\n`][Math.floor(draw() * 4)] ?? '';
      spoilt = spoilt.slice(0, from) + put + spoilt.slice(to);
    }
    return spoilt;
  }

  /** How many workloads are in a text; none where it is refused, or of no kind that is known. */
  async function countRead(text: string): Promise<number> {
    try {
      return (await readManifest(text)).workloads.length;
    } catch (error) {
      if (isInputError(error) || (error instanceof Error && error.message === 'of no kind that is known'))
        return 0;
      throw new Error(`fell over ${JSON.stringify(text)}`, { cause: error });
    }
  }

  it('is read or refused, and never falls over', async () => {
    const draw = random(13);
    let read = 0;
    for (let round = howMany(2000); round > 0; round--) {
      const text = spoil(printed[round % printed.length]?.text ?? shop, draw);
      read += await countRead(text);
    }
    expect(read).toBeGreaterThan(0);
  });

  it.each([
    {
      what: 'values of the wrong sort everywhere',
      text: JSON.stringify(list, (key, value: unknown) =>
        typeof value === 'object' || key === 'apiVersion' || key === 'kind' ? value : [],
      ),
      workloads: 1,
    },
    {
      what: 'a value in the place of every map',
      text: shop.replace(/:$/gm, ': 7').replace(/^ +.*$/gm, ''),
      workloads: 0,
    },
    {
      what: 'anchors that lead back to themselves',
      text: 'apiVersion: v1\nkind: Pod\nspec: &a { containers: [*a], volumes: *a }\n',
      workloads: 1,
    },
  ])('with $what, too', async ({ text, workloads }) => {
    expect(await countRead(text)).toBe(workloads);
  });
});
