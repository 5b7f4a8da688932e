import { script, ShellCompDirective, type RootCommand } from '@bomb.sh/tab';
import readTree from '@bomb.sh/tab/commander';
import type { Command, Option } from 'commander';
import { isInputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import { listValues } from '../rulebook/fact-value.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { openRulebook } from './open-rulebook.ts';
import type { World } from './world.ts';

/** The shells that can be taught. */
export type Shell = 'bash' | 'zsh' | 'fish';

/** What stands for a file in the names of arguments and options. */
const filePattern = /<(file|folder|path|result\.json)>|^file$/;

/**
 * `advise completion`: prints the script of a shell, mended where the library's own takes a value with
 * an equals sign for an option, or never comes to files.
 * @returns the exit code
 */
export function runCompletion(world: World, shell: Shell): number {
  const text = catchLog(() => script(shell, 'advise', 'advise')).join('\n');
  const mended: Readonly<Record<Shell, readonly (readonly [from: string, to: string])[]>> = {
    bash: [
      ['complete -F ', 'complete -o default -F '],
      ['compgen -W "${completions[*]}" -- "$cur"', 'compgen -W "${completions[*]}" -- "${cur##*=}"'],
      ['readonly ShellComp', 'ShellComp'],
    ],
    zsh: [["'-.*='", "'.*='"]],
    fish: [["'-.*='", "'.*='"]],
  };
  world.io.stdout.write(
    `${mended[shell].reduce((mending, [from, to]) => replaceIn(mending, from, to), text)}\n`,
  );
  return exitCodes.advised.code;
}

/** A script that no longer says what is mended in it needs a look, not a silent miss. */
function replaceIn(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the script for the shell has no ${from}`);
  return text.replaceAll(from, to);
}

/**
 * What the scripts ask: the words that may stand where the last of some words stands, one a line with
 * a description, and after them what the shell shall do.
 * @param program the tree of commands to complete
 * @param words what was typed after the name of the program
 * @returns the exit code
 */
export async function runComplete(world: World, program: Command, words: readonly string[]): Promise<number> {
  const rulebook = await loadNames(world);
  const last = words[words.length - 1] ?? '';
  const setting = words[words.length - 2] === '--set' ? last : /^--set=(.*)$/.exec(last)?.[1];
  const lines =
    setting !== undefined ? completeSetting(rulebook, setting) : completeWord(program, rulebook, words);
  world.io.stdout.write(`${lines.join('\n')}\n`);
  return exitCodes.advised.code;
}

/** The rulebook of the settings; where it is broken, the one that comes with the program will do here. */
async function loadNames(world: World): Promise<Rulebook> {
  try {
    return (await openRulebook(world, {})).rulebook;
  } catch (error) {
    if (!isInputError(error)) throw error;
    return (await world.loadDefault()).rulebook;
  }
}

/** `fact=value,value`: the facts, each open for its value; then the values of the fact. */
function completeSetting(rulebook: Rulebook, setting: string): string[] {
  const { ShellCompDirectiveNoFileComp: noFiles, ShellCompDirectiveNoSpace: noSpace } = ShellCompDirective;
  const [id = '', said] = setting.split('=');
  if (said === undefined) {
    const facts = rulebook.facts.filter((fact) => fact.id.startsWith(id));
    return [...facts.map((fact) => `${fact.id}=\t${fact.question}`), `:${noFiles | noSpace}`];
  }
  const fact = rulebook.facts.find((each) => each.id === id);
  const before = said.slice(0, said.lastIndexOf(',') + 1);
  const values = fact === undefined ? [] : [...listValues(fact), ...(before === '' ? ['unknown'] : [])];
  const fitting = values.map((value) => before + value).filter((value) => value.startsWith(said));
  const meaning = (value: string) => fact?.values?.[value.slice(before.length)] ?? '';
  return [...fitting.map((value) => `${value}\t${meaning(value)}`), `:${noFiles}`];
}

/** Commands, options and ids by the library; where a file is wanted the shell knows better. */
function completeWord(program: Command, rulebook: Rulebook, words: readonly string[]): string[] {
  const root = readTree(program, { completionCommandName: 'completion' });
  const asked: string[] = [];
  const askForFile = (): void => {
    asked.push('file');
  };
  nameIds(root, rulebook);
  root.commands.get('completion')?.argument('shell', (add) => {
    for (const shell of ['bash', 'zsh', 'fish']) add(shell, '');
  });
  for (const command of root.commands.values())
    for (const argument of command.arguments.values())
      if (argument.handler === undefined && filePattern.test(argument.name)) argument.handler = askForFile;
  for (const [command, options] of listOptions(program))
    for (const option of options) {
      const known = root.commands.get(command)?.options.get(option.long?.slice(2) ?? '');
      if (known !== undefined && filePattern.test(option.flags)) known.handler = askForFile;
    }
  const lines = catchLog(() => root.parse([...words]));
  const leftToShell = asked.length > 0 && lines.length === 1;
  return leftToShell ? [`:${ShellCompDirective.ShellCompDirectiveDefault}`] : lines;
}

/** What the arguments called id stand for, by command. */
function nameIds(root: RootCommand, rulebook: Rulebook): void {
  const rules = rulebook.rules.map(({ id, title }) => [id, title] as const);
  const placements = rulebook.placements.map(({ id, title }) => [id, title] as const);
  const facts = rulebook.facts.map(({ id, name }) => [id, name] as const);
  const groups = rulebook.groups.map(({ id, title }) => [id, title] as const);
  const ids: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    why: [...rules, ...placements],
    facts: [...groups, ...facts],
    'rules show': rules,
    'rules test': rules,
  };
  for (const [name, known] of Object.entries(ids)) {
    const argument = root.commands.get(name)?.arguments.get('id');
    if (argument !== undefined)
      argument.handler = (add) => {
        for (const [id, title] of known) add(id, title);
      };
  }
}

/** The options of every command, by the names it is called by. */
function listOptions(command: Command, name = ''): [name: string, options: readonly Option[]][] {
  return [
    [name, command.options],
    ...command.commands.flatMap((each) =>
      listOptions(each, name === '' ? each.name() : `${name} ${each.name()}`),
    ),
  ];
}

/** What the library prints: it has no other way to give it. */
function catchLog(print: () => void): string[] {
  /* eslint-disable no-console */
  const { log } = console;
  const lines: string[] = [];
  console.log = (line: string) => lines.push(line);
  try {
    print();
  } finally {
    console.log = log;
  }
  /* eslint-enable no-console */
  return lines;
}
