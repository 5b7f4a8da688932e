import { labels } from '../../../report/vocabulary.ts';
import type { ListItem, RootContent } from 'mdast';
import { listShownBy } from '../../../rulebook/list-shown-by.ts';
import type { Action, Rulebook } from '../../../rulebook/rulebook.ts';
import { renderWhen } from './condition.ts';
import { keyedHeading, linkAll, linkCitations, linkPlacements, writeMarks } from './links.ts';
import { type Inline, item, bulletList, paragraph, strong } from '../../../text/markdown.ts';

const chapters: readonly (readonly [string, (action: Action) => boolean])[] = [
  ['Only where a rule demands it', (action) => action.for === undefined],
  ['For VMs', (action) => action.for === 'vm'],
  ['For containers', (action) => action.for === 'container'],
  ['For every placement', (action) => action.for === 'all'],
  [
    'For some placements',
    (action) => action.for !== undefined && !['vm', 'container', 'all'].includes(String(action.for)),
  ],
];

/** What to do once placed, by what it is for. */
export function writeActions(rulebook: Rulebook): RootContent[] {
  return [
    keyedHeading(2, 'actions', 'Actions'),
    paragraph(
      'What to do once a workload is placed. A must is a condition of the verdict; everything else is a should.',
    ),
    ...chapters.flatMap(([title, belongs]) => {
      const actions = rulebook.actions.filter(belongs);
      if (actions.length === 0) return [];
      return [
        keyedHeading(3, `actions:${title}`, title),
        ...actions.flatMap((each) => writeAction(rulebook, each)),
      ];
    }),
    ...writeObservations(rulebook),
  ];
}

/** What files of other programs show of actions. */
function writeObservations({ observations, actions }: Rulebook): RootContent[] {
  if (observations.length === 0) return [];
  return [
    keyedHeading(3, 'observations', 'Observations'),
    paragraph(
      'What files of other programs show of what was done. What was not seen is never called undone: it was looked for in vain, or nobody looked.',
    ),
    ...observations.flatMap(({ id, title, is, marks }) => {
      const told = actions.filter((action) => listShownBy(action).includes(id)).map((action) => action.id);
      return [
        keyedHeading(4, `observation:${id}`, id),
        paragraph(strong(title), `. ${is}`),
        bulletList([['Tells of ', ...linkAll('action', told)], ...writeMarks(marks)]),
      ];
    }),
  ];
}

function writeAction(rulebook: Rulebook, action: Action): RootContent[] {
  const demanding = rulebook.rules.filter(({ must }) => must === action.id).map(({ id }) => id);
  const against = action['contradicted-by'];
  const items: (Inline | ListItem)[] = [
    ...(action.for === undefined ? [] : [[strong('For'), ' ', ...linkPlacements(rulebook, action.for)]]),
    ...(action.when === undefined ? [] : [renderWhen(rulebook, [strong('When')], action.when)]),
    ...(demanding.length === 0 ? [] : [[strong('Demanded by'), ' ', ...linkAll('rule', demanding)]]),
    item([strong('Because:'), ` ${action.because}`]),
    ...(against === undefined ? [] : [renderWhen(rulebook, [strong('Contradicted if')], against)]),
    ...writeShownBy(action),
    [strong(labels.restsOn), ' ', ...linkCitations(rulebook, action.cites)],
    ...writeMarks(action.marks),
  ];
  return [
    keyedHeading(4, `action:${action.id}`, action.id),
    paragraph(strong(action.level === 'must' ? 'Must:' : 'Should:'), ` ${action.title}.`),
    bulletList(items),
  ];
}

/** The observations by which an action is done, in part or in whole, or the contrary is. */
function writeShownBy({ 'shown-by': shown = {} }: Action): Inline[] {
  const { done = [], part = [], against = [] } = shown;
  const link = (ids: string | readonly string[]) =>
    typeof ids === 'string'
      ? linkAll('observation', [ids])
      : ids.flatMap((id, index) => [index === 0 ? '' : ' or ', ...linkAll('observation', [id])]);
  const steps = done.flatMap((ids, index) => [index === 0 ? '' : ' and ', ...link(ids)]);
  return [
    ...(steps.length === 0 ? [] : [[strong('Done if seen'), ' ', ...steps]]),
    ...(part.length === 0 ? [] : [[strong('In part by'), ' ', ...linkAll('observation', part)]]),
    ...(against.length === 0 ? [] : [[strong('Against it'), ' ', ...linkAll('observation', against)]]),
  ];
}
