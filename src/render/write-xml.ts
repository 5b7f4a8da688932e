import XMLBuilder from 'fast-xml-builder';

/** An element of an XML document: its attributes in order, and what it holds. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly children?: readonly (XmlElement | string)[];
}

/** What XML 1.0 cannot hold, not even escaped: control characters, lone surrogates, non-characters. */
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/**
 * Writes an XML 1.0 document, indented. The library escapes; characters that XML cannot hold are
 * shown as \uXXXX, and line ends inside attributes, where a reader would drop them, as \n.
 * @param root its outermost element
 */
export function writeXml(root: XmlElement): string {
  const builder = new XMLBuilder({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    format: true,
    indentBy: '  ',
    suppressEmptyNode: true,
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build([toNode(root)]).trim()}\n`;
}

/** An element as the library wants it: its name as key, its attributes under :@. */
function toNode({ name, attributes = {}, children = [] }: XmlElement): Record<string, unknown> {
  const pairs = Object.entries(attributes).map(([key, value]) => [key, escapeAttribute(String(value))]);
  return {
    [name]: children.map((child) =>
      typeof child === 'string' ? { '#text': escapeForbidden(child) } : toNode(child),
    ),
    ':@': Object.fromEntries(pairs) as Record<string, string>,
  };
}

function escapeAttribute(text: string): string {
  return escapeForbidden(text).replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t');
}

function escapeForbidden(text: string): string {
  return text.replace(
    forbidden,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
