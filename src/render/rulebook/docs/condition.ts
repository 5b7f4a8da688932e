import type { ListItem } from 'mdast';
import {
  type Condition,
  listConjuncts,
  type Term,
  type Test,
  type TestCondition,
} from '../../../rulebook/condition.ts';
import type { Example, Fact, Rulebook } from '../../../rulebook/rulebook.ts';
import { join, linkHere } from './links.ts';
import { code, type Inline, item, bulletList } from '../../../text/markdown.ts';

/**
 * A condition in words: a line where it is a single test, else a line with a list below it.
 * @param lead what the line begins with, such as "Fires when"
 */
export function renderWhen(rulebook: Rulebook, lead: Inline, condition: Condition): ListItem {
  const before = lead.length === 0 ? [] : [...lead, ' '];
  if (condition.is === 'test') return item([...before, ...renderTest(rulebook, condition)]);
  if (condition.is === 'named') return item([...before, ...renderNamed(rulebook, condition.name)]);
  if (condition.is === 'not')
    return renderParts(rulebook, [...before, 'not all of'], listConjuncts(condition.of));
  if (condition.is === 'all') return renderParts(rulebook, [...before, 'all of'], listConjuncts(condition));
  return renderParts(rulebook, [...before, 'any of'], condition.of);
}

/** Several tests in one part are a line, so that the list stays flat. */
function renderParts(rulebook: Rulebook, lead: Inline, parts: readonly Condition[]): ListItem {
  const lines = parts.map((part) => {
    const tests = part.is === 'all' ? part.of.filter((each) => each.is === 'test') : [];
    if (part.is !== 'all' || tests.length < part.of.length) return renderWhen(rulebook, [], part);
    return item(
      join(
        tests.map((test) => renderTest(rulebook, test)),
        ' and ',
      ),
    );
  });
  return item(lead, bulletList(lines));
}

/** A condition by its name: "portable: nothing ties it to one machine". */
function renderNamed(rulebook: Rulebook, name: string): Inline {
  const title = rulebook.conditions.find(({ id }) => id === name)?.title ?? '';
  return [linkHere(`condition:${name}`, code(name)), `: ${title}`];
}

/** A test of one fact: "os.memory is at least 256 GiB". */
function renderTest(rulebook: Rulebook, { fact: id, test }: TestCondition): Inline {
  const fact = rulebook.facts.find((each) => each.id === id);
  return [linkHere(`fact:${id}`, code(id)), ' is ', ...renderValues(rulebook, fact, test)];
}

function renderValues(rulebook: Rulebook, fact: Fact | undefined, test: Test): Inline {
  const render = (term: Term) => renderTerm(rulebook, fact, term);
  if (test.is === 'within')
    return join(
      test.bounds.map(([comparison, term]) => [`${comparison.replace('-', ' ')} `, ...render(term)]),
      ' and ',
    );
  const values = join(test.values.map(render), ' or ');
  return test.is === 'none-of' ? ['not ', ...values] : values;
}

/** A value with its unit; of a threshold the value it stands for, and its name. */
function renderTerm(rulebook: Rulebook, fact: Fact | undefined, term: Term): Inline {
  const param = typeof term === 'object' ? rulebook.params.find(({ id }) => id === term.param) : undefined;
  const value = typeof term === 'object' ? param?.value : term;
  // A size in words has its unit with it.
  const unit = fact?.unit === undefined || typeof value !== 'number' ? '' : ` ${fact.unit}`;
  if (param === undefined) return [code(String(value)), unit];
  return [code(String(value)), `${unit} (`, linkHere(`param:${param.id}`, code(`$${param.id}`)), ')'];
}

/** Facts as an example states them: "os.family: windows, os.desktop: no". */
export function renderExample(example: Example): Inline {
  return join(
    Object.entries(example).map(([fact, value]) => [
      code(`${fact}: ${Array.isArray(value) ? `[${value.join(', ')}]` : String(value)}`),
    ]),
  );
}
