import { entryOf } from '../entry-of.ts';
import type { Path } from '../read/parse-yaml.ts';
import type { ShapeReader } from '../read/shape-reader.ts';
import { wordWrongValue } from '../text/suggest.ts';
import { clarifications, findClarification } from './clarifications.ts';
import type { GivenAnswer } from './clarify.ts';
import type { Unclear } from './workload.ts';

/** What a file says of clarifications: those that are open, and answers. */
export interface Clarified {
  readonly unclear: readonly Unclear[];
  readonly given: readonly GivenAnswer[];
}

/**
 * Reads `clarify`: a map of questions, each with an answer, or `unknown` as long as it is open.
 * @param value what stands under the key
 * @param path where it stands
 * @param origin what answers are marked with
 */
export function parseClarify(
  reader: ShapeReader,
  value: unknown,
  path: Path,
  origin: GivenAnswer['origin'],
): Clarified {
  const unclear: Unclear[] = [];
  const given: GivenAnswer[] = [];
  const ids = clarifications.map(({ id }) => id);
  const map = value === undefined || value === null ? {} : reader.map(value, path, ids, 'clarify');
  for (const [clarification, answer] of Object.entries(map ?? {})) {
    const here = [...path, clarification];
    const answers = Object.keys(findClarification(clarification)?.answers ?? {});
    const at = reader.document.locate(here);
    if (answer === 'unknown') unclear.push({ clarification, at });
    else if (typeof answer === 'string' && answers.includes(answer))
      given.push({ clarification, answer, origin, at });
    else if (answers.length > 0)
      reader.say(wordWrongValue(clarification, answer, [...answers, 'unknown']), here);
  }
  return { unclear, given };
}

/**
 * Takes the answers out of what `--set` states.
 * @param settings its arguments, in order
 * @returns the answers, what else is stated, and what is wrong with an answer
 */
export function splitAnswers(settings: readonly string[]): {
  readonly given: readonly GivenAnswer[];
  readonly rest: readonly string[];
  readonly problems: readonly string[];
} {
  const given: GivenAnswer[] = [];
  const rest: string[] = [];
  const problems: string[] = [];
  for (const setting of settings) {
    const [id = '', answer = ''] = setting.split(/=(.*)/s).map((part) => part.trim());
    const clarification = findClarification(id);
    if (clarification === undefined) rest.push(setting);
    else if (entryOf(clarification.answers, answer) !== undefined)
      given.push({ clarification: id, answer, origin: 'set' });
    else problems.push(`--set: ${wordWrongValue(id, answer, Object.keys(clarification.answers))}`);
  }
  return { given, rest, problems };
}
