import { formatPosition } from '../../errors.ts';
import type { UpgradedFile } from '../../rulebook/upgrade/upgrade-file.ts';
import { flow, line, writeLines } from '../../text/lines.ts';
import type { Renderer } from '../renderer.ts';

/** What was rewritten in the files of rulebooks, a line each, and how much. */
export const renderUpgrade: Renderer<readonly UpgradedFile[]> = (files, context) => {
  const rewrites = files.flatMap((file) => file.rewrites);
  const touched = files.filter((file) => file.rewrites.length > 0).length;
  const total =
    rewrites.length === 0
      ? `nothing to rewrite in ${count(files.length, 'file')}`
      : `${count(rewrites.length, 'place')} in ${touched} of ${count(files.length, 'file')}`;
  const blocks = [
    ...rewrites.flatMap(({ at, why, write }) => [line(formatPosition(at)), flow(`${why}; now ${write}`, 2)]),
    line(total),
  ];
  return writeLines(blocks, context);
};

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
