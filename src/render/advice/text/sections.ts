import { type Block, bold, line, flow } from '../../../text/lines.ts';

/** How many entries of a section are shown without --all. */
export const shown = 4;
/** The columns of a labelled entry. */
export const columns = { label: 4, text: 14 };

/** A section with its title; nothing where nothing is in it. */
export function section(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [line(''), line(bold(title), 2), ...blocks];
}

/**
 * The line that says how many entries of a section are kept back.
 * @param hidden how many
 */
export function renderMore(hidden: number): Block[] {
  return hidden > 0 ? [flow(`... ${hidden} more with --all`, 4)] : [];
}
