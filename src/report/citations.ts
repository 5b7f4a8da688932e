import type { PartAdvice, Result } from '../advice/result.ts';
import type { NameIndex } from './names.ts';

/** What stands behind a citation. */
export interface Citation {
  readonly id: string;
  /** What it says or is called, with who answers for it and the date. */
  readonly text: string;
  readonly address?: string;
}

/** What a reason or action cites: by sort, to be told beside it in few words. */
export interface CitedSort {
  readonly sort: 'claim' | 'correction' | 'source' | 'judgement';
  /** What the ids are of; empty for sources, whose ids speak. */
  readonly of: string;
  /** In the order in which they are cited. */
  readonly ids: readonly string[];
}

/**
 * The ids that rules and actions of these results rest on, each once, in the order in which a reader
 * meets them.
 */
export function listCited({ results }: Pick<Result, 'results'>): string[] {
  const parts = results.flatMap((advice): PartAdvice[] => [advice, ...advice.components]);
  const ids = parts.flatMap(({ reasons, unsettled, actions }) => {
    const { for: speaking, against, rulingOut, form } = reasons;
    return [...speaking, ...against, ...rulingOut, ...form, ...unsettled, ...actions].flatMap(
      ({ cites }) => cites,
    );
  });
  return [...new Set(ids)];
}

/** What stands behind one citation: a claim of the article, a correction of it, a source, our own judgement. */
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

/** Which article is meant, in a sentence; nothing where neither a claim of it nor a correction is cited. */
export function wordArticle(names: NameIndex, ids: readonly string[]): string | undefined {
  if (!ids.some((id) => names.claims(id) !== undefined || names.corrections(id) !== undefined))
    return undefined;
  const { title, date } = names.article();
  return `The article is “${title}”, ${date}; what it claims is told in our words.`;
}

/** Citations by sort: claims, corrections, sources, our own judgement. */
export function sortCited(names: NameIndex, ids: readonly string[]): CitedSort[] {
  const sortOf = (id: string): CitedSort['sort'] =>
    names.claims(id)
      ? 'claim'
      : names.corrections(id)
        ? 'correction'
        : names.sources(id)
          ? 'source'
          : 'judgement';
  const of = (sort: CitedSort['sort']) => ids.filter((id) => sortOf(id) === sort);
  const claims = of('claim');
  const sorts: readonly CitedSort[] = [
    { sort: 'claim', of: 'the article', ids: claims },
    {
      sort: 'correction',
      of: claims.length === 0 ? 'corrections of the article' : 'corrections of it',
      ids: of('correction'),
    },
    { sort: 'source', of: '', ids: of('source') },
    { sort: 'judgement', of: 'our own judgement', ids: of('judgement') },
  ];
  return sorts.filter((each) => each.ids.length > 0);
}

/** Citations in few words: "the article (C35, C80), corrections of it (B19), owasp-docker". */
export function wordCited(names: NameIndex, ids: readonly string[]): string {
  return sortCited(names, ids)
    .map(({ sort, of, ids: some }) => {
      if (sort === 'judgement') return of;
      return of === '' ? some.join(', ') : `${of} (${some.join(', ')})`;
    })
    .join(', ');
}
