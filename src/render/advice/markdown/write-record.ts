import type { RootContent } from 'mdast';
import { considerTitle, leastBadTitle, unchosenForm } from '../../../report/beside-headline.ts';
import { joinTitles, type ReportPart } from '../../../report/names.ts';
import { type Stack, viewStacks } from '../../../report/stack.ts';
import { noOptionLeft, noPlacementLeft, type VerdictView, viewVerdict } from '../../../report/verdict.ts';
import { codeBlock, escapeLabel, heading, paragraph, type Piece, strong } from '../../../text/markdown.ts';
import type { DecisionRecord } from './decision-record.ts';
import { writeTasks } from './write-tasks.ts';
import { writeContext } from './write-context.ts';
import { writeMore } from './write-more.ts';
import { writeConsidered, writeOptions } from './write-options.ts';
import { writeDrivers, writeReasons } from './write-reasons.ts';

/** The title of a record: the question and what came of it. */
export function writeTitle(name: string, verdict: VerdictView): string {
  if (verdict.tell.length > 0) return `${name}: nothing is known yet`;
  const forms = wordForms(verdict);
  return {
    container: `Run ${name} in a container: ${forms}`,
    vm: `Run ${name} in a VM: ${forms}`,
    either: `Run ${name} in a VM or a container: ${forms}`,
    none: `${name}: ${noPlacementLeft}`,
    split: `Run the parts of ${name} in VMs and in containers`,
  }[verdict.headline];
}

/** A decision record with the headings of MADR 4, without its title. */
export function writeRecord(record: DecisionRecord): RootContent[] {
  const { about, depth } = record;
  const verdict = viewVerdict(about);
  const more = writeMore(record);
  const section = (title: string, content: readonly RootContent[], below = 1): RootContent[] => [
    heading(depth + below, title),
    ...content,
  ];
  return [
    ...verdict.consider.map(({ text }) => paragraph(strong(considerTitle), `: ${text}.`)),
    ...section('Context and Problem Statement', writeContext(record)),
    ...(verdict.tell.length > 0
      ? []
      : [
          ...section('Decision Drivers', writeDrivers(about)),
          ...section('Considered Options', writeConsidered(about)),
          ...section('Decision Outcome', writeOutcome(verdict, about)),
          ...section('Consequences', writeReasons(about), 2),
          ...section('Confirmation', writeTasks(about), 2),
          ...section('Pros and Cons of the Options', writeOptions(record)),
        ]),
    ...(more.length === 0 ? [] : section('More Information', more)),
  ];
}

function wordForms({ forms }: VerdictView): string {
  return joinTitles(
    forms.map(({ title }) => title),
    ' or ',
  );
}

/** The choice, how it was reached, how far it holds, and what it looks like. */
function writeOutcome(verdict: VerdictView, about: ReportPart): RootContent[] {
  const { headline, strength, contested, isolation, trust, forms } = verdict;
  if (headline === 'none') return writeNone(verdict);
  const chosen: Piece[] =
    headline === 'either'
      ? [
          strong('No option is preferred'),
          `: ${wordForms(verdict)} will do equally well, as far as is known.`,
        ]
      : ['Chosen option: ', strong(`“${wordForms(verdict)}”`), `, because ${wordBecause(verdict)}.`];
  const facts = [
    ...(strength === null ? [] : [`Strength: ${strength}${contested ? ', contested' : ''}.`]),
    `Isolation: ${isolation}.`,
    `${trust}.`,
    ...forms.filter(({ unchosen }) => unchosen).map(({ called }) => `${called}: ${unchosenForm}.`),
  ];
  return [
    paragraph(...chosen),
    paragraph(facts.join(' ')),
    paragraph('What neighbours share is dashed.'),
    codeBlock('mermaid', drawStacks(viewStacks(about))),
  ];
}

/** Nothing is left; what comes nearest, and on what condition. */
function writeNone({ leastBad, trust }: VerdictView): RootContent[] {
  return [
    paragraph(strong(`${noOptionLeft}.`), ' ', `${trust}.`),
    ...(leastBad === null ? [] : [paragraph(strong(leastBadTitle), `: ${leastBad}`)]),
  ];
}

/** Why the headline is this one, in the terms of how it was decided. */
function wordBecause({ headline, strength }: VerdictView): string {
  const other = headline === 'vm' ? 'containers' : 'VMs';
  const own = headline === 'vm' ? 'VMs' : 'containers';
  return {
    forced: `rules and needs leave none of the ${other}`,
    clear: `strong reasons speak for ${own}`,
    favoured: `moderate reasons speak for ${own}, and strong ones are absent or even`,
    lean: `only slight reasons tell the two apart, and they speak for ${own}`,
  }[strength ?? 'lean'];
}

/**
 * Draws stacks side by side as a Mermaid flow chart, hardware at the bottom. What neighbours share is
 * dashed.
 */
export function drawStacks(stacks: readonly Stack[]): string {
  const groups = stacks.flatMap(({ role, title, layers }, index) => {
    const node = (layer: number) => `s${index}l${layer}`;
    const boxes = layers.map(
      ({ is, shared }, layer) => `    ${node(layer)}["${escapeLabel(is)}"]${shared ? ':::shared' : ''}`,
    );
    const links = layers.slice(1).map((_, layer) => `    ${node(layer)} --- ${node(layer + 1)}`);
    return [
      `  subgraph s${index}["${escapeLabel(`${role}: ${title}`)}"]`,
      '    direction BT',
      ...boxes,
      ...links,
      '  end',
    ];
  });
  return ['flowchart LR', ...groups, '  classDef shared stroke-dasharray: 5 4'].join('\n');
}
