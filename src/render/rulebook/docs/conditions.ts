import type { RootContent } from 'mdast';
import { listDefinitions } from '../../../rulebook/condition.ts';
import type { NamedCondition, Rulebook } from '../../../rulebook/rulebook.ts';
import { bulletList, paragraph, strong } from '../../../text/markdown.ts';
import { renderWhen } from './condition.ts';
import { keyedHeading, linkAll, writeMarks } from './links.ts';

/** The conditions that have a name: what each says, what it is made of, and what uses it. */
export function writeConditions(rulebook: Rulebook): RootContent[] {
  if (rulebook.conditions.length === 0) return [];
  return [
    keyedHeading(2, 'conditions', 'Conditions by name'),
    paragraph('What several rules ask for, written once. A team changes one in one place.'),
    ...rulebook.conditions.flatMap((condition) => writeCondition(rulebook, condition)),
  ];
}

function writeCondition(rulebook: Rulebook, condition: NamedCondition): RootContent[] {
  const using = (
    listed: readonly { readonly id: string; readonly when?: NamedCondition['when'] | undefined }[],
  ) =>
    listed
      .filter(({ when }) => listDefinitions(when, rulebook.conditions).includes(condition))
      .map(({ id }) => id);
  const users: readonly (readonly [string, string, readonly string[]])[] = [
    ['Conditions', 'condition', using(rulebook.conditions)],
    ['Rules', 'rule', using(rulebook.rules)],
    ['Placements', 'placement', using(rulebook.placements.map(({ id, needs }) => ({ id, when: needs })))],
    ['Actions', 'action', using(rulebook.actions)],
  ];
  return [
    keyedHeading(3, `condition:${condition.id}`, condition.id),
    paragraph(strong(`It says: ${condition.title}.`)),
    bulletList([renderWhen(rulebook, [strong('Holds when')], condition.when)]),
    ...writeMarks(condition.marks).map((mark) => paragraph(...mark)),
    ...users
      .filter(([, , ids]) => ids.length > 0)
      .map(([noun, sort, ids]) => paragraph(`${noun} that use it: `, ...linkAll(sort, ids))),
  ];
}
