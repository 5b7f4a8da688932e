// A scenario is a text that a person can write without TypeScript: what is prepared, what is typed,
// what comes out. test/program/scenarios/README.md describes it.

/** One `--- keyword argument` and the lines below it. */
export interface Section {
  readonly keyword: string;
  readonly argument: string;
  /** What stands in brackets behind the argument: how the content is written. */
  readonly written: 'as-is' | 'escaped' | 'generated';
  readonly content: readonly string[];
  /** Where it begins, from 1. */
  readonly line: number;
}

/** One command with what is prepared for it. */
export interface Run {
  /** The text up to and with the command, as it stands in the file. */
  readonly prelude: string;
  readonly setup: readonly Section[];
  /** The words behind `advise`. */
  readonly argv: readonly string[];
  /** The file that standard output goes to instead of being looked at; undefined for none. */
  readonly into: string | undefined;
  /** Places of a JSON output that are looked at; empty for all of it. */
  readonly views: readonly string[];
  /** The exit code it expects; undefined where none is written down yet. */
  readonly exit: number | undefined;
}

/** A scenario file, taken apart. */
export interface Scenario {
  readonly runs: readonly Run[];
  /** The rulebook that the program comes with, where it is not the default one. */
  readonly comesWith: string | undefined;
  /** What follows the last run. */
  readonly rest: string;
}

const outcomes: readonly string[] = ['stdout', 'stderr', 'written', 'removed', 'exit'];
const sectionLine = /^--- ([a-z][a-z-]*)(?: (.*?))?(?: \((escaped|generated)\))?$/;

/**
 * Takes a scenario file apart.
 * @param text its content
 */
export function parseScenario(text: string): Scenario {
  const lines = text.split('\n');
  const runs: Run[] = [];
  let start = 0;
  let comesWith: string | undefined;
  for (;;) {
    const command = lines.findIndex((line, index) => index >= start && line.startsWith('$ '));
    if (command === -1) break;
    const end = findEnd(lines, command);
    const outcome = parseSections(lines, command + 1, end);
    const setup = parseSections(lines, start, command);
    comesWith ??= setup.find((section) => section.keyword === 'comes-with')?.argument;
    runs.push({
      prelude: `${lines.slice(start, command + 1).join('\n')}\n`,
      setup: setup.filter((section) => section.keyword !== 'comes-with'),
      ...splitCommand(lines[command]?.slice(2) ?? '', command + 1),
      views: outcome
        .filter((section) => section.keyword === 'stdout' && section.argument.startsWith('at '))
        .map((section) => section.argument.slice('at '.length)),
      exit: outcome
        .filter((section) => section.keyword === 'exit')
        .map((section) => Number(section.argument))[0],
    });
    start = end;
  }
  return { runs, comesWith, rest: lines.slice(start).join('\n') };
}

/** The line behind what a run expects; one that was just written down has no exit code yet. */
function findEnd(lines: readonly string[], command: number): number {
  const next = lines.findIndex((line, index) => index > command && line.startsWith('$ '));
  const exit = lines.findIndex((line, index) => index > command && /^--- exit( |$)/.test(line));
  if (exit !== -1 && (next === -1 || exit < next)) return exit + 1;
  const last = lines.findIndex((line, index) => index > command && !/^--- (stdout|stderr)( |$)/.test(line));
  return last === -1 ? lines.length : last;
}

/** Sections between two lines; comments and blank lines before the first one belong to none. */
function parseSections(lines: readonly string[], from: number, to: number): Section[] {
  const heads = lines.flatMap((line, index) => {
    const match = index >= from && index < to ? sectionLine.exec(line) : null;
    return match === null ? [] : [{ index, match }];
  });
  return heads.map(({ index, match }, position) => {
    const next = heads[position + 1]?.index ?? to;
    const keyword = match[1] ?? '';
    return {
      keyword,
      argument: match[2] ?? '',
      written: (match[3] ?? 'as-is') as Section['written'],
      content: lines.slice(index + 1, outcomes.includes(keyword) ? next : lastFilled(lines, index, next)),
      line: index + 1,
    };
  });
}

/** Blank lines before the next section are there for the eye. */
function lastFilled(lines: readonly string[], from: number, to: number): number {
  let end = to;
  while (end > from + 1 && lines[end - 1]?.trim() === '') end -= 1;
  return end;
}

/** Splits a command like a shell: quotes keep words together, `> file` at the end, nothing is expanded. */
function splitCommand(command: string, line: number): Pick<Run, 'argv' | 'into'> {
  const words = command.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g) ?? [];
  const [program, ...argv] = words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
  if (program !== 'advise') throw new Error(`line ${line}: a scenario runs advise, nothing else`);
  const [arrow, into] = argv.slice(-2);
  return arrow === '>' ? { argv: argv.slice(0, -2), into } : { argv, into: undefined };
}
