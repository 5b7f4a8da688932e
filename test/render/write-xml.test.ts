import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { writeXml } from '../../src/render/write-xml.ts';

// A strict parser of another hand reads what was written.

interface Read {
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The attributes of the elements and the text in them; throws where the document is not well-formed. */
function readXml(xml: string): Read {
  const attributes: Record<string, string> = {};
  let text = '';
  let open = 0;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    open++;
    Object.assign(attributes, tag.attributes);
  });
  parser.on('closetag', () => open--);
  parser.on('text', (piece) => {
    if (open > 0) text += piece;
  });
  parser.write(xml).close();
  return { attributes, text };
}

describe('an XML document', () => {
  it('is indented, with attributes in order and empty elements closed', () => {
    const root = { name: 'a', attributes: { z: 1, b: 'two' }, children: [{ name: 'c' }] };
    expect(writeXml(root)).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a z="1" b="two">\n  <c/>\n</a>\n');
  });

  it.each([
    { what: 'markup', text: `<b a="1">'&amp;' ]]> -->`, shown: `<b a="1">'&amp;' ]]> -->` },
    { what: 'a control character', text: 'a\u0000\u001bb', shown: 'a\\u0000\\u001bb' },
    { what: 'half a character', text: 'a\ud800b', shown: 'a\\ud800b' },
    { what: 'what Unicode keeps free', text: 'a\uffffb', shown: 'a\\uffffb' },
    { what: 'other scripts', text: 'Müller 日本 😀', shown: 'Müller 日本 😀' },
  ])('keeps $what, or shows it', ({ text, shown }) => {
    const xml = writeXml({ name: 'a', attributes: { b: text }, children: [text] });
    expect(readXml(xml)).toEqual({ attributes: { b: shown }, text: shown });
  });

  it('shows line ends of attributes, which a reader would turn into blanks, and keeps those of text', () => {
    const xml = writeXml({ name: 'a', attributes: { b: 'x\r\n\ty' }, children: ['x\ny'] });
    expect(readXml(xml)).toEqual({ attributes: { b: 'x\\r\\n\\ty' }, text: 'x\ny' });
  });

  it('is well-formed whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, text) => {
        const xml = writeXml({
          name: 'a',
          attributes: { name },
          children: [{ name: 'b', children: [text] }],
        });
        expect(() => readXml(xml)).not.toThrow();
      }),
    );
  });
});
