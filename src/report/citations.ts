import type { PartAdvice, Result } from '../advice/result.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

/** What stands behind a citation. */
export interface Citation {
  readonly id: string;
  /** What it says or is called, with who answers for it and the date. */
  readonly text: string;
  readonly address?: string;
}

/**
 * What rules and actions of these results rest on, each once, in the order in which a reader meets
 * them: claims of the article, corrections of it, sources, our own judgement.
 */
export function listCitations(result: Result, rulebook: Rulebook): Citation[] {
  const parts = result.results.flatMap((advice): PartAdvice[] => [advice, ...advice.components]);
  const ids = new Set(parts.flatMap(listCited));
  return [...ids].map((id) => describeCitation(rulebook, id));
}

/** The ids that the reasons and actions on one part cite, each once. */
export function listCited(part: PartAdvice): string[] {
  const { for: speaking, against, rulingOut, form } = part.reasons;
  const reasons = [...speaking, ...against, ...rulingOut, ...form].flatMap((reason) => reason.cites);
  return [...new Set([...reasons, ...part.actions.flatMap((action) => action.cites)])];
}

/** What stands behind one citation. */
export function describeCitation(rulebook: Rulebook, id: string): Citation {
  const claim = rulebook.claims.find((each) => each.id === id);
  if (claim !== undefined) return { id, text: `The article: ${claim.says}` };
  const correction = rulebook.corrections.find((each) => each.id === id);
  if (correction !== undefined) return { id, text: `Against the article: ${correction.holds}` };
  const source = rulebook.sources.find((each) => each.id === id);
  if (source === undefined) return { id, text: 'Our own judgement; no source says it.' };
  return {
    id,
    text: `${source.title}, ${source.publisher}, ${source.date}`,
    address: source.address,
  };
}
