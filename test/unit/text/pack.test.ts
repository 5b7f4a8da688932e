import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packText, unpackText } from '../../../src/text/pack.ts';

it('any text comes back as it was packed, and is packed in letters that no page trips over', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => {
      const packed = packText(text);
      expect(packed).toMatch(/^[A-Za-z0-9+/]*={0,2}$/);
      expect(unpackText(packed)).toBe(text);
    }),
  );
});

it('what repeats itself gets shorter', () => {
  const text = '"rule": "strong", '.repeat(1000);
  expect(packText(text).length).toBeLessThan(text.length / 20);
});
