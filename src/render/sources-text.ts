import { sortCited, wordArticle, wordCitation } from '../report/citations.ts';
import type { NameIndex } from '../report/names.ts';
import { type Block, bold, dim, entry, flow, line } from '../text/lines.ts';

/** What each citation says, below a title, in an order to look them up in; nothing where nothing is cited. */
export function renderSources(names: NameIndex, ids: readonly string[]): Block[] {
  if (ids.length === 0) return [];
  const article = wordArticle(names, ids);
  return [
    line(bold('Sources'), 2),
    ...(article === undefined ? [] : [flow(dim(article), 4)]),
    ...sortCited(names, ids)
      .flatMap(({ ids: some }) => [...some].sort())
      .map((id) => {
        const { text, address } = wordCitation(names, id);
        return entry(id, address === undefined ? text : `${text}, ${address}`, '', { label: 4, text: 14 });
      }),
  ];
}
