import { expect, it } from 'vitest';
import type { FactEntry } from '../../../src/advice/result.ts';
import { sameValue } from '../../../src/advice/describe-rule-changes.ts';

type Value = FactEntry['value'];

it.each<{ one: Value; other: Value | undefined; same: boolean }>([
  { one: 'linux', other: 'linux', same: true },
  { one: 'linux', other: 'windows', same: false },
  { one: 40, other: 40, same: true },
  { one: 40, other: undefined, same: false },
  { one: ['linux', 'windows'], other: ['linux', 'windows'], same: true },
  { one: ['linux', 'windows'], other: ['windows', 'linux'], same: false },
  { one: { 'at-least': 10 }, other: { 'at-least': 10 }, same: true },
  { one: { 'at-least': 10 }, other: { 'at-least': 11 }, same: false },
  { one: { 'at-least': 10 }, other: { 'at-most': 10 }, same: false },
])('$one and $other are the same value: $same', ({ one, other, same }) => {
  expect(sameValue(one, other)).toBe(same);
});
