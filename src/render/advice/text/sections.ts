/** How many entries of a section are shown without --all. */
export const shown = 4;
/** The columns of a labelled entry. */
export const columns = { label: 4, text: 14 };

/**
 * The line that says how many entries of a section are kept back.
 * @param hidden how many
 */
export function renderMore(hidden: number): string[] {
  return hidden > 0 ? [`    ... ${hidden} more with --all`] : [];
}

/** A sentence as part of a line: without its full stop. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
