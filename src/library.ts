import type { ReadyRulebook } from './rulebook/ready.ts';
import manifest from '../package.json' with { type: 'json' };
import { keepPrepared } from './advice/keep-prepared.ts';
import type { Advice, Result } from './advice/result.ts';
import { assembleResult } from './assemble-result.ts';
import { assess as assessReady } from './assess.ts';
import type { Model } from './decide/model.ts';
import { formatPosition, InputError, isInputError } from './errors.ts';
import { summariseResults } from './portfolio/summarise-results.ts';
import { parseYaml } from './read/parse-yaml.ts';
import type { Rulebook as WholeRulebook } from './rulebook/rulebook.ts';
import { type BuiltRulebook, joinRulebook, type RulebookDetails } from './rulebook/split-rulebook.ts';
import { parseProfile as parseProfileDocument } from './workload/parse-profile.ts';
import { parseDocuments } from './workload/parse-workload.ts';
import { parseSet } from './workload/parse-set.ts';
import { type Headline, headlines, type RequirableLevel } from './words.ts';
import type { FactStatement, Workload } from './workload/workload.ts';

// What `import ... from 'advise'` gives. It reads no file, no clock and no environment. Its types are
// taken from this file by scripts/write-types.ts, so that everything exported is annotated.

/** A rulebook, checked and compiled; what else it holds is not part of the promise. */
export interface Rulebook {
  readonly name: string;
  /** Semantic version of its content. */
  readonly version: string;
  /** SHA-256 of its content. */
  readonly digest: string;
  /** The vocabulary. */
  readonly facts: readonly { readonly id: string; readonly question: string }[];
  readonly rules: readonly { readonly id: string; readonly title: string; readonly because: string }[];
  /** What deciding reads. */
  readonly model: unknown;
}

/** A file of a rulebook: its name in the folder, such as facts.yaml, and what it holds. */
export interface RulebookFile {
  readonly name: string;
  readonly text: string;
}

/** What an assessment takes into account beside the workload. */
export interface AssessOptions {
  /** Facts that hold for every workload of a team or site, from parseProfile; the workload's own count more. */
  readonly profile?: readonly FactStatement[];
  /** What-ifs, each `fact=value` or `fact=value,value`; they count most. */
  readonly set?: readonly string[];
  /** The day waivers are judged by, YYYY-MM-DD; needed only where a waiver has an end. */
  readonly today?: string;
  /** Gate: the headline it must be. */
  readonly expect?: Headline;
  /** Gates: the status and strengths it must reach. */
  readonly require?: readonly RequirableLevel[];
}

/** A memory that changes no result, so that whoever calls `assess` again and again does not pay for it each time. */
const prepare = keepPrepared();

/** The rulebook that comes with the program. */
export const defaultRulebook: Rulebook = readDefault();

/**
 * Checks and compiles the files of a rulebook.
 * @throws InputError with everything that is wrong, each with line and column
 */
export async function loadRulebook(files: readonly RulebookFile[]): Promise<Rulebook> {
  const { loadRulebook: load } = await import('./rulebook/load/load-rulebook.ts');
  const { compileRulebook } = await import('./rulebook/compile-rulebook.ts');
  const rulebook = load(
    files.map(({ name, text }) => ({ path: name, name, text })),
    'rulebook',
  );
  return { ...rulebook, model: compileRulebook(rulebook) };
}

/**
 * Lays a rulebook over the one that it extends.
 * @param files the files of the one that extends; its `extends` is not followed, `base` stands for it
 * @param base the rulebook that it extends
 * @throws InputError with everything that is wrong, each with line and column
 */
export async function extendRulebook(
  files: readonly RulebookFile[],
  base: Rulebook = defaultRulebook,
): Promise<Rulebook> {
  const { extendRulebook: extend } = await import('./rulebook/extend/extend-rulebook.ts');
  const { compileRulebook } = await import('./rulebook/compile-rulebook.ts');
  const { checkTouchedRules } = await import('./rulebook/load/check-examples.ts');
  const rulebook = extend(
    open(base).rulebook,
    files.map(({ name, text }) => ({ path: name, name, text })),
  );
  const ready = { rulebook, model: compileRulebook(rulebook) };
  checkTouchedRules(ready);
  return { ...rulebook, model: ready.model };
}

