import { type Command, InvalidArgumentError, Option } from 'commander';
import { headlines, levelsOfReasons, requirableLevels } from '../words.ts';
import { findJoinKey, type JoinKey, joinKeys } from '../import/join-keys.ts';
import { formats, formatsByEnding, listFormats, type Subject } from '../render/render.ts';

/** Adds commands with the options that every command takes. */
export function addCommandsTo(parent: Command): (name: string, summary: string) => Command {
  return (name, summary) =>
    addCommonOptions(sayFormWanted(parent.command(name)))
      .description(summary)
      .helpOption('-h, --help', 'print this help');
}

/**
 * A command that was called wrongly says how it is called.
 * @param shown whose form that is
 */
export function sayFormWanted(command: Command, shown = command): Command {
  return command.exitOverride((error) => {
    if (error.exitCode !== 0) {
      command.configureOutput().writeErr?.(`usage: ${shown.createHelp().commandUsage(shown)}\n`);
    }
    throw error;
  });
}

/** The options that every command takes. */
export function addCommonOptions(command: Command): Command {
  return command
    .optionsGroup('Everywhere:')
    .option('--color', 'use colour')
    .option('--no-color', 'use no colour')
    .option('-q, --quiet', 'say nothing on standard error but errors')
    .option('-v, --verbose', 'say more')
    .option('--debug', 'print a stack trace with an unexpected error')
    .option('--no-config', 'ignore .advise.yaml')
    .optionsGroup('Options:');
}

/** Options written before the command count as if they stood behind it. */
export function passOn(program: Command, command: Command): void {
  for (const [name, value] of Object.entries(program.opts<Record<string, unknown>>())) {
    if (program.getOptionValueSource(name) === 'cli' && command.getOptionValueSource(name) !== 'cli')
      command.setOptionValueWithSource(name, value, 'cli');
  }
}

/** Repeatable, one level each: a list would swallow the files behind it. */
export function requireOption(): Option {
  const option = new Option(
    '--require <level>',
    'gate: status or strength must reach this (slight means lean, moderate favoured, strong clear); musts: nothing is against a must; repeatable',
  ).choices([...requirableLevels, ...Object.keys(levelsOfReasons)]);
  return severalOf(option, (value) => levelsOfReasons[value] ?? value);
}

/** The headlines that will do: a list, or the option several times. */
export function expectOption(): Option {
  const option = new Option('--expect <headline>', 'gate: the headline must be this; a,b means one of these');
  return severalOf(option.choices(headlines), (value) => value);
}

/** Takes one of the choices, several behind commas, or the option several times. */
function severalOf(option: Option, understand: (value: string) => string): Option {
  const checkOne = option.parseArg;
  return option.default([], 'none').argParser((value, before: readonly string[]) => {
    const values = value.split(',').map((each) => each.trim());
    for (const each of values) checkOne?.(each, undefined);
    return [...before, ...values.map(understand)];
  });
}

/**
 * -f for one subject: the formats that it has.
 * @param said what the help says of them, where it is not just their names
 */
export function formatOption(subject: Subject, said?: string): Option {
  const formats: readonly string[] = listFormats(subject);
  const words = said ?? `${formats.slice(0, -1).join(', ')} or ${formats[formats.length - 1] ?? ''}`;
  return new Option('-f, --format <format>', words).choices(formats).default('text');
}

/** -f for advice: it has no default here, as a setting may say it. */
export function adviceFormatOption(): Option {
  return new Option('-f, --format <format>', 'what standard output carries (default: text)').choices(formats);
}

/** -o for files beside standard output. */
export function outputOption(): Option {
  const endings = Object.keys(formatsByEnding).join(' ');
  return repeatable(
    '-o, --output <file>',
    `also write this file, format by its ending (${endings}); repeatable`,
  );
}

/** -r for the rulebooks; repeatable, and left out where another setting may say. */
export function rulesOption(): Option {
  return new Option(
    '-r, --rules <path>',
    'judge by the rulebook in this folder or file; repeatable, each over those before it',
  ).argParser((value, before: readonly string[] | undefined) => [...(before ?? []), value]);
}

/** -r that may stand without a path: then it only asks for more, and counts for nothing in the list. */
export function rulesOrBareOption(description: string): Option {
  return new Option('-r, --rules [path]', description)
    .preset(true)
    .argParser((value: string | true, before: readonly string[] | undefined) =>
      value === true ? (before ?? []) : [...(before ?? []), value],
    );
}

/** --today, for commands that judge by a day. */
export function todayOption(
  judges = 'waivers and rulings are judged by (default: the clock), and ends of support (default: the day of their data)',
): Option {
  return new Option('--today <date>', `the day ${judges}`);
}

/** How files of other programs are read, for every command that reads workloads. */
export function addReadingOptions(command: Command): Command {
  return command
    .optionsGroup('Files of other programs:')
    .option('--as <kind>', 'what kind of file it is, where that cannot be told; also kind:file')
    .option('--running', 'what the files declare runs in production as it stands')
    .addOption(
      repeatable('--select <name>', 'only what is called so; * is any text, ! leaves out; repeatable'),
    )
    .addOption(
      new Option(
        '--join <key>',
        `lay together what several files say of a machine, by ${joinKeys.join(', ')}, or a column of the table, column:HEADING`,
      ).argParser(readJoinKey),
    )
    .option('--env-file <file>', 'variables for Compose, in the place of .env')
    .option('--map <file>', 'what the columns of a table mean: names and facts, YAML');
}

function readJoinKey(text: string): JoinKey {
  const key = findJoinKey(text);
  if (key !== undefined) return key;
  throw new InvalidArgumentError(`It takes ${joinKeys.join(', ')} or column:HEADING.`);
}

/** An option that may be given several times. */
export function repeatable(flags: string, description: string): Option {
  return new Option(flags, description)
    .default([], 'none')
    .argParser((value, before: readonly string[]) => [...before, value]);
}
