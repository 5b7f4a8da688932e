import { at } from '../../at.ts';
import { listPositions } from '../../decide/bits.ts';
import type { Cut, Mask, Model, ModelCondition, Node } from '../../decide/model.ts';
import { countCases, untangle } from '../../decide/untangle.ts';
import { InputError } from '../../errors.ts';
import { columnOf } from '../../import/table/plain-map.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import type { Fact } from '../../rulebook/rulebook.ts';
import { quoteLiteral } from './sql-text.ts';

// SQL's own AND and OR are the three-valued ones that conditions are judged by, with NULL for unknown. Conditions have
// no negation but in their tests, and a fact that stands at several places is taken apart as for the kernel: so what
// SQL finds TRUE is what is certain, exactly.

/** How many cases a condition may have that asks for the same facts at several places: each is written out. */
export const mostSqlCases = 200;

/**
 * A condition as an expression over the columns of facts: TRUE where it is certain.
 * @param owner what it is the condition of, for messages
 * @throws InputError where it would be far too long
 */
export function writeCertain(
  { rulebook, model }: ReadyRulebook,
  condition: ModelCondition,
  owner: string,
): string {
  if (countCases(condition, model.facts) > mostSqlCases)
    throw new InputError(`the condition of ${owner} asks for the same facts too often to be written as SQL`);
  const { text } = writeNode(untangle(condition.node, model.facts), { facts: rulebook.facts, model });
  return text === 'TRUE' || text === 'FALSE' ? text : `COALESCE(${text}, FALSE)`;
}

interface Vocabulary {
  readonly facts: readonly Fact[];
  readonly model: Model;
}

/** An expression, and what joins its parts where there are several. */
interface Expression {
  readonly text: string;
  readonly joined?: 'all' | 'any';
}

function writeNode(node: Node, vocabulary: Vocabulary): Expression {
  if (node.is === 'test') return writeTest(node.fact, node.mask, vocabulary);
  const [idle, decisive] = node.is === 'all' ? ['TRUE', 'FALSE'] : ['FALSE', 'TRUE'];
  const parts = node.of.map((part) => writeNode(part, vocabulary)).filter(({ text }) => text !== idle);
  const [only, second] = parts;
  if (only === undefined) return { text: idle };
  if (parts.some(({ text }) => text === decisive)) return { text: decisive };
  if (second === undefined) return only;
  const texts = parts.map(({ text, joined }) =>
    joined === undefined || joined === node.is ? text : `(${text})`,
  );
  return { text: texts.join(node.is === 'all' ? ' AND ' : ' OR '), joined: node.is };
}

function writeTest(fact: number, mask: Mask, { facts, model }: Vocabulary): Expression {
  const compiled = at(model.facts, fact);
  if (mask === 0) return { text: 'FALSE' };
  if (mask === compiled.all) return { text: 'TRUE' };
  const column = columnOf(compiled);
  if (compiled.choices.length === 0)
    return writeIntervals(column, mask, compiled.cuts, at(facts, fact).whole !== undefined);
  const name = (positions: readonly number[]) =>
    positions.map((position) => quoteLiteral(at(compiled.choices, position)));
  const [within, without] = [listPositions(mask), listPositions(compiled.all & ~mask)].map(name);
  if (within === undefined || without === undefined) return { text: 'FALSE' };
  const [only, second] = within;
  if (only !== undefined && second === undefined) return { text: `${column} = ${only}` };
  if (without.length === 1) return { text: `${column} <> ${without.join()}` };
  return within.length <= without.length
    ? { text: `${column} IN (${within.join(', ')})` }
    : { text: `${column} NOT IN (${without.join(', ')})` };
}

/** Some of the intervals that a number is cut into: those side by side as one. */
function writeIntervals(column: string, mask: Mask, cuts: readonly Cut[], isWhole: boolean): Expression {
  const runs: [first: number, last: number][] = [];
  for (const position of listPositions(mask)) {
    const run = runs.at(-1);
    if (run?.[1] === position - 1) run[1] = position;
    else runs.push([position, position]);
  }
  const written = runs.map(([first, last]): Expression => {
    const [from, to] = [cuts[first - 1], cuts[last]];
    if (from !== undefined && to !== undefined && isOne(from, to, isWhole))
      return { text: `${column} = ${from.at}` };
    const bounds = [
      ...(from === undefined ? [] : [`${column} ${from.side === 'before' ? '>=' : '>'} ${from.at}`]),
      ...(to === undefined ? [] : [`${column} ${to.side === 'before' ? '<' : '<='} ${to.at}`]),
    ];
    return bounds.length === 1 ? { text: bounds.join() } : { text: bounds.join(' AND '), joined: 'all' };
  });
  const [only, second] = written;
  if (only !== undefined && second === undefined) return only;
  return {
    text: written.map(({ text, joined }) => (joined ? `(${text})` : text)).join(' OR '),
    joined: 'any',
  };
}

/** Whether there is one number only between two cuts. */
function isOne(from: Cut, to: Cut, isWhole: boolean): boolean {
  if (from.side === 'after') return false;
  return isWhole ? to.side === 'before' && to.at === from.at + 1 : to.side === 'after' && to.at === from.at;
}
