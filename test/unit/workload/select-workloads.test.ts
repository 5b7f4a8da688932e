import { describe, expect, it } from 'vitest';
import { createSelection } from '../../../src/workload/select-workloads.ts';
import type { Workload } from '../../../src/workload/workload.ts';

const at = { file: 'shop.yaml', line: 1, column: 1 };
const workload = (name: string, ...parts: readonly string[]): Workload => ({
  name,
  file: 'shop.yaml',
  facts: [],
  waivers: [],
  components: parts.map((part) => ({ name: part, facts: [], at })),
});
const all = [workload('web-1'), workload('Web-2'), workload('shop', 'web', 'db'), workload('prod/api')];

/** What is left, with its parts: `shop[db]`. */
function select(...patterns: readonly string[]): readonly string[] {
  const { pick, checkMet } = createSelection(patterns);
  const picked = all.flatMap((each) => pick(each) ?? []);
  checkMet();
  return picked.map(({ name, components }) =>
    components.length === 0 ? name : `${name}[${components.map((part) => part.name).join()}]`,
  );
}

describe('a selection by names', () => {
  it.each<{ patterns: readonly string[]; left: readonly string[] }>([
    { patterns: [], left: ['web-1', 'Web-2', 'shop[web,db]', 'prod/api'] },
    { patterns: ['web-*'], left: ['web-1', 'Web-2'] },
    { patterns: ['web-?', 'prod/*'], left: ['web-1', 'Web-2', 'prod/api'] },
    { patterns: ['shop'], left: ['shop[web,db]'] },
    { patterns: ['db'], left: ['shop[db]'] },
    { patterns: ['shop/web'], left: ['shop[web]'] },
    { patterns: ['!db', '!prod/*'], left: ['web-1', 'Web-2', 'shop[web]'] },
    { patterns: ['shop', '!web'], left: ['shop[db]'] },
    { patterns: ['!shop'], left: ['web-1', 'Web-2', 'prod/api'] },
  ])('$patterns leaves $left', ({ patterns, left }) => {
    expect(select(...patterns)).toEqual(left);
  });

  it('knows no regular expressions', () => {
    expect(() => select('web-[12]')).toThrow('nothing is called so');
  });

  it('says where nothing is called so, with the nearest name', () => {
    expect(() => select('shop', 'pord/api')).toThrow(
      '--select pord/api: nothing is called so; did you mean prod/api?',
    );
  });
});
