import type { RootContent } from 'mdast';
import { wordAllowedValues } from '../../../rulebook/fact-value.ts';
import type { Fact, Rulebook } from '../../../rulebook/rulebook.ts';
import { listFactsOf, listParamsOf } from '../../../rulebook/condition.ts';
import { renderWhen } from './condition.ts';
import { anchor, keyedHeading, linkAll, linkCitations, writeMarks } from './links.ts';
import { code, type Inline, bulletList, paragraph, strong, table } from '../../../text/markdown.ts';

/** The vocabulary by group: questions, values with their meaning, presumptions, and who listens. */
export function writeFacts(rulebook: Rulebook): RootContent[] {
  const presumed = rulebook.facts.filter((fact) => fact.presumed !== undefined).length;
  return [
    keyedHeading(2, 'facts', 'Facts'),
    paragraph(
      `What can be said of a workload, its surroundings and its team. ${presumed} of the ${rulebook.facts.length} facts are presumed where nobody said anything, and printed as presumed; the others stay unknown until they are stated.`,
    ),
    ...rulebook.groups.flatMap((group) => [
      keyedHeading(3, `group:${group.id}`, group.title),
      paragraph(
        'In a workload file below ',
        code(group.id),
        `. ${group['changed-by'] === 'people' ? 'People can decide otherwise.' : 'The program would have to change.'}`,
      ),
      ...rulebook.facts
        .filter((fact) => fact.id.startsWith(`${group.id}.`))
        .flatMap((fact) => writeFact(rulebook, fact)),
    ]),
  ];
}

function writeFact(rulebook: Rulebook, fact: Fact): RootContent[] {
  const values = Object.entries(fact.values ?? {});
  const reading = (
    listed: readonly { readonly id: string; readonly when?: Rulebook['rules'][number]['when'] | undefined }[],
  ) =>
    listed.filter(({ when }) => listFactsOf(when, rulebook.conditions).includes(fact.id)).map(({ id }) => id);
  const listeners: readonly (readonly [string, string, readonly string[]])[] = [
    ['Rules', 'rule', reading(rulebook.rules)],
    ['Placements', 'placement', reading(rulebook.placements.map(({ id, needs }) => ({ id, when: needs })))],
    ['Actions', 'action', reading(rulebook.actions)],
  ];
  return [
    keyedHeading(4, `fact:${fact.id}`, fact.id),
    paragraph(strong(fact.question), ...(fact.help === undefined ? [] : [' ', fact.help])),
    ...(fact.kind === 'scale' ? [paragraph('Weakest first:')] : []),
    values.length === 0
      ? paragraph(`Takes ${wordAllowedValues(fact)}.`)
      : bulletList(values.map(([value, meaning]) => [code(value), `: ${meaning}`])),
    ...(fact['any-of'] === undefined
      ? []
      : [
          paragraph(
            'A list means that any of these would do; what is decided by is the first it names of ',
            ...fact['any-of'].flatMap((value, place) => [...(place === 0 ? [] : [', ']), code(value)]),
            '.',
          ),
        ]),
    ...writePresumption(fact),
    ...writeMarks(fact.marks).map((mark) => paragraph(...mark)),
    ...(fact['asked-if'] === undefined
      ? []
      : [bulletList([renderWhen(rulebook, ['Asked only if'], fact['asked-if'])])]),
    ...listeners
      .filter(([, , ids]) => ids.length > 0)
      .map(([noun, sort, ids]) => paragraph(`${noun} that read it: `, ...linkAll(sort, ids))),
  ];
}

function writePresumption(fact: Fact): RootContent[] {
  if (fact.presumed === undefined) return [paragraph('Never presumed.')];
  const often = fact['exception-is'] ?? 'possible';
  const otherwise = fact.exception === undefined ? '' : ` The exception is ${often}: ${fact.exception}.`;
  return [paragraph('Presumed: ', code(String(fact.presumed)), `.${otherwise}`)];
}

/** The thresholds that rules share. */
export function writeParams(rulebook: Rulebook): RootContent[] {
  if (rulebook.params.length === 0) return [];
  const rows = rulebook.params.map((param): Inline[] => {
    const users = rulebook.rules.filter(({ when }) =>
      listParamsOf(when, rulebook.conditions).includes(param.id),
    );
    return [
      [anchor(`param:${param.id}`), code(param.id)],
      [code(String(param.value))],
      [
        `${param.because} (`,
        ...linkCitations(rulebook, param.cites),
        ')',
        ...(param.marks ?? []).map(
          ({ rulebook: by, did }) => ` ${did === 'added' ? 'Added' : 'Set'} by ${by}.`,
        ),
      ],
      linkAll(
        'rule',
        users.map(({ id }) => id),
      ),
    ];
  });
  return [
    keyedHeading(2, 'params', 'Thresholds'),
    paragraph(
      'Numbers and values that rules name instead of repeating them. A team changes them in one place.',
    ),
    table(['Threshold', 'Value', 'Because', 'Rules'], rows),
  ];
}
