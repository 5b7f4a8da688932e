import type { Heading, PhrasingContent } from 'mdast';
import { heading, type Inline } from '../markdown/nodes.ts';

// What links inside a document lead to.

/**
 * A heading that links can lead to.
 * @param key what links call it by, such as rule:needs-windows
 */
export function keyedHeading(depth: Heading['depth'], key: string, ...pieces: Inline): Heading {
  return { ...heading(depth, ...pieces), data: { key } };
}

/** An invisible place that links can lead to, for rows of tables, which have no headings. */
export function anchor(key: string): PhrasingContent {
  return { type: 'html', value: `<a id="${anchorOf(key)}"></a>` };
}

/** The id of the anchor of a key: source:gvisor is source-gvisor. */
export function anchorOf(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9.-]/g, '-');
}

/** Several in one line: "a, b". */
export function join(parts: readonly Inline[], between = ', '): Inline {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [between, ...part]));
}

declare module 'mdast' {
  interface HeadingData {
    /** What links call the heading by. */
    key?: string;
  }
}
