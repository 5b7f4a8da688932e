import type { Rulebook } from '../rulebook/rulebook.ts';

/** What stands behind a citation. */
export interface Citation {
  readonly text: string;
  /** A public address, where it is a source that has one. */
  readonly address?: string;
}

/** The claim, the correction, the source or our own judgement behind the id of a citation. */
export function cite(rulebook: Rulebook, id: string): Citation {
  const claim = rulebook.claims.find((each) => each.id === id);
  if (claim !== undefined) return { text: `The article (${id}): ${claim.says}` };
  const correction = rulebook.corrections.find((each) => each.id === id);
  if (correction !== undefined) return { text: `Against the article (${id}): ${correction.so}` };
  const source = rulebook.sources.find((each) => each.id === id);
  if (source === undefined) return { text: 'Our own judgement; no source says it.' };
  return { text: `${source.title}, ${source.publisher}, ${source.date}`, address: source.address };
}
