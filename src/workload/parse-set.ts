import { InputError } from '../errors.ts';
import { wordUnknownName } from '../text/suggest.ts';
import { findNamed } from '../rulebook/look-up.ts';
import { noteOldName, parseValues, type Vocabulary } from './parse-facts.ts';
import type { FactStatement } from './workload.ts';

/**
 * Reads the what-ifs of the command line, `fact=value` or `fact=value,value` for one of several.
 * @param settings the arguments of --set, in order; the last one of a fact counts
 * @throws InputError with everything that is wrong
 */
export function parseSet(settings: readonly string[], vocabulary: Vocabulary): FactStatement[] {
  const problems: { message: string }[] = [];
  const statements = settings.flatMap((setting) => {
    const equals = setting.indexOf('=');
    const id = setting.slice(0, equals === -1 ? undefined : equals).trim();
    const fact = findNamed(vocabulary.facts, id);
    if (equals === -1 || fact === undefined) {
      const known = vocabulary.facts.map((each) => each.id);
      const message =
        fact === undefined && id !== ''
          ? `--set: ${wordUnknownName('fact', id, known)}`
          : `--set takes fact=value, got ${setting === '' ? 'nothing' : setting}`;
      problems.push({ message });
      return [];
    }
    const parts = setting
      .slice(equals + 1)
      .split(',')
      .map((part) => part.trim());
    const raw = parts.length === 1 ? parts[0] : parts;
    const values = parseValues(fact, raw, (message) => problems.push({ message: `--set: ${message}` }));
    return values === undefined ? [] : [noteOldName({ fact: fact.id, values, origin: 'set' }, id)];
  });
  if (problems.length > 0) throw new InputError(problems);
  return statements;
}
