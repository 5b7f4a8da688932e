import { InputError, type Position } from '../errors.ts';
import type { Io } from '../io.ts';
import { parseYaml } from '../read/parse-yaml.ts';
import { readText } from '../read/read-text.ts';
import { showText } from '../read/show-text.ts';
import { suggestName } from '../read/suggest-name.ts';
import { readShape, throwProblems } from '../workload/check-shape.ts';

/** The file in the working directory that holds a project's settings. */
const configFile = '.advise.yaml';

/** What flag, environment and configuration file can each set. */
export interface Settings {
  readonly format: string;
  /** Folder of the rulebook; undefined for the one that comes with the program. */
  readonly rules: string | undefined;
  readonly profile: string | undefined;
  /** What the configuration file set, for the record. */
  readonly config: { readonly file: string; readonly sets: string[] } | undefined;
}

/** The flags that settings come from. */
export interface SettingFlags {
  readonly format?: string | undefined;
  readonly rules?: string | undefined;
  readonly profile?: string | undefined;
  /** False for --no-config. */
  readonly config?: boolean | undefined;
}

const keys = ['format', 'rules', 'profile'] as const;
type Key = (typeof keys)[number];

/**
 * Settles what applies: flag, then ADVISE_FORMAT, ADVISE_RULES, ADVISE_PROFILE, then `.advise.yaml`
 * in the working directory, then what is built in.
 * @param formats the formats there are
 * @throws InputError when the configuration or a format is wrong
 */
export function resolveSettings(flags: SettingFlags, io: Io, formats: readonly string[]): Settings {
  const config = flags.config === false ? {} : readConfig(io);
  const pick = (key: Key): string | undefined => flags[key] ?? readVariable(io, key) ?? config[key]?.value;
  const format = pick('format') ?? 'text';
  if (!formats.includes(format)) {
    const message = `no format is called ${showText(format)} (expected ${formats.join(', ')})${suggestName(format, formats)}`;
    if (flags.format !== undefined) throw new InputError(message);
    if (readVariable(io, 'format') !== undefined) throw new InputError(`ADVISE_FORMAT: ${message}`);
    throw new InputError([{ message, at: config.format?.at }]);
  }
  const sets = keys.filter((key) => config[key] !== undefined);
  return {
    format,
    rules: pick('rules'),
    profile: pick('profile'),
    config: sets.length === 0 ? undefined : { file: configFile, sets },
  };
}

/**
 * The folder of the rulebook that applies; undefined for the program's own.
 * @param flags --rules and --no-config
 */
export function resolveRules(flags: Pick<SettingFlags, 'rules' | 'config'>, io: Io): string | undefined {
  const config = flags.config === false ? {} : readConfig(io);
  return flags.rules ?? readVariable(io, 'rules') ?? config.rules?.value;
}

/** Paths in it are relative to it, which is the working directory. */
function readConfig(io: Io): Partial<Record<Key, { readonly value: string; readonly at: Position }>> {
  if (!io.exists(configFile)) return {};
  const [document, second] = parseYaml(readText(io, configFile), configFile);
  if (document === undefined) return {};
  if (second !== undefined) throw new InputError([{ message: 'holds one document', at: second.locate([]) }]);
  const reader = readShape(document);
  const top = reader.map(document.data, [], keys, configFile);
  const entries = keys.flatMap((key) => {
    const value = top?.[key] === undefined ? undefined : reader.text(top[key], [key], key);
    return value === undefined ? [] : [[key, { value, at: document.locate([key]) }] as const];
  });
  throwProblems(reader);
  return Object.fromEntries(entries);
}

/** An empty variable is none. */
function readVariable(io: Io, key: Key): string | undefined {
  const value = io.env[`ADVISE_${key.toUpperCase()}`];
  return value === '' ? undefined : value;
}
