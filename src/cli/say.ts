import { formatPosition, type InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { OldName } from '../rulebook/rulebook.ts';
import { escapeLines, escapeText, shortenMessage } from '../text/safe.ts';
import type { CommonOptions, World } from './world.ts';

// All that a command says on standard error.

const mostShown = 20;

/** Says what must be known whatever was asked for: an error, or a gate that tripped. */
export function sayAlways(io: Io, text: string): void {
  io.stderr.write(`advise: ${escapeText(shortenMessage(text))}\n`);
}

/** Says what was done, and what is good to know; not with --quiet. */
export function say({ io }: World, options: CommonOptions, text: string): void {
  if (options.quiet !== true) sayAlways(io, text);
}

/** Says what is only of interest with --verbose. */
export function sayMore({ io }: World, options: CommonOptions, text: string): void {
  if (options.verbose === true) sayAlways(io, text);
}

/** Says what is wrong with an input, one line a problem. */
export function sayProblems(io: Io, error: InputError): void {
  const lines = error.problems.map(({ at, message, ways = [] }) =>
    [
      `${at === undefined ? 'advise' : formatPosition(at)}: ${message}`,
      ...ways.map((way) => `  ${way}`),
    ].join('\n'),
  );
  const different = [...new Set(lines)];
  for (const line of different.slice(0, mostShown)) io.stderr.write(`${line}\n`);
  const more = different.length - mostShown;
  if (more > 0) sayAlways(io, `... and ${more} more`);
}

/** Says which names have changed, once each; files that use the old ones still work. */
export function sayOldNames({ io }: World, options: CommonOptions, oldNames: readonly OldName[]): void {
  if (options.quiet === true) return;
  const lines = oldNames.map(({ sort, name, now, part, at }) => {
    const where = at === undefined ? 'advise' : formatPosition(at);
    const is = part === true ? 'is now part of' : 'is now called';
    return `${where}: note: the ${sort} ${name} ${is} ${now}; the old name still works`;
  });
  for (const line of new Set(lines)) io.stderr.write(`${escapeText(line)}\n`);
}

/** Says where a bug showed itself. */
export function sayStack(io: Io, stack: string): void {
  io.stderr.write(`${escapeLines(stack)}\n`);
}
