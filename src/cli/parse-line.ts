import type { Argument, Command, Option } from 'commander';

/** A word that may stand at the cursor, and what it means. */
export interface Offer {
  readonly word: string;
  readonly says: string;
}

/** What only a rulebook can tell the names of. */
export type NameSort = 'setting' | 'rule' | 'rule or placement' | 'fact or group';

/** What may stand at the cursor: some words, a file, or names from a rulebook. */
export type Wanted = readonly Offer[] | 'file' | NameSort;

/** Where the cursor stands in a command line. */
export interface Cursor {
  readonly wanted: Wanted;
  /** What stands before it in the same word and is no part of it, such as `--set=`. */
  readonly before: string;
  /** What of it was typed. */
  readonly begun: string;
  /** What the line says of the rulebook, as --rules and --no-config do. */
  readonly rules: { readonly rules: readonly string[] | undefined; readonly config: boolean };
}

/** An option that was written, with its value where it has one. */
interface Given {
  readonly option: Option;
  readonly value?: string | undefined;
}

/** Where a command line has come to. */
interface Way {
  readonly command: Command;
  /** How many arguments of the command there have been. */
  readonly count: number;
  readonly given: readonly Given[];
  /** An option that takes what comes next. */
  readonly open?: Option | undefined;
  /** Whether `--` has ended the options. */
  readonly plain: boolean;
}

/** What stands for a file in the names of arguments, and in the flags of options. */
const fileNames = ['file', 'before', 'after', 'workload'];
const fileFlags = /[<[](file|folder|path|record)[\]>]/;

/** What the arguments called id stand for, by command. */
const ids: Readonly<Record<string, NameSort>> = {
  why: 'rule or placement',
  facts: 'fact or group',
  show: 'rule',
  test: 'rule',
};

/**
 * Parses a command line as far as the cursor: what may stand where the last of its words stands. It understands a line as commander does
 * when it is run.
 * @param program the tree of commands
 * @param words what was typed after the name of the program; the last one as far as the cursor
 */
export function parseLine(program: Command, words: readonly string[]): Cursor {
  const typed = words[words.length - 1] ?? '';
  const start: Way = { command: program, count: 0, given: [], plain: false };
  const way = words.slice(0, -1).reduce(goOn, start);
  return { ...findWanted(way, typed), rules: gatherRules(way.given) };
}

/** Takes one word of a line. */
function goOn(way: Way, word: string): Way {
  const { command, count, given, open, plain } = way;
  if (open !== undefined && takes(open, word))
    return { ...way, given: [...given, { option: open, value: word }], open: undefined };
  if (!plain && word === '--') return { ...way, open: undefined, plain: true };
  if (!plain && isOption(word)) {
    const found = readOption(command, word);
    if (found === undefined) return { ...way, open: undefined };
    if (found.value === undefined && takesValue(found.option)) return { ...way, open: found.option };
    return { ...way, given: [...given, found], open: undefined };
  }
  const below = count === 0 ? command.commands.find((each) => each.name() === word) : undefined;
  return below === undefined
    ? { ...way, count: count + 1, open: undefined }
    : { ...way, command: below, open: undefined };
}

function findWanted({ command, count, open, plain }: Way, typed: string): Omit<Cursor, 'rules'> {
  if (open !== undefined && takes(open, typed)) return { wanted: wantValue(open), before: '', begun: typed };
  if (!plain && typed.startsWith('-')) {
    const found = typed.startsWith('--') ? readOption(command, typed) : undefined;
    if (found?.value === undefined) return { wanted: listOptions(command), before: '', begun: typed };
    const before = typed.slice(0, typed.length - found.value.length);
    return { wanted: wantValue(found.option), before, begun: found.value };
  }
  const commands = command.createHelp().visibleCommands(command);
  if (count === 0 && commands.length > 0) {
    const offers = commands.map((each) => ({ word: each.name(), says: each.description() }));
    // A file may stand in place of a command of the program.
    const isFile = command.parent === null && !offers.some(({ word }) => word.startsWith(typed));
    return { wanted: isFile ? 'file' : offers, before: '', begun: typed };
  }
  const known = command.registeredArguments;
  const last = known[known.length - 1];
  const argument = known[count] ?? (last?.variadic === true ? last : undefined);
  return { wanted: argument === undefined ? [] : wantArgument(command, argument), before: '', begun: typed };
}

function isOption(word: string): boolean {
  return word.startsWith('-') && word !== '-';
}

/** `--long`, `--long=value`, `-s`, `-svalue`, or several short ones in one word. */
function readOption(command: Command, word: string): Given | undefined {
  if (word.startsWith('--')) {
    const equals = word.indexOf('=');
    const option = findOption(command, equals === -1 ? word : word.slice(0, equals));
    return option && { option, value: equals === -1 ? undefined : word.slice(equals + 1) };
  }
  for (let at = 1; at < word.length; at++) {
    const option = findOption(command, `-${word.charAt(at)}`);
    if (option === undefined || !takesValue(option)) continue;
    return { option, value: at + 1 === word.length ? undefined : word.slice(at + 1) };
  }
  return undefined;
}

/** Options of the program may stand behind a command too. */
function findOption(command: Command, flag: string): Option | undefined {
  const own = command.options.find(({ long, short }) => long === flag || short === flag);
  return own ?? (command.parent === null ? undefined : findOption(command.parent, flag));
}

function takesValue(option: Option): boolean {
  return option.required || option.optional;
}

/** A value that may be left out is left out where an option follows. */
function takes(option: Option, word: string): boolean {
  return option.required || !isOption(word);
}

function wantValue(option: Option): Wanted {
  if (option.argChoices !== undefined) return listChoices(option.argChoices);
  if (option.flags.includes('<fact=value>')) return 'setting';
  return fileFlags.test(option.flags) ? 'file' : [];
}

function wantArgument(command: Command, argument: Argument): Wanted {
  if (argument.argChoices !== undefined) return listChoices(argument.argChoices);
  if (fileNames.includes(argument.name())) return 'file';
  return argument.name() === 'id' ? (ids[command.name()] ?? []) : [];
}

function listChoices(choices: readonly string[]): Offer[] {
  return choices.map((word) => ({ word, says: '' }));
}

function listOptions(command: Command): Offer[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ short, long, description }) =>
      [long, short].filter((word) => word !== undefined).map((word) => ({ word, says: description })),
    );
}

function gatherRules(given: readonly Given[]): Cursor['rules'] {
  const paths = given.flatMap(({ option, value }) =>
    option.attributeName() === 'rules' && value !== undefined ? [value] : [],
  );
  return {
    rules: paths.length === 0 ? undefined : paths,
    config: !given.some(({ option }) => option.long === '--no-config'),
  };
}
