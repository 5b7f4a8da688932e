import type { Prompter } from '../ask/prompter.ts';
import type { Io } from '../io.ts';
import type { PageAssets, RenderContext } from '../render/renderer.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Streams } from '../streams.ts';
import { createStyle, wantsColour } from '../text/style.ts';

/** What every command gets: the outside world, and what comes with the program. */
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
  /** Loads what reads and writes files that are larger than memory. */
  loadStreams(): Promise<Streams>;
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
    // Narrower terminals break lines themselves, and longer lines are hard to read.
    width: Math.min(Math.max(io.stdout.columns ?? 80, 50), 100),
    style: createStyle(wantsColour(options.color, io.env, io.stdout.isTerminal)),
    all: options.all === true,
    verbose: options.verbose === true,
    rulebook,
    version,
  };
}
