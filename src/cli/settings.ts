import { delimiter } from 'node:path';
import { InputError, type Position } from '../errors.ts';
import type { Io } from '../io.ts';
import { parseYaml, type Path, type YamlDocument } from '../read/parse-yaml.ts';
import { readText } from '../read/read-text.ts';
import { quoteValue } from '../text/safe.ts';
import { wordUnknownChoice } from '../text/suggest.ts';
import { parseShape, type ShapeReader, throwProblems } from '../read/shape-reader.ts';

/** The file in the working directory that holds a project's settings. */
const configFile = '.advise.yaml';

/** What flag, environment and configuration file can each set. */
export interface Settings {
  /** Files and folders of rulebooks, in order; undefined for the one that comes with the program. */
  readonly rules: readonly string[] | undefined;
  readonly profile: string | undefined;
  /** The format that was asked for; whether there is one of that name depends on the command. */
  readonly format: AskedFormat | undefined;
  /** What the configuration file set, for the record. */
  readonly config: { readonly file: string; readonly sets: string[] } | undefined;
}

/** A format, and where it was asked for. */
interface AskedFormat {
  readonly name: string;
  /** What begins a message about it. */
  readonly lead: string;
  /** Where it stands in the configuration file. */
  readonly at?: Position | undefined;
}

/** The flags that settings come from. */
export interface SettingFlags {
  readonly format?: string | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly profile?: string | undefined;
  /** False for --no-config. */
  readonly config?: boolean | undefined;
}

const keys = ['format', 'rules', 'profile'] as const;
type Key = (typeof keys)[number];

/** What the configuration file says, and where. */
interface Config {
  readonly format?: Named;
  readonly profile?: Named;
  readonly rules?: readonly Named[];
}

/** A name in the configuration file, and where it stands. */
interface Named {
  readonly name: string;
  readonly at: Position;
}

/**
 * Settles what applies: flag, then ADVISE_FORMAT, ADVISE_RULES, ADVISE_PROFILE, then `.advise.yaml`
 * in the working directory, then what is built in.
 * @throws InputError when the configuration is wrong
 */
export function readSettings(io: Io, flags: SettingFlags): Settings {
  const config = flags.config === false ? {} : readConfig(io);
  const sets = keys.filter((key) => config[key] !== undefined);
  return {
    rules:
      flags.rules ??
      readRulesVariable(io) ??
      config.rules?.map((path) => requireThere(io, path, 'file or folder')),
    profile:
      flags.profile ??
      readVariable(io, 'profile') ??
      (config.profile && requireThere(io, config.profile, 'file')),
    format: findFormat(flags, io, config),
    config: sets.length === 0 ? undefined : { file: configFile, sets },
  };
}

/** Who runs the program may not know that a file of settings names another one, and where. */
function requireThere(io: Io, { name, at }: Named, sort: 'file' | 'file or folder'): string {
  const found = io.exists(name) && (sort !== 'file' || !io.isFolder(name));
  if (!found) throw new InputError([{ message: `${quoteValue(name)} is named here: no such ${sort}`, at }]);
  return name;
}

function findFormat(flags: SettingFlags, io: Io, { format }: Config): AskedFormat | undefined {
  if (flags.format !== undefined) return { name: flags.format, lead: '' };
  const variable = readVariable(io, 'format');
  if (variable !== undefined) return { name: variable, lead: 'ADVISE_FORMAT: ' };
  return format && { ...format, lead: '' };
}

/**
 * The format that was asked for, or text.
 * @param formats the formats there are
 * @throws InputError when there is none of that name
 */
export function chooseFormat<T extends string>({ format }: Settings, formats: readonly T[]): T | 'text' {
  if (format === undefined) return 'text';
  const found = formats.find((each) => each === format.name);
  if (found !== undefined) return found;
  const message = format.lead + wordUnknownChoice('format', format.name, formats);
  throw new InputError([{ message, at: format.at }]);
}

/** Paths in it are relative to it, which is the working directory. */
function readConfig(io: Io): Config {
  if (!io.exists(configFile)) return {};
  const [document, second] = parseYaml(readText(io, configFile), configFile);
  if (document === undefined) return {};
  if (second !== undefined) throw new InputError([{ message: 'holds one document', at: second.locate([]) }]);
  const reader = parseShape(document);
  const top = reader.map(document.data, [], keys, configFile);
  const text = (key: 'format' | 'profile'): Partial<Record<typeof key, Named>> => {
    const name = top?.[key] === undefined ? undefined : reader.text(top[key], [key], key);
    return name === undefined ? {} : { [key]: { name, at: document.locate([key]) } };
  };
  const rules = top?.rules === undefined ? undefined : readPaths(reader, document, top.rules);
  const config = { ...text('format'), ...text('profile'), ...(rules && { rules }) };
  throwProblems(reader);
  return config;
}

/** One path, or a list of them. */
function readPaths(reader: ShapeReader, document: YamlDocument, value: unknown): Named[] {
  const read = (path: unknown, at: Path): Named => ({
    name: reader.text(path, at, 'rules') ?? '',
    at: document.locate(at),
  });
  if (!Array.isArray(value)) return [read(value, ['rules'])];
  if (value.length === 0) reader.say('rules is an empty list; name a rulebook, or remove it', ['rules']);
  for (const [index, path] of value.entries())
    if (value.indexOf(path) < index) reader.say('rules names it twice', ['rules', index]);
  return value.map((path, index) => read(path, ['rules', index]));
}

/** An empty variable is none. */
function readVariable(io: Io, key: Key): string | undefined {
  const value = io.env[`ADVISE_${key.toUpperCase()}`];
  return value === '' ? undefined : value;
}

/** Several paths in a variable are separated as in PATH. */
function readRulesVariable(io: Io): string[] | undefined {
  return readVariable(io, 'rules')
    ?.split(delimiter)
    .filter((path) => path !== '');
}
