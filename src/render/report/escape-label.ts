import { showText } from '../../read/show-text.ts';

/**
 * Text as a label of a Mermaid picture, inside quotes. Mermaid reads Markdown, HTML, entities and web
 * addresses there; only letters, digits and a few signs mean nothing to it.
 */
export function escapeLabel(text: string): string {
  return showText(text).replace(/[^\p{L}\p{N}\p{M} ,-]/gu, (sign) => `#${sign.codePointAt(0) ?? 0};`);
}
