import XmlBuilder from 'fast-xml-builder';
import { escapeLines, escapeText } from './safe.ts';

/** An element of an XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  /** Elements, or one text; an element of ours never mixes them. */
  readonly content?: readonly XmlElement[] | string;
}

/**
 * Writes an XML 1.0 document, indented, with one line end behind it. Characters that XML forbids or
 * that would drive a terminal are shown as escapes, line ends in attributes too.
 * @param root its outermost element
 */
export function writeXml(root: XmlElement): string {
  const builder = new XmlBuilder({
    preserveOrder: true,
    ignoreAttributes: false,
    format: true,
    suppressEmptyNode: true,
    suppressBooleanAttributes: false,
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build([toNode(root)]).trim()}\n`;
}

/** The shape in which the library keeps the order of elements. */
function toNode({ name, attributes, content }: XmlElement): object {
  const marked = Object.entries(attributes ?? {}).map(([key, value]) => [
    `@_${key}`,
    escapeRest(escapeText(String(value))),
  ]);
  return {
    [name]:
      typeof content === 'string'
        ? [{ '#text': escapeRest(escapeLines(content)) }]
        : (content ?? []).map(toNode),
    ':@': Object.fromEntries(marked) as Record<string, string>,
  };
}

/** XML forbids these too, which drive nothing. */
function escapeRest(text: string): string {
  return text.replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
}
