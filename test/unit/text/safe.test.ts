import { describe, expect, it } from 'vitest';
import { escapeText, quoteValue, shortenMessage } from '../../../src/text/safe.ts';

describe('text from outside, made safe to print', () => {
  it.each([
    { name: 'plain text stays', text: 'payments-api', shown: 'payments-api' },
    { name: 'accents and other scripts stay', text: 'Zahlung ü 支払い 🙂', shown: 'Zahlung ü 支払い 🙂' },
    { name: 'a line break', text: 'a\nb', shown: 'a\\nb' },
    { name: 'a carriage return', text: 'a\rb', shown: 'a\\rb' },
    { name: 'a tab', text: 'a\tb', shown: 'a\\tb' },
    { name: 'a colour', text: '\u001b[31mred', shown: '\\u001b[31mred' },
    { name: 'a bell and a backspace', text: '\u0007\b', shown: '\\u0007\\u0008' },
    { name: 'an eight-bit control', text: '\u009b31m', shown: '\\u009b31m' },
    { name: 'writing from right to left', text: 'a\u202eb', shown: 'a\\u202eb' },
    { name: 'a line separator', text: 'a\u2028b', shown: 'a\\u2028b' },
    { name: 'half a character', text: 'a\ud800b', shown: 'a\\ud800b' },
  ])('$name', ({ text, shown }) => expect(escapeText(text)).toBe(shown));
});

describe('a value inside a message', () => {
  it.each([
    { value: 'red', shown: '"red"' },
    { value: 7, shown: '7' },
    { value: true, shown: 'true' },
    { value: null, shown: 'nothing' },
    { value: undefined, shown: 'nothing' },
    { value: [], shown: 'a list' },
    { value: {}, shown: 'a map' },
    { value: 'x'.repeat(60), shown: `"${'x'.repeat(60)}"` },
    { value: 'x'.repeat(61), shown: `"${'x'.repeat(57)}..."` },
  ])('$shown', ({ value, shown }) => expect(quoteValue(value)).toBe(shown));
});

describe('a message that quotes a file', () => {
  it.each([
    { name: 'is told whole', message: 'no fact is called os.famly', shown: 'no fact is called os.famly' },
    { name: 'keeps a long word', message: `no ${'x'.repeat(200)} here`, shown: `no ${'x'.repeat(200)} here` },
    {
      name: 'cuts one that is no word',
      message: `no ${'x'.repeat(201)} here`,
      shown: `no ${'x'.repeat(57)}... here`,
    },
    { name: 'has an end', message: 'ab '.repeat(2000), shown: `${'ab '.repeat(1000)}...` },
  ])('$name', ({ message, shown }) => expect(shortenMessage(message)).toBe(shown));
});
