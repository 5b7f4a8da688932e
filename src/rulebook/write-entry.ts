import { type Condition, writeCondition } from './condition.ts';
import type { Content, Moving, NamedCondition } from './rulebook.ts';

/** The keys of entries that hold conditions. */
const conditionKeys: readonly string[] = ['when', 'needs', 'asked-if', 'contradicted-by'];

/** A rule, fact, placement, move or action with its conditions as they stand in a file. */
export function writeEntry(entry: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]: [string, unknown]) => [
      key,
      conditionKeys.includes(key) && value !== undefined ? writeCondition(value as Condition) : value,
    ]),
  );
}

/** What a rulebook says, with its conditions as they stand in files. */
export function writeContent(content: Content): Readonly<Record<string, unknown>> {
  const { observations, ...others } = content;
  return {
    ...others,
    // A rulebook that knows none keeps the digest that it had before there were any.
    ...(observations.length === 0 ? {} : { observations }),
    conditions: content.conditions.map(writeNamed),
    facts: content.facts.map(writeEntry),
    placements: content.placements.map(writeEntry),
    moving: writeMoving(content.moving),
    rules: content.rules.map(writeEntry),
    actions: content.actions.map(writeEntry),
  };
}

/** What a condition was before says nothing of what it is. */
function writeNamed(condition: NamedCondition): object {
  return writeEntry({ ...condition, former: undefined });
}

function writeMoving({ vm, container }: Moving): object {
  return { vm: vm.map(writeEntry), container: container.map(writeEntry) };
}
