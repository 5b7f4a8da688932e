import type { RootContent } from 'mdast';
import type { PartAdvice } from '../../../advice/result.ts';
import {
  isUnchosenForm,
  unchosenForm,
  wordConsidered,
  wordLeastBad,
} from '../../../report/beside-headline.ts';
import { joinTitles, showName, titlePlacement } from '../../../report/names.ts';
import { describeStack, type Stack } from '../../../report/stack.ts';
import { wordStatus } from '../../../report/verdict.ts';
import { codeBlock, escapeLabel, heading, paragraph, type Piece, strong } from '../../../text/markdown.ts';
import type { RenderContext } from '../../renderer.ts';
import type { DecisionRecord } from './decision-record.ts';
import { writeActions } from './write-actions.ts';
import { writeContext } from './write-context.ts';
import { writeMore } from './write-more.ts';
import { writeConsidered, writeOptions } from './write-options.ts';
import { writeDrivers, writeReasons } from './write-reasons.ts';

/** The title of a record: the question and what came of it. */
export function titleRecord(part: PartAdvice, name: string, context: RenderContext): string {
  const { headline, tell } = part.verdict;
  if (tell.length > 0) return `${name}: nothing is known yet`;
  const form = titleForms(part, context);
  return {
    container: `Run ${name} in a container: ${form}`,
    vm: `Run ${name} in a VM: ${form}`,
    either: `Run ${name} in a VM or a container: ${form}`,
    none: `${name}: no placement is left`,
    split: `Run the parts of ${name} in VMs and in containers`,
  }[headline];
}

/** A decision record with the headings of MADR 4. */
export function writeRecord(record: DecisionRecord, context: RenderContext): RootContent[] {
  const { part, name, depth } = record;
  const section = (title: string, content: readonly RootContent[], below = 1): RootContent[] => [
    heading(depth + below, title),
    ...content,
  ];
  return [
    heading(depth, titleRecord(part, name, context)),
    ...part.consider.map((each) => paragraph(strong('Consider first'), `: ${wordConsidered(each)}.`)),
    ...section('Context and Problem Statement', writeContext(record, context)),
    ...(part.verdict.tell.length > 0
      ? []
      : [
          ...section('Decision Drivers', writeDrivers(part, context)),
          ...section('Considered Options', writeConsidered(part, context)),
          ...section('Decision Outcome', writeOutcome(record, context)),
          ...section('Consequences', writeReasons(record, context), 2),
          ...section('Confirmation', writeActions(record, context), 2),
          ...section('Pros and Cons of the Options', writeOptions(record, context)),
        ]),
    ...section('More Information', writeMore(record, context)),
  ];
}

function titleForms(part: PartAdvice, context: RenderContext): string {
  return joinTitles(
    part.verdict.forms.map((form) => titlePlacement(context.rulebook, form)),
    ' or ',
  );
}

/** The choice, how it was reached, how far it holds, and what it looks like. */
function writeOutcome({ part, name }: DecisionRecord, context: RenderContext): RootContent[] {
  const { headline, strength, contested, forms, runnerUp } = part.verdict;
  if (headline === 'none') return writeNone(part, context);
  const chosen: Piece[] =
    headline === 'either'
      ? [
          strong('No option is preferred'),
          `: ${titleForms(part, context)} will do equally well, as far as is known.`,
        ]
      : ['Chosen option: ', strong(`“${titleForms(part, context)}”`), `, because ${becauseOf(part)}.`];
  const unchosen = forms.filter((form) => isUnchosenForm(part, form));
  const levels = forms.map((form) => part.placements.find(({ id }) => id === form)?.isolation ?? '');
  const facts = [
    ...(strength === null ? [] : [`Strength: ${strength}${contested ? ', contested' : ''}.`]),
    `Isolation: ${[...new Set(levels)].map((level) => level.replace('-', ' ')).join(' or ')}.`,
    `${wordStatus(part)}.`,
    ...unchosen.map((form) => {
      const which = forms.length > 1 ? titlePlacement(context.rulebook, form) : 'This form';
      return `${which}: ${unchosenForm}.`;
    }),
  ];
  const roles = [
    ...forms.map((form) => ({ role: headline === 'either' ? 'Possible' : 'Recommended', form })),
    ...(runnerUp === null ? [] : [{ role: 'Runner-up', form: runnerUp.placement }]),
  ];
  return [
    paragraph(...chosen),
    paragraph(facts.join(' ')),
    paragraph('What neighbours share is dashed.'),
    codeBlock(
      'mermaid',
      drawStacks(
        roles.map(({ role, form }) => ({
          role,
          stack: describeStack(context.rulebook, form, part, showName(name)),
        })),
      ),
    ),
  ];
}

/** Nothing is left; what comes nearest, and on what condition. */
function writeNone(part: PartAdvice, { rulebook }: RenderContext): RootContent[] {
  const { leastBad } = part.verdict;
  return [
    paragraph(strong('No option is left.'), ' ', `${wordStatus(part)}.`),
    ...(leastBad === null ? [] : [paragraph(strong('Least bad'), `: ${wordLeastBad(leastBad, rulebook)}`)]),
  ];
}

/** Why the headline is this one, in the terms of how it was decided. */
function becauseOf({ verdict }: PartAdvice): string {
  const other = verdict.headline === 'vm' ? 'containers' : 'VMs';
  const own = verdict.headline === 'vm' ? 'VMs' : 'containers';
  return {
    forced: `rules and needs leave none of the ${other}`,
    clear: `strong reasons speak for ${own}`,
    favoured: `moderate reasons speak for ${own}, and strong ones are absent or even`,
    lean: `only slight reasons tell the two apart, and they speak for ${own}`,
  }[verdict.strength ?? 'lean'];
}

/**
 * Draws stacks side by side as a Mermaid flow chart, hardware at the bottom. What neighbours share is
 * dashed.
 * @param stacks each with what it is called in the picture
 */
export function drawStacks(stacks: readonly { readonly role: string; readonly stack: Stack }[]): string {
  const groups = stacks.flatMap(({ role, stack }, index) => {
    const node = (layer: number) => `s${index}l${layer}`;
    const boxes = stack.layers.map(
      ({ is, shared }, layer) => `    ${node(layer)}["${escapeLabel(is)}"]${shared ? ':::shared' : ''}`,
    );
    const links = stack.layers.slice(1).map((_, layer) => `    ${node(layer)} --- ${node(layer + 1)}`);
    return [
      `  subgraph s${index}["${escapeLabel(`${role}: ${stack.title}`)}"]`,
      '    direction BT',
      ...boxes,
      ...links,
      '  end',
    ];
  });
  return ['flowchart LR', ...groups, '  classDef shared stroke-dasharray: 5 4'].join('\n');
}
