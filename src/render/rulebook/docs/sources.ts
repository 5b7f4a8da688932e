import { labels } from '../../../report/vocabulary.ts';
import type { RootContent } from 'mdast';
import type { Rulebook, Source } from '../../../rulebook/rulebook.ts';
import { anchor, join, keyedHeading, linkAll, linkCitations, linkHere } from './links.ts';
import { code, type Inline, linkTo, bulletList, paragraph, strong, table } from '../../../text/markdown.ts';

const sections: Readonly<Record<string, string>> = {
  INT: 'introduction',
  NUT: 'in a nutshell',
  VMS: 'about VMs',
  CTR: 'about containers',
  CON: 'contrasted',
  SEC: 'security',
  END: 'closing',
};

/** The article claim by claim, with everything that rests on each. */
export function writeClaims(rulebook: Rulebook): RootContent[] {
  if (rulebook.claims.length === 0) return [];
  const { title, date } = rulebook.article;
  const rows = rulebook.claims.map((claim): Inline[] => [
    [anchor(`claim:${claim.id}`), strong(claim.id)],
    [
      `${claim.says} (${[claim.section]
        .flat()
        .map((each) => sections[each] ?? each)
        .join(', ')})`,
    ],
    join(
      [listResting(rulebook, claim.id), [claim.silent ?? '']].filter(
        ([first]) => first !== undefined && first !== '',
      ),
      '. ',
    ),
    join((claim['corrected-by'] ?? []).map((id) => [linkHere(`correction:${id}`, id)])),
  ]);
  return [
    keyedHeading(2, 'claims', 'The article, claim by claim'),
    paragraph(
      `The rulebook began with one article, “${title}”, ${date}. Every claim of it, in our words, with what rests on it, or why nothing does, and what was found to be otherwise.`,
    ),
    table(['Claim', 'What it says', 'What rests on it', 'Corrected by'], rows),
  ];
}

/** What was found to be otherwise than the article says, or is missing from it. */
export function writeCorrections(rulebook: Rulebook): RootContent[] {
  if (rulebook.corrections.length === 0) return [];
  return [
    keyedHeading(2, 'corrections', 'Corrections'),
    paragraph('What holds instead of a claim, or beside it, and what follows for the rules.'),
    ...rulebook.corrections.flatMap((correction): RootContent[] => {
      const resting = listResting(rulebook, correction.id);
      const claims = correction.about.map((id): Inline => [linkHere(`claim:${id}`, id)]);
      return [
        keyedHeading(3, `correction:${correction.id}`, `${correction.id} ${correction.topic}`),
        paragraph(correction.holds),
        bulletList([
          [strong('So:'), ` ${correction.so}`],
          [strong('About'), ' ', ...(claims.length === 0 ? ['nothing that the article says'] : join(claims))],
          [strong(labels.restsOn), ' ', ...linkCitations(rulebook, correction.cites)],
          ...(resting.length === 0 ? [] : [[strong('What rests on it:'), ' ', ...resting]]),
        ]),
      ];
    }),
  ];
}

/** The texts that are cited. */
export function writeSources(rulebook: Rulebook): RootContent[] {
  if (rulebook.sources.length === 0) return [];
  return [
    keyedHeading(2, 'sources', 'Sources'),
    paragraph(
      'What is cited, how far it was read, and what for. A page that lives on may have changed since.',
    ),
    table(
      ['Source', 'What it is cited for', 'Cited by'],
      rulebook.sources.map((source) => writeSource(rulebook, source)),
    ),
  ];
}

function writeSource(rulebook: Rulebook, source: Source): Inline[] {
  const { id, title, publisher, date, address, also = [], read, grade, supports } = source;
  const more = also.map((each, index): Inline => [linkTo(each, `also ${index + 1}`)]);
  return [
    [
      anchor(`source:${id}`),
      code(id),
      ' ',
      linkTo(address, title),
      `, ${publisher}, ${date}`,
      ...(more.length === 0 ? [] : [' (', ...join(more), ')']),
    ],
    [`${supports} (${grade}, read: ${read.replace('-', ' ')})`],
    listResting(rulebook, id),
  ];
}

/** What cites a claim, a correction or a source: rules, actions, placements, thresholds, corrections. */
function listResting(rulebook: Rulebook, cited: string): Inline {
  const sorts: readonly (readonly [
    string,
    string,
    readonly { readonly id: string; readonly cites: readonly string[] }[],
  ])[] = [
    ['rules', 'rule', rulebook.rules],
    ['actions', 'action', rulebook.actions],
    ['placements', 'placement', rulebook.placements],
    ['outside', 'outside', rulebook.outside],
    ['thresholds', 'param', rulebook.params],
    ['corrections', 'correction', rulebook.corrections],
  ];
  const parts = sorts.flatMap(([noun, sort, list]): Inline[] => {
    const ids = list.filter(({ cites }) => cites.includes(cited)).map(({ id }) => id);
    return ids.length === 0 ? [] : [[`${noun} `, ...linkAll(sort, ids)]];
  });
  return join(parts, '; ');
}
