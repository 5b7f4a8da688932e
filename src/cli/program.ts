import { Argument, type Command } from 'commander';
import { addFacts, addRules, addSchema } from './add-rulebook-commands.ts';
import { addFleet } from './add-fleet-commands.ts';
import { addHelp, addVersion } from './add-help.ts';
import { addStart } from './add-start.ts';
import { addAsk, addAssess, addImport, addInit, addLock, addWhy } from './add-workload-commands.ts';
import type { Shell } from './completion-scripts.ts';
import { type CommandTree, createRoot, type Finish } from './create-root.ts';
import { addCommandsTo, sayFormWanted } from './options.ts';
import type { World } from './world.ts';

/** What adds the commands, by their names, in the order of the help. */
const commands: Readonly<Record<string, (tree: CommandTree) => void>> = {
  ask: addAsk,
  assess: addAssess,
  lock: addLock,
  why: addWhy,
  import: addImport,
  fleet: addFleet,
  rules: addRules,
  facts: addFacts,
  init: addInit,
  schema: addSchema,
  completion: addCompletion,
  help: addHelp,
  version: addVersion,
  complete: addComplete,
  start: addStart,
};
const shells: readonly Shell[] = ['bash', 'zsh', 'fish'];

/**
 * Builds the tree of commands. It only parses: what a command does is in a file of its own, loaded
 * when it is called.
 * @param finish called with the exit code of the command that ran
 * @param called the command that is called: the others are left out, which saves time
 */
export function createProgram(world: World, finish: Finish, called = ''): Command {
  if (called === '--version' || called === '-V') return createTree(world, finish, []);
  return createTree(world, finish, canStandAlone(called) ? [called] : Object.keys(commands));
}

/** Help tells of all commands. */
function canStandAlone(called: string): boolean {
  return Object.hasOwn(commands, called) && called !== 'help';
}

function createTree(world: World, finish: Finish, names: readonly string[]): Command {
  const program = createRoot(world);
  const command = addCommandsTo(program);
  const group = (name: string, summary: string) =>
    addCommandsTo(
      sayFormWanted(program.command(name))
        .description(summary)
        .helpOption('-h, --help', 'print this help')
        .helpCommand(false),
    );

  for (const name of names) commands[name]?.({ world, program, command, group, finish });
  return program;
}

function addCompletion({ world, command, finish }: CommandTree): void {
  command('completion', 'print the script that makes a shell complete commands, facts and rules')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .action(async (shell: Shell) => finish((await import('./completion.ts')).runCompletion(world, shell)));
}

/** What the scripts call; the words come as they were typed, and are no options of its own. */
function addComplete({ world, program, finish }: CommandTree): void {
  program
    .command('complete', { hidden: true })
    .addArgument(new Argument('<shell>').choices(shells))
    .argument('[words...]')
    .action(async (shell: Shell, words: string[]) => {
      const { runComplete } = await import('./completion.ts');
      const tree = createTree(world, finish, Object.keys(commands));
      finish(await runComplete(world, tree, shell, words));
    });
}
