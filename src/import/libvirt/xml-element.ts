import { SaxesParser } from 'saxes';
import { InputError } from '../../errors.ts';
import { locateOffsets } from '../locate-offset.ts';
import type { Spot } from '../spot.ts';
import { createTextSpot } from '../text-spot.ts';

/** An element of an XML text. */
export interface ForeignElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly ForeignElement[];
  /** Where it begins, and the text right inside of it. */
  readonly spot: Spot;
}

/** A domain nests some eight levels. */
const deepest = 100;

/**
 * Parses XML, also several texts one after the other. No entity is known but those of XML itself, so that
 * none can multiply.
 * @param file what the text is called
 * @returns the elements at the top
 * @throws InputError where it is no XML
 */
export function parseXml(text: string, file: string): ForeignElement[] {
  // Declarations are left out in place: only the first of several texts may have one.
  const plain = text.replace(/<\?xml\s[^>]*\?>/g, (whole) => ' '.repeat(whole.length));
  const locate = locateOffsets(plain);
  const roots: ForeignElement[] = [];
  const open: {
    name: string;
    attributes: Map<string, string>;
    children: ForeignElement[];
    text: string;
    offset: number;
  }[] = [];
  const parser = new SaxesParser({ fragment: true });
  parser.on('error', () => {
    throw new InputError([
      { message: 'not valid XML', at: { file, line: parser.line, column: parser.columnIndex + 1 } },
    ]);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= deepest)
      throw new InputError([{ message: 'nested too deeply to be read', at: { file, line: parser.line } }]);
    open.push({
      name: name.replace(/^[^:]*:/, ''),
      attributes: new Map(Object.entries(attributes as Record<string, string>)),
      children: [],
      text: '',
      offset: plain.lastIndexOf('<', parser.position - 1),
    });
  });
  parser.on('text', (inner) => {
    const current = open[open.length - 1];
    if (current !== undefined) current.text += inner;
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined) return;
    const { name, attributes, children, text: inner, offset } = closed;
    (open[open.length - 1]?.children ?? roots).push({
      name,
      attributes,
      children,
      spot: createTextSpot(inner.trim(), { file, ...locate(Math.max(offset, 0)) }),
    });
  });
  parser.write(plain).close();
  return roots;
}

/** All elements at a path of names. */
export function listElements(from: ForeignElement, ...path: readonly string[]): ForeignElement[] {
  return path.reduce<ForeignElement[]>(
    (elements, step) => elements.flatMap(({ children }) => children.filter(({ name }) => name === step)),
    [from],
  );
}

/** The first element at a path of names. */
export function findElement(from: ForeignElement, ...path: readonly string[]): ForeignElement | undefined {
  return listElements(from, ...path)[0];
}
