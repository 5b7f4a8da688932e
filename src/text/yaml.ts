import { Document, isCollection, isNode, isScalar, visit } from 'yaml';
import { dangerous, escapeQuoted, escapeText } from './safe.ts';

/** A remark behind a value of a document. */
export interface YamlRemark {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/**
 * Writes a value as a YAML document, with one line end behind it. Characters that could drive a terminal
 * stand as escapes between double quotes; the value stays the same.
 * @param remarks what stands behind values; a list or map with one is written in one line
 * @param inOneLine keys whose lists and maps are written in one line wherever they stand
 */
export function writeYaml(
  value: unknown,
  remarks: readonly YamlRemark[] = [],
  inOneLine: readonly string[] = [],
): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  for (const { path, text } of remarks) {
    const node = document.getIn(path, true);
    if (!isNode(node)) continue;
    if (isCollection(node)) node.flow = true;
    node.comment = ` ${escapeText(text)}`;
  }
  visit(document, {
    Pair: (_, { key, value: inner }) => {
      if (isScalar(key) && inOneLine.includes(String(key.value)) && isCollection(inner)) inner.flow = true;
    },
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && isDangerous(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  return escapeQuoted(document.toString({ lineWidth: 100 }));
}

/** Text as a comment on one line, safe to print. */
export function writeComment(text: string): string {
  return `# ${escapeText(text)}`;
}

/** Several lines are no danger: YAML has blocks for them. */
function isDangerous(text: string): boolean {
  return text.replaceAll('\n', '').search(dangerous) !== -1;
}
