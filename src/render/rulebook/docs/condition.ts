import type { ListItem } from 'mdast';
import type { Condition, Fact, Rulebook } from '../../../rulebook/rulebook.ts';
import { join, linkHere } from './links.ts';
import { code, type Inline, item, list } from '../../../text/markdown.ts';

/**
 * A condition in words: a line where it is a single test, else a line with a list below it.
 * @param lead what the line begins with, such as "Fires when"
 */
export function describeWhen(rulebook: Rulebook, lead: Inline, condition: Condition): ListItem {
  const entries = Object.entries(condition);
  const [first, second] = entries;
  if (first === undefined) return item(lead);
  if (second === undefined) return describeEntry(rulebook, [...lead, ' '], first);
  return item([...lead, ' all of'], list(entries.map((entry) => describeEntry(rulebook, [], entry))));
}

function describeEntry(rulebook: Rulebook, lead: Inline, [key, value]: readonly [string, unknown]): ListItem {
  if (key === 'any' || key === 'all') {
    const parts = value as readonly Condition[];
    return item([...lead, `${key} of`], list(parts.map((part) => describePart(rulebook, part))));
  }
  if (key === 'not') {
    const entries = Object.entries(value as Condition);
    return item([...lead, 'not all of'], list(entries.map((entry) => describeEntry(rulebook, [], entry))));
  }
  return item([...lead, ...describeTest(rulebook, key, value)]);
}

/** A branch of any or all: several tests in it are one line, so that the list stays flat. */
function describePart(rulebook: Rulebook, part: Condition): ListItem {
  const entries = Object.entries(part);
  const plain = entries.every(([key]) => !['any', 'all', 'not'].includes(key));
  if (!plain) return describeWhen(rulebook, [], part);
  return item(
    join(
      entries.map(([fact, test]) => describeTest(rulebook, fact, test)),
      ' and ',
    ),
  );
}

/** A test of one fact: "os.memory is at least 256 GiB". */
function describeTest(rulebook: Rulebook, id: string, test: unknown): Inline {
  const fact = rulebook.facts.find((each) => each.id === id);
  return [linkHere(`fact:${id}`, code(id)), ' is ', ...describeValue(rulebook, fact, test)];
}

function describeValue(rulebook: Rulebook, fact: Fact | undefined, test: unknown): Inline {
  if (Array.isArray(test))
    return join(
      test.map((each) => describeValue(rulebook, fact, each)),
      ' or ',
    );
  if (typeof test === 'object' && test !== null) {
    return join(
      Object.entries(test).map(([word, bound]) => [
        `${word.replace('-', ' ')} `,
        ...describeValue(rulebook, fact, bound),
      ]),
      ' and ',
    );
  }
  return describeScalar(rulebook, fact, String(test));
}

/** A value with its unit; of a threshold the value it stands for, and its name. */
function describeScalar(rulebook: Rulebook, fact: Fact | undefined, text: string): Inline {
  const unit = fact?.unit === undefined ? '' : ` ${fact.unit}`;
  const param = text.startsWith('$') ? rulebook.params.find(({ id }) => id === text.slice(1)) : undefined;
  if (param === undefined) return [code(text), unit];
  return [code(String(param.value)), `${unit} (`, linkHere(`param:${param.id}`, code(text)), ')'];
}

/** Facts as an example states them: "os.family: windows, os.desktop: no". */
export function describeExample(example: Condition): Inline {
  return join(
    Object.entries(example).map(([fact, value]) => [
      code(`${fact}: ${Array.isArray(value) ? `[${value.join(', ')}]` : String(value)}`),
    ]),
  );
}
