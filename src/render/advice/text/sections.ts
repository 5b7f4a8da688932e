import { type Block, bold, dim, line, flow } from '../../../text/lines.ts';

/** How many entries of a section are shown without --all. */
export const shown = 4;
/** The columns of a labelled entry. */
export const columns = { label: 4, text: 14 };

/**
 * A section with its title; nothing where nothing is in it.
 * @param note what stands behind the title
 */
export function section(title: string, blocks: readonly Block[], note = ''): Block[] {
  if (blocks.length === 0) return [];
  return [line(''), flow(note === '' ? bold(title) : [bold(title), dim(` (${note})`)], 2), ...blocks];
}

/** The same where every line counts: no empty line before it, and its title at the edge. */
export function titled(title: string, blocks: readonly Block[], note: string): Block[] {
  if (blocks.length === 0) return [];
  return [flow(note === '' ? bold(title) : [bold(title), dim(` (${note})`)]), ...blocks];
}

/**
 * The line that says how many entries of a section are kept back.
 * @param hidden how many
 */
export function renderMore(hidden: number): Block[] {
  return hidden > 0 ? [flow(`... ${hidden} more with --all`, 4)] : [];
}
