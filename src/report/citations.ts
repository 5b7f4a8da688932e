import type { PartAdvice, Result } from '../advice/result.ts';
import type { NameIndex } from './names.ts';

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
export function listCitations(result: Result, names: NameIndex): Citation[] {
  const parts = result.results.flatMap((advice): PartAdvice[] => [advice, ...advice.components]);
  const ids = new Set(parts.flatMap(listCited));
  return [...ids].map((id) => wordCitation(names, id));
}

/** The ids that the reasons and actions on one part cite. */
function listCited({ reasons, actions }: PartAdvice): string[] {
  const { for: speaking, against, rulingOut, form } = reasons;
  return [...speaking, ...against, ...rulingOut, ...form, ...actions].flatMap(({ cites }) => cites);
}

/** What stands behind one citation. */
export function wordCitation(names: NameIndex, id: string): Citation {
  const claim = names.claims(id);
  if (claim !== undefined) return { id, text: `The article: ${claim.says}` };
  const correction = names.corrections(id);
  if (correction !== undefined) return { id, text: `Against the article: ${correction.holds}` };
  const source = names.sources(id);
  if (source === undefined) return { id, text: 'Our own judgement; no source says it.' };
  const { title, publisher, date, address } = source;
  return { id, text: `${title}, ${publisher}, ${date}`, address };
}
