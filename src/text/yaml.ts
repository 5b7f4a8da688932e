import { Document, visit } from 'yaml';
import { dangerous, escapeQuoted } from './safe.ts';

/**
 * Writes a value as a YAML document, with one line end behind it. Characters that could drive a terminal
 * stand as escapes between double quotes; the value stays the same.
 */
export function writeYaml(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && isDangerous(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  return escapeQuoted(document.toString({ lineWidth: 100 }));
}

/** Several lines are no danger: YAML has blocks for them. */
function isDangerous(text: string): boolean {
  return text.replaceAll('\n', '').search(dangerous) !== -1;
}
