import { expect, test } from 'vitest';
import { entryOf } from '../../../src/entry-of.ts';
import { parseTimeSpan } from '../../../src/import/systemd/unit-workload.ts';
import { convertSize, isUnit } from '../../../src/rulebook/units.ts';
import { resolvePlacements } from '../../../src/rulebook/placements.ts';

/** What every object has, and no table of ours. */
const namesOfObjects = ['constructor', '__proto__', 'valueof', 'toString', 'hasOwnProperty'];

test.each(namesOfObjects)('what every object has is no entry: %s', (name) => {
  expect(entryOf({ kind: 'vm' }, name)).toBeUndefined();
  expect(isUnit(name)).toBe(false);
  expect(convertSize(`5 ${name}`, 'GiB')).toBeUndefined();
  expect(parseTimeSpan(`5 ${name}`)).toBeUndefined();
  const placements = [{ id: 'kvm', title: 'KVM', kind: 'vm' as const, isolation: 'vm' as const }];
  expect(resolvePlacements({ placements, placementGroups: {} }, [name])).toEqual([]);
});

test('what a table has is its entry, what every object has too, where it says so', () => {
  expect(entryOf({ kind: 'vm' }, 'kind')).toBe('vm');
  expect(entryOf({ constructor: 'container' }, 'constructor')).toBe('container');
});
