import type { Command } from 'commander';
import type { World } from './world.ts';

/** Takes the exit code that a command ended with. */
export type Finish = (code: number) => void;

/** What the commands are added to, and what they run with. */
export interface CommandTree {
  readonly world: World;
  readonly program: Command;
  /** Adds a command with the options that every command takes. */
  readonly command: (name: string, summary: string) => Command;
  /** The same for a command that has commands of its own. */
  readonly group: (name: string, summary: string) => CommandTree['command'];
  readonly finish: Finish;
}
