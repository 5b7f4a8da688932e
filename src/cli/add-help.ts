import type { Command } from 'commander';
import { InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import { wordUnknownChoice } from '../text/suggest.ts';
import type { CommandTree } from './create-root.ts';

/** `advise help`: what `--help` behind a command prints. */
export function addHelp({ program, finish }: CommandTree): void {
  program
    .command('help')
    .description('print the help of a command, such as advise help assess')
    .helpOption('-h, --help', 'print this help')
    .argument('[command...]', 'a command, and one below it; left out, all of them')
    .action((words: string[]) => {
      words.reduce(goBelow, program).outputHelp();
      finish(exitCodes.advised.code);
    });
}

function goBelow(command: Command, word: string): Command {
  const below = command.createHelp().visibleCommands(command);
  const found = below.find((each) => each.name() === word);
  if (found !== undefined) return found;
  const known = below.map((each) => each.name());
  throw new InputError(
    known.length === 0
      ? `${command.name()} has no commands below it`
      : wordUnknownChoice('command', word, known),
  );
}

/** `advise version`: what `--version` prints. */
export function addVersion({ world, program, finish }: CommandTree): void {
  program
    .command('version')
    .description('print the version')
    .helpOption('-h, --help', 'print this help')
    .action(() => {
      world.io.stdout.write(`${world.version}\n`);
      finish(exitCodes.advised.code);
    });
}
