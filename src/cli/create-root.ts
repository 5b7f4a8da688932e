import { Command } from 'commander';
import { exitCodes } from '../exit-code.ts';
import { entry, writeLines } from '../text/lines.ts';
import { escapeText } from '../text/safe.ts';
import { createStyle } from '../text/style.ts';
import { addCommonOptions, passOn, sayFormWanted } from './options.ts';
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

/** What `--help` says below the options, at a width. */
function writeEpilogue(width: number): string {
  const codes = Object.values(exitCodes).map(({ code, means }) =>
    entry(String(code), means, '', { label: 2, text: 7 }),
  );
  return `
Examples:
  $ advise                            (the interview, at a terminal)
  $ advise workload.yaml              (at a terminal: asks what the file leaves
                                      open; elsewhere as assess)
  $ advise assess workload.yaml       (never asks)
  $ advise assess services/           (every workload file in a folder)
  $ advise assess workload.yaml -f json --expect container
  $ advise init workload.yaml

Exit codes:
${writeLines(codes, { width, style: createStyle(false) })}`;
}

/** The program without its commands: its help, its common options, its streams. */
export function createRoot(world: World): Command {
  const program = new Command('advise')
    .description('Says whether a workload belongs in a virtual machine or a container, with reasons.')
    .usage('[options] [command | file...]')
    .version(world.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', () => writeEpilogue(world.io.stdout.columns ?? 80))
    .configureOutput({
      writeOut: (text) => world.io.stdout.write(text),
      writeErr: (text) => world.io.stderr.write(text),
      outputError: (text, write) => {
        const said = text
          .replace(/^error: /, 'advise: ')
          .replace(/\n\(Did you mean (.*)\?\)/, '; did you mean $1?');
        write(`${escapeText(said.trimEnd())}\n`);
      },
      getOutHelpWidth: () => world.io.stdout.columns ?? 80,
      getErrHelpWidth: () => world.io.stderr.columns ?? 80,
    })
    // How a bare --rules is understood inside is of no interest to a reader.
    .configureHelp({ styleOptionDescription: (text) => text.replace(' (preset: true)', '') });

  return addCommonOptions(sayFormWanted(program)).hook('preAction', (root, called) => {
    passOn(root, called);
  });
}
