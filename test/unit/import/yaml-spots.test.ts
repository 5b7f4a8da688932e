import { expect, it } from 'vitest';
import { type Spot, spotAt, textAt } from '../../../src/import/spot.ts';
import { parseYamlSpots } from '../../../src/import/yaml-spots.ts';

function parse(text: string): Spot {
  const [spot] = parseYamlSpots(text, 'a.yaml').documents;
  if (spot === undefined) throw new Error('holds nothing');
  return spot;
}

/** How many values are below a spot, aliases followed. */
function count(spot: Spot): number {
  return [...spot.entries.values(), ...spot.items].reduce((sum, inner) => sum + count(inner), 1);
}

it('an alias is what it stands for, where the alias is', () => {
  const spot = parse('a: &x { b: 1 }\nc: *x\n');
  expect(textAt(spot, 'c', 'b')).toBe('1');
  expect(spotAt(spot, 'c')?.at.line).toBe(2);
});

it.each([
  { what: 'a list', text: 'a: &x [*x, 1]' },
  { what: 'a map', text: 'a: &x { b: { c: *x } }' },
  { what: 'a map, by merging', text: 'a: &x { <<: *x, b: 1 }' },
  { what: 'each other', text: 'a: &x [&y [*x, *y]]' },
])('$what that holds itself ends there', ({ text }) => {
  expect(count(parse(text))).toBeLessThan(20);
});

it('of a large text, objects that nobody reads say only what they are, and the others stand where they stood', () => {
  const data = `data:\n  text: |\n${'    some text of a setting\n'.repeat(100_000)}`;
  const text = `kind: ConfigMap\napiVersion: v1\n${data}---\nkind: Service\nmetadata: { name: shop }\n`;
  const { documents } = parseYamlSpots(text, 'a.yaml');
  expect(documents.map((document) => [...document.entries.keys()])).toEqual([
    ['kind', 'apiVersion'],
    ['kind', 'metadata'],
  ]);
  expect(spotAt(documents[1], 'metadata', 'name')?.at.line).toBe(100_007);
});

it('of a stream, what can be read is, and the rest is told', () => {
  const { documents, problems } = parseYamlSpots('a: 1\n---\nb: [\n---\nc: 3\n', 'a.yaml');
  expect(documents.map((document) => [...document.entries.keys()])).toEqual([['a'], ['c']]);
  expect(problems.map(({ message }) => message)).toContain('1 of 3 documents cannot be read');
});

it('aliases of aliases that multiply are refused when somebody walks over them', () => {
  const names = 'b c d e f g h i j k l'.split(' ');
  const lines = names.map((name, index) => {
    const before = 'abcdefghijkl'.charAt(index);
    return `${name}: &${name} [${`*${before}, `.repeat(9)}]`;
  });
  const spot = parse(['a: &a [x]', ...lines].join('\n'));
  expect(() => count(spot)).toThrow('more than 10000 times');
});