/**
 * Reads the workloads of a text, YAML or JSON: one a document.
 * @param text what a workload file holds
 * @param rulebook whose vocabulary it is written in
 * @param file the name it is called by in messages and advice
 * @throws InputError with everything that is wrong, each with line and column
 */
export function parseWorkloads(
  text: string,
  rulebook: Rulebook = defaultRulebook,
  file = 'workload.yaml',
): Workload[] {
  return parseDocuments(text, file, open(rulebook).rulebook);
}

/**
 * Reads a profile: facts that hold for every workload of a team or site.
 * @param text what a profile file holds
 * @param rulebook whose vocabulary it is written in
 * @param file the name it is called by in messages and advice
 * @throws InputError with everything that is wrong, each with line and column
 */
export function parseProfile(
  text: string,
  rulebook: Rulebook = defaultRulebook,
  file = 'profile.yaml',
): readonly FactStatement[] {
  const [document, second] = parseYaml(text, file);
  if (document === undefined || second !== undefined)
    throw new InputError([{ message: 'a profile holds one document', at: { file } }]);
  return parseProfileDocument(document, open(rulebook).rulebook).facts;
}

/**
 * Says where a workload belongs, and why.
 * @throws InputError when a what-if is wrong, or a waiver has an end and no day was given
 */
export function assess(
  workload: Workload,
  rulebook: Rulebook = defaultRulebook,
  options: AssessOptions = {},
): Advice {
  const ready = open(rulebook);
  const dated = [...workload.waivers, ...(workload.rulings ?? [])].find(({ until }) => until !== undefined);
  if (options.today === undefined && dated !== undefined)
    throw new InputError([{ message: 'a waiver or ruling with an end needs options.today', at: dated.at }]);
  const advice = assessReady(workload, ready, {
    prepare,
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    set: parseSet(options.set ?? [], ready.rulebook),
    // Without a waiver that ends, the day makes no difference.
    today: options.today ?? '0000-01-01',
    gates: { expect: options.expect === undefined ? [] : [options.expect], require: options.require ?? [] },
  });
  // Parts of the advice are parts of the rulebook; what the caller does with his is no matter of ours.
  return structuredClone(advice);
}

/**
 * Says where each of some workloads belongs, as the result that `assess -f json` prints.
 * @throws InputError when a what-if is wrong, or a waiver has an end and no day was given
 */
export function assessAll(
  workloads: readonly Workload[],
  rulebook: Rulebook = defaultRulebook,
  options: AssessOptions = {},
): Result {
  const results = workloads.map((workload) => assess(workload, rulebook, options));
  const { profile = [], today = '' } = options;
  const ready = open(rulebook);
  const set = parseSet(options.set ?? [], ready.rulebook);
  const result = assembleResult({
    version: manifest.version,
    rulebook: ready.rulebook,
    workloads,
    results,
    profile,
    set,
    today,
    settings: { profile: profile[0]?.at?.file },
    overview:
      workloads.length < 2
        ? undefined
        : summariseResults(workloads, results, ready, { profile, set, today: options.today ?? '0000-01-01' }),
  });
  return structuredClone(result);
}

/** The build puts these files beside it; a bundler takes them in. */
function readDefault(): Rulebook {
  /* eslint-disable @typescript-eslint/no-require-imports -- an import would ask for them in the sources */
  const built = require('./rulebook.json') as BuiltRulebook;
  const { rulebook, model } = joinRulebook(
    built,
    () => require('./rulebook-details.json') as RulebookDetails,
  );
  /* eslint-enable @typescript-eslint/no-require-imports */
  return Object.assign(rulebook, { model });
}

function open(rulebook: Rulebook): ReadyRulebook {
  return { rulebook: rulebook as unknown as WholeRulebook, model: rulebook.model as Model };
}

export { formatPosition, headlines, InputError, isInputError };
