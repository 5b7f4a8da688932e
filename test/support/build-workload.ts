import { decidePlacing, type Placing } from '../../src/advice/placing.ts';
import type { Advice } from '../../src/advice/result.ts';
import type { ReadyRulebook } from '../../src/rulebook/ready.ts';
import { assess, type AssessOptions } from '../../src/assess.ts';
import { InputError, type Problem } from '../../src/errors.ts';
import { parseYaml, type YamlDocument } from '../../src/read/parse-yaml.ts';
import { parseSet } from '../../src/workload/parse-set.ts';
import { parseWorkload } from '../../src/workload/parse-workload.ts';
import type { FactStatement, Workload } from '../../src/workload/workload.ts';

/** The only document of a text. */
export function parseOne(text: string, file = 'app.yaml'): YamlDocument {
  const [document] = parseYaml(text, file);
  if (document === undefined) throw new Error('the text is empty');
  return document;
}

/** Reads a workload; `advise: 1` is put before it, on the same line as nothing else. */
export function readWorkload(ready: ReadyRulebook, text: string): Workload {
  return parseWorkload(parseOne(`advise: 1\n${text}`), ready.rulebook);
}

/** The advice on a workload written as YAML. */
export function assessText(ready: ReadyRulebook, text: string, options: Partial<AssessOptions> = {}): Advice {
  return assess(readWorkload(ready, text), ready, { today: '2026-07-01', ...options });
}

/**
 * Decides a workload written as YAML.
 * @param waived ids of rules that count as absent
 */
export function placeText(ready: ReadyRulebook, text: string, ...waived: string[]): Placing {
  const { facts } = readWorkload(ready, text);
  return decidePlacing(
    ready,
    new Map(facts.map((statement) => [statement.fact, statement])),
    new Set(waived),
  );
}

/** The advice on a workload that says this. */
export function assessFacts(ready: ReadyRulebook, facts: readonly FactStatement[]): Advice {
  const workload: Workload = { name: 'app', file: 'app.yaml', facts, waivers: [], components: [] };
  return assess(workload, ready, { today: '2026-07-01' });
}

/** Statements as `--set` takes them. */
export function setFacts(ready: ReadyRulebook, ...settings: string[]): FactStatement[] {
  return parseSet(settings, ready.rulebook);
}

/** What was wrong with an input; fails where nothing was. */
export function problemsOf(read: () => unknown): readonly Problem[] {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  throw new Error('nothing was found to be wrong');
}

/** What was wrong with an input, each as `file:line:column message`. */
export function complaintsOf(read: () => unknown): string[] {
  return problemsOf(read).map(({ message, at }) =>
    at === undefined
      ? message
      : 'line' in at
        ? `${at.file}:${at.line}:${at.column} ${message}`
        : `${at.file} ${message}`,
  );
}
