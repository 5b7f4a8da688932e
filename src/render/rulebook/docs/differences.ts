import type { RootContent } from 'mdast';
import type { DisabledRule, RevisedSort, RulebookLayer, Rulebook } from '../../../rulebook/rulebook.ts';
import { join, keyedHeading, linkAll, linkHere } from './links.ts';
import { code, type Inline, bulletList, paragraph, strong } from '../../../text/markdown.ts';

/** What an addition is called in the document, and by what its links lead to it; none where none do. */
const sorts = [
  ['params', 'Thresholds', 'param'],
  ['conditions', 'Conditions by name', 'condition'],
  ['facts', 'Facts', 'fact'],
  ['placements', 'Placements', 'placement'],
  ['outside', 'Outside the placements', 'outside'],
  ['rules', 'Rules', 'rule'],
  ['observations', 'Observations', 'observation'],
  ['actions', 'Actions', 'action'],
  ['sources', 'Sources', 'source'],
  ['concerns', 'Concerns', 'concern'],
  ['groups', 'Groups of facts', 'group'],
  ['topics', 'Topics of the interview', ''],
  ['placementGroups', 'Groups of placements', ''],
] as const;

/**
 * What each rulebook makes different from the ones that it extends, with the reasons; nothing for a
 * rulebook that extends none.
 */
export function writeDifferences(rulebook: Rulebook): RootContent[] {
  const [first, ...others] = rulebook.layers;
  if (first === undefined || others.length === 0) return [];
  return [
    keyedHeading(2, 'differences', 'What differs'),
    paragraph(
      'It extends ',
      code(first.name),
      ` ${first.version} (${first.digest.slice(0, 8)}). Whatever is not named here is as it is there.`,
    ),
    ...others.flatMap((layer) => writeLayer(rulebook, layer)),
  ];
}

function writeLayer(rulebook: Rulebook, { name, version, differs }: RulebookLayer): RootContent[] {
  const { adds = {}, changes = [], disables = [], redefines = [], sets = [], presumes = [] } = differs ?? {};
  const { revises = [], withdraws = [], widens = [] } = differs ?? {};
  const added = sorts.flatMap(([sort, title, key]): Inline[] => {
    const ids = adds[sort] ?? [];
    const names = ids.map((id) => (key === 'rule' ? linkRule(rulebook, id) : linkTo(key, id)));
    return ids.length === 0 ? [] : [[strong(`${title}:`), ' ', ...join(names)]];
  });
  const say = (value: string | number | boolean | null) => (value === null ? 'nothing' : code(String(value)));
  const blocks: readonly (readonly [string, readonly Inline[]])[] = [
    ['Adds', added],
    [
      'Changes',
      changes.map(({ rule, what, because }) => [
        ...linkRule(rulebook, rule),
        ` (${what.join(', ')}): ${because}`,
      ]),
    ],
    [
      'Revises',
      revises.map(({ sort, id, what, because }) => [
        `${sort} `,
        ...linkEntry(rulebook, sort, id),
        ` (${what.join(', ')}): ${because}`,
      ]),
    ],
    ['Withdraws', withdraws.map(({ sort, id, because }) => [`${sort} `, code(id), `: ${because}`])],
    ['Disables', disables.map((disabled) => describeDisabled(rulebook, disabled))],
    [
      'Redefines',
      redefines.map(({ condition, what, because }) => [
        ...linkAll('condition', [condition]),
        ` (${what.join(', ')}): ${because}`,
      ]),
    ],
    [
      'Widens',
      widens.map(({ fact, values, because }) => [
        ...linkAll('fact', [fact]),
        ' by ',
        ...join(values.map((value) => [code(value)])),
        `: ${because}`,
      ]),
    ],
    [
      'Sets',
      sets.map(({ param, from, to, because }) => [
        linkHere(`param:${param}`, code(param)),
        ' from ',
        say(from),
        ' to ',
        say(to),
        `: ${because}`,
      ]),
    ],
    [
      'Presumes',
      presumes.map(({ fact, from, to, because }) => [
        ...linkAll('fact', [fact]),
        ' ',
        say(to),
        ' instead of ',
        say(from),
        `: ${because}`,
      ]),
    ],
  ];
  const written = blocks.filter(([, items]) => items.length > 0);
  return [
    keyedHeading(3, `layer:${name}`, `${name} ${version}`),
    ...(written.length === 0 ? [paragraph('Makes nothing different.')] : []),
    ...written.flatMap(([title, items]) => [paragraph(`${title}:`), bulletList(items)]),
  ];
}

function linkTo(key: string, id: string): Inline {
  return key === '' ? [code(id)] : linkAll(key, [id]);
}

/** A rule that a later rulebook may have disabled, so that there is nothing to link to. */
function linkRule({ rules }: Rulebook, id: string): Inline {
  return rules.some((rule) => rule.id === id) ? linkAll('rule', [id]) : [code(id)];
}

/** An action or placement that a later rulebook may have taken out. */
function linkEntry(rulebook: Rulebook, sort: RevisedSort, id: string): Inline {
  const entries = sort === 'action' ? rulebook.actions : rulebook.placements;
  return entries.some((entry) => entry.id === id) ? linkAll(sort, [id]) : [code(id)];
}

function describeDisabled({ disabled = [] }: Rulebook, { rule: id, because }: DisabledRule): Inline {
  const title = disabled.find((rule) => rule.id === id)?.title;
  return [code(id), `${title === undefined ? '' : ` (${title})`}: ${because}`];
}
