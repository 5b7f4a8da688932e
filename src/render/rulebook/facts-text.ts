import { wordAllowedValues, listValues } from '../../rulebook/fact-value.ts';
import type { Fact } from '../../rulebook/rulebook.ts';
import { layOutEntry, padText, wrapText } from '../../text/lines.ts';
import { renderMarks, showMarks } from '../../report/marks.ts';
import type { FactList, RenderContext, Renderer } from '../renderer.ts';

/** The facts, with how they are printed. */
interface Listing extends RenderContext {
  readonly listeners: FactList['listeners'];
}

/** The vocabulary as a list by group, or one fact in full. */
export const renderFacts: Renderer<FactList> = ({ facts, detailed, listeners }, rendering) => {
  const context: Listing = { ...rendering, listeners };
  if (detailed) return `${facts.flatMap((fact) => renderFact(fact, context)).join('\n')}\n`;
  const blocks = context.rulebook.groups.flatMap((group) => {
    const own = facts.filter((fact) => fact.id.startsWith(`${group.id}.`));
    if (own.length === 0) return [];
    return [
      [context.style.bold(group.title), ...own.flatMap((fact) => renderLine(fact, context))].join('\n'),
    ];
  });
  return `${blocks.join('\n\n')}\n`;
};

function renderLine(fact: Fact, context: Listing): string[] {
  const values = fact.kind === 'scale' ? listValues(fact).join(' < ') : wordAllowedValues(fact);
  const presumed = fact.presumed === undefined ? '' : `; presumed ${String(fact.presumed)}`;
  return [
    ...layOutEntry(fact.id, fact.question, context.style.dim(showMarks(fact.marks)), context.width, {
      label: 2,
      text: 28,
    }),
    ...wrapText(context.style.dim(`${values}${presumed}`), context.width, 28),
    ...renderListeners(fact, context, 28),
  ];
}

function renderFact(fact: Fact, context: Listing): string[] {
  const { width, style } = context;
  const widest = Math.max(0, ...listValues(fact).map((value) => value.length));
  const values = Object.entries(fact.values ?? {}).flatMap(([value, meaning]) =>
    layOutEntry(
      padText(value, widest),
      meaning,
      value === String(fact.presumed) ? style.dim('presumed') : '',
      width,
      { label: 2, text: widest + 4 },
    ),
  );
  return [
    style.bold(fact.id),
    ...wrapText(fact.question, width),
    ...(fact.help === undefined ? [] : wrapText(fact.help, width)),
    '',
    ...(fact.kind === 'number'
      ? wrapText(
          `${wordAllowedValues(fact)}${fact.presumed === undefined ? '' : `; presumed ${String(fact.presumed)}`}`,
          width,
          2,
        )
      : values),
    '',
    ...wrapText(describeUse(fact), width),
    ...renderMarks(fact.marks, width, 0),
    ...(context.listeners === undefined
      ? []
      : ['', style.bold('Read by'), ...renderListeners(fact, context, 2)]),
  ];
}

/** How the fact is written, and what silence about it means. */
function describeUse(fact: Fact): string {
  const [group, name] = fact.id.split('.');
  const example = listValues(fact)[0] ?? (fact.unit === undefined ? '3' : `4 ${fact.unit}`);
  const order = fact.kind === 'scale' ? ' The values are ordered, weakest first.' : '';
  const silence =
    fact.presumed === undefined
      ? 'Nothing is presumed when it is not said.'
      : `Presumed ${String(fact.presumed)} when it is not said.`;
  return `In a file: ${group}: { ${name}: ${example} }; a list means ${fact['any-of'] === undefined ? 'one of these' : 'any of these would do'}; unknown switches a presumption off.${order} ${silence}`;
}

function renderListeners(fact: Fact, context: Listing, indent: number): string[] {
  if (context.listeners === undefined) return [];
  const names = context.listeners.get(fact.id) ?? [];
  return wrapText(names.length === 0 ? 'nobody' : names.join(', '), context.width, indent);
}
