import type { RootContent } from 'mdast';
import type { ActionItem, PartAdvice } from '../../advice/advice.ts';
import { showName } from '../name-things.ts';
import type { RenderContext } from '../render-context.ts';
import { showPlacements, wordHeadline } from '../report/word-verdict.ts';
import { code, type Piece, table } from './nodes.ts';

/** One line a workload or part: what it came out as, how firmly, what must be done, what it hinges on. */
export function writeOverview(
  entries: readonly {
    readonly name: string;
    readonly part: PartAdvice;
    /** Of a system, those of all its parts. */
    readonly actions: readonly ActionItem[];
  }[],
  context: RenderContext,
): RootContent[] {
  const head = ['What', 'Headline', 'Status', 'Placement', 'Must be done', 'Hinges on'];
  const rows = entries.map(({ name, part, actions }): Piece[][] => [
    [showName(name)],
    [wordHeadline(part.verdict)],
    [part.verdict.status],
    [showPlacements(part, context)],
    [String(actions.filter((action) => action.level === 'must').length)],
    listHinges(part).flatMap((fact, index) => [...(index === 0 ? [] : [', ']), code(fact)]),
  ]);
  return [table(head, rows)];
}

/** The facts that nobody stated and that could change the headline, each once. */
function listHinges(part: PartAdvice): string[] {
  return [...new Set(part.hinges.flatMap((flip) => flip.changes.map((change) => change.fact)))];
}
