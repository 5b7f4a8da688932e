import { formatPosition } from '../../errors.ts';
import type { UpgradedFile } from '../../rulebook/upgrade/upgrade-file.ts';
import { wrapText } from '../../text/lines.ts';
import type { RenderContext } from '../renderer.ts';

/** What was rewritten in the files of rulebooks, a line each, and how much. */
export function renderUpgrade(files: readonly UpgradedFile[], { width }: RenderContext): string {
  const rewrites = files.flatMap((file) => file.rewrites);
  const lines = rewrites.flatMap(({ at, why, write }) => [
    formatPosition(at),
    ...wrapText(`${why}; now ${write}`, width, 2),
  ]);
  const touched = files.filter((file) => file.rewrites.length > 0).length;
  const total =
    rewrites.length === 0
      ? `nothing to rewrite in ${count(files.length, 'file')}`
      : `${count(rewrites.length, 'place')} in ${touched} of ${count(files.length, 'file')}`;
  return `${[...lines, total].join('\n')}\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
