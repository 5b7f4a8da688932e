import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeText } from '../../../src/text/safe.ts';
import { writeXml } from '../../../src/text/xml.ts';
import { hostileText } from '../../support/format-results.ts';

const parse = (text: string) => new DOMParser().parseFromString(text, 'text/xml').documentElement;

test('writes elements in order, indented, with one line end', () => {
  const text = writeXml({
    name: 'a',
    attributes: { x: 1, y: '' },
    content: [{ name: 'b', content: 'text\nmore' }, { name: 'c' }, { name: 'b' }],
  });
  expect(text).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a x="1" y="">\n  <b>text\nmore</b>\n  <c/>\n  <b/>\n</a>\n',
  );
});

test('a document of one empty element is a document', () => {
  expect(writeXml({ name: 'a' })).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a/>\n');
});

const safe = (text: string) =>
  escapeText(text).replace(/[\ufffe\uffff]/g, (each) => `\\u${each.charCodeAt(0).toString(16)}`);

test('what goes in comes out again, made safe', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (attribute, content) => {
      const root = parse(writeXml({ name: 'a', attributes: { x: attribute }, content }));
      expect(root?.getAttribute('x')).toBe(safe(attribute));
      expect(root?.textContent).toBe(content.split('\n').map(safe).join('\n'));
    }),
  );
});
