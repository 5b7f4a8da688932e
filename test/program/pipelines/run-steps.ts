import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A step of a GitHub workflow or action, as far as its shell goes. */
export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

/** How a pipeline ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What expressions such as `${{ inputs.files }}` stand for, by name. */
export type Values = Readonly<Record<string, string>>;

/**
 * The YAML of a block of docs/ci.md.
 * @param name what its first line, a comment, names
 */
export function readSnippet(name: string): unknown {
  const blocks = [...readFileSync('docs/ci.md', 'utf8').matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g)];
  const block = blocks.find(([, file]) => file === name)?.[2];
  if (block === undefined) throw new Error(`docs/ci.md shows no ${name}`);
  return parse(block);
}

/** A project in which pipelines run, and the places that the runner of a pipeline has. */
export interface Place {
  readonly project: string;
  readonly temp: string;
}

/**
 * Runs a script as pipelines do: by bash, which stops at the first failure.
 * @param script what stands under `run`, or the lines of a `script` joined
 */
export function runScript(script: string, env: Values, { project, temp }: Place): Ended {
  const file = join(temp, 'step.sh');
  writeFileSync(file, script);
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], {
    cwd: project,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH ?? '',
      HOME: temp,
      // A tarball without dependencies needs no registry; where one is asked all the same, this fails.
      npm_config_offline: 'true',
      npm_config_cache: join(temp, 'npm-cache'),
      npm_config_update_notifier: 'false',
      ...env,
    },
  });
  return { code: status ?? -1, stdout, stderr };
}

/**
 * Runs the steps of a workflow one after the other, and those of our action where it uses it.
 * Other actions, such as the checkout, are taken as done.
 */
export function runSteps(steps: readonly Step[], values: Values, place: Place): Ended {
  const ended = { code: 0, stdout: '', stderr: '' };
  const env = {
    RUNNER_TEMP: place.temp,
    GITHUB_BASE_REF: 'main',
    GITHUB_STEP_SUMMARY: join(place.temp, 'step-summary'),
  };
  mkdirSync(place.temp, { recursive: true });
  for (const step of steps) {
    const given = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value, values)]),
    );
    const ran =
      step.run !== undefined
        ? runScript(step.run, { ...env, ...given }, place)
        : step.uses?.startsWith('OWNER/advise@') === true
          ? runAction(step, values, place)
          : undefined;
    if (ran === undefined) continue;
    ended.stdout += ran.stdout;
    ended.stderr += ran.stderr;
    if (ran.code !== 0) return { ...ended, code: ran.code };
  }
  return ended;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean; readonly default?: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** Runs action.yml with the inputs of a step; an input that it does not have is an error. */
function runAction(step: Step, values: Values, place: Place): Ended {
  const action = parse(readFileSync('action.yml', 'utf8')) as Action;
  const given = Object.entries(step.with ?? {});
  const unknown = given.filter(([name]) => !(name in action.inputs)).map(([name]) => name);
  if (unknown.length > 0) throw new Error(`the action has no input ${unknown.join(', ')}`);
  const inputs = Object.entries(action.inputs).map(([name, input]) => {
    const value = given.find(([each]) => each === name)?.[1] ?? input.default;
    if (value === undefined) throw new Error(`the action needs the input ${name}`);
    return [`inputs.${name}`, fill(String(value), values)];
  });
  return runSteps(action.runs.steps, Object.fromEntries(inputs) as Values, place);
}

function fill(text: string, values: Values): string {
  return text.replace(/\$\{\{ *([\w.-]+) *\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nothing is known of ${name}`);
    return value;
  });
}
