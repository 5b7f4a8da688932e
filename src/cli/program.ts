import { Argument, type Command } from 'commander';
import { addFacts, addRules, addSchema } from './add-rulebook-commands.ts';
import { addAsk, addAssess, addInit, addWhy } from './add-workload-commands.ts';
import type { Shell } from './completion.ts';
import { type CommandTree, createRoot, type Finish } from './create-root.ts';
import { addCommandsTo } from './options.ts';
import type { World } from './world.ts';

/** What adds the commands, by their names, in the order of the help. */
const commands: Readonly<Record<string, (tree: CommandTree) => void>> = {
  ask: addAsk,
  assess: addAssess,
  why: addWhy,
  rules: addRules,
  facts: addFacts,
  init: addInit,
  schema: addSchema,
  completion: addCompletion,
  complete: addComplete,
};
/** They are told of the other commands. */
const completing = ['completion', 'complete'];

/**
 * Builds the tree of commands. It only parses: what a command does is in a file of its own, loaded
 * when it is called.
 * @param finish called with the exit code of the command that ran
 * @param called the first argument: where it is a command the others are left out, which saves time
 */
export function createProgram(world: World, finish: Finish, called = ''): Command {
  return createTree(world, finish, Object.hasOwn(commands, called) ? [called] : Object.keys(commands));
}

function createTree(world: World, finish: Finish, names: readonly string[]): Command {
  const program = createRoot(world);
  const command = addCommandsTo(program);
  const group = (name: string, summary: string) =>
    addCommandsTo(
      program
        .command(name)
        .description(summary)
        .helpOption('-h, --help', 'print this help')
        .helpCommand(false),
    );

  for (const name of names) commands[name]?.({ world, program, command, group, finish });
  return program;
}

function addCompletion({ world, command, finish }: CommandTree): void {
  command('completion', 'print the script that makes a shell complete commands, facts and rules')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: string) =>
      finish((await import('./completion.ts')).runCompletion(world, shell as Shell)),
    );
}

/** What the scripts call; the words come as they were typed, and are no options of its own. */
function addComplete({ world, program, finish }: CommandTree): void {
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(async (words: string[]) => {
      const others = Object.keys(commands).filter((name) => !completing.includes(name));
      const { runComplete } = await import('./completion.ts');
      finish(await runComplete(world, createTree(world, finish, others), words));
    });
}
