import { at } from '../at.ts';
import type { Action, Rule } from './rulebook.ts';
import type { BuiltRulebook } from './split-rulebook.ts';

// The default rulebook as the file that the program starts with: JSON, with a line for each rule and each action.
// Most runs look at few of these, and to parse all took longer than to decide.

const between = '],"actions":[';
const end = ']}';

/** Writes what is built of a rulebook, as JSON. */
export function writeBuiltRulebook({ rules, actions, ...rest }: BuiltRulebook): string {
  const write = (entries: readonly object[]) => entries.map((entry) => JSON.stringify(entry)).join(',\n');
  const head = `${JSON.stringify(rest).slice(0, -1)},"rules":[`;
  return [head, write(rules), between, write(actions), end, ''].join('\n');
}

/** Parses what was written; rules and actions one by one, each when it is first looked at. */
export function parseBuiltRulebook(text: string): BuiltRulebook {
  const lines = text.split('\n');
  const cut = lines.indexOf(between);
  return {
    ...(JSON.parse(`${lines[0] ?? ''}${end}`) as BuiltRulebook),
    rules: parseLater(lines.slice(1, cut), (line) => parseEntry(line) as Rule),
    actions: parseLater(lines.slice(cut + 1, lines.indexOf(end, cut)), (line) => parseEntry(line) as Action),
  };
}

function parseEntry(line: string): unknown {
  return JSON.parse(line.replace(/,$/, ''));
}

/** A list of which each entry is parsed when it is first looked at. */
function parseLater<T>(lines: readonly string[], parse: (line: string) => T): readonly T[] {
  const list: T[] = [];
  for (let index = 0; index < lines.length; index++)
    Object.defineProperty(list, index, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = parse(at(lines, index));
        Object.defineProperty(list, index, { value });
        return value;
      },
    });
  return list;
}
