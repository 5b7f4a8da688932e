import type { ReadyRulebook } from '../rulebook/ready.ts';
import type { Prompter } from '../ask/prompter.ts';
import { formatPosition, type InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { showText } from '../text/safe.ts';
import type { PageAssets, RenderContext } from '../render/renderer.ts';
import type { OldName, Rulebook } from '../rulebook/rulebook.ts';
import { createStyle, wantsColour } from '../text/style.ts';

/** What every command gets: the outside world, the default rulebook, and how loud to be. */
export interface World {
  readonly io: Io;
  /** Version of the program. */
  readonly version: string;
  /** Folder of the rulebook that comes with the program, for what only its files hold. */
  readonly rulesFolder: string;
  /** Folder of the example workloads that come with the program. */
  readonly fixturesFolder: string;
  /**
   * Loads what asks a person; only the interview needs it.
   * @param colour whether questions may be coloured
   */
  loadPrompter(colour: boolean): Promise<Prompter>;
  /** Loads what makes a report a page: its program and its looks. */
  loadPageAssets(): Promise<PageAssets>;
  /** Loads the rulebook that comes with the program. */
  loadDefault(): Promise<ReadyRulebook>;
}

/** Options that every command takes. */
export interface CommonOptions {
  readonly color?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly debug?: boolean;
}

/** What renderers may use for standard output. */
export function openOutput(
  { io, version }: World,
  options: CommonOptions & { readonly all?: boolean },
  rulebook: Rulebook,
): RenderContext {
  return {
    width: outputWidth(io),
    style: createStyle(wantsColour(options.color, io.env, io.stdout.isTerminal)),
    all: options.all === true,
    verbose: options.verbose === true,
    rulebook,
    version,
  };
}

/** Columns to fill: those of the terminal within reason, 80 where there is none. Narrower ones break lines themselves. */
function outputWidth(io: Io): number {
  return Math.min(Math.max(io.stdout.columns ?? 80, 60), 100);
}

const mostShown = 20;

/** Tells on standard error what is wrong with an input, one line a problem. */
export function reportProblems(io: Io, error: InputError): void {
  const lines = error.problems.map(
    ({ at, message }) => `${at === undefined ? 'advise' : formatPosition(at)}: ${message}`,
  );
  const different = [...new Set(lines)];
  for (const line of different.slice(0, mostShown)) io.stderr.write(`${line}\n`);
  const more = different.length - mostShown;
  if (more > 0) io.stderr.write(`advise: ... and ${more} more\n`);
}

/** Says on standard error which names have changed, once each; files that use the old ones still work. */
export function reportOldNames(io: Io, options: CommonOptions, oldNames: readonly OldName[]): void {
  if (options.quiet === true) return;
  const lines = oldNames.map(({ sort, name, now, at }) => {
    const where = at === undefined ? 'advise' : formatPosition(at);
    return `${where}: note: the ${sort} ${showText(name)} is now called ${now}; the old name still works\n`;
  });
  for (const line of new Set(lines)) io.stderr.write(line);
}

/** Says on standard error what was done, unless --quiet. */
export function report(world: World, options: CommonOptions, text: string): void {
  if (options.quiet !== true) world.io.stderr.write(`advise: ${text}\n`);
}

/** Says on standard error what is only of interest with --verbose. */
export function mention(world: World, options: CommonOptions, text: string): void {
  if (options.verbose === true) world.io.stderr.write(`advise: ${text}\n`);
}
