import { listValues } from '../../rulebook/fact-value.ts';
import type { Fact } from '../../rulebook/rulebook.ts';
import { listMarks, wordMarks } from '../../report/marks.ts';
import { wordUse, wordTakes } from '../../report/vocabulary.ts';
import {
  type Block,
  bold,
  dim,
  entry,
  line,
  measure,
  pad,
  flow,
  separate,
  writeLines,
} from '../../text/lines.ts';
import type { FactList, Renderer } from '../renderer.ts';

/** The vocabulary as a list by group, or one fact in full. */
export const renderFacts: Renderer<FactList> = ({ facts, detailed, listeners }, context) => {
  if (detailed)
    return writeLines(
      facts.flatMap((fact) => renderFact(fact, listeners)),
      context,
    );
  const groups = context.rulebook.groups.flatMap(({ id, title }) => {
    const own = facts.filter((fact) => fact.id.startsWith(`${id}.`));
    if (own.length === 0) return [];
    return [[line(bold(title)), ...own.flatMap((fact) => renderShort(fact, listeners))]];
  });
  return writeLines(separate(groups), context);
};

function renderShort(fact: Fact, listeners: FactList['listeners']): Block[] {
  return [
    entry(fact.id, fact.question, dim(wordMarks(fact.marks)), { label: 2, text: 28 }),
    flow(dim(wordTakes(fact)), 28),
    ...renderListeners(fact, listeners, 28),
  ];
}

function renderFact(fact: Fact, listeners: FactList['listeners']): Block[] {
  return [
    line(bold(fact.id)),
    flow(fact.question),
    ...(fact.help === undefined ? [] : [flow(fact.help)]),
    line(''),
    ...(fact.kind === 'number' ? [flow(wordTakes(fact), 2)] : renderMeanings(fact)),
    line(''),
    flow(wordUse(fact)),
    ...listMarks(fact.marks).map((mark) => flow(mark)),
    ...(listeners === undefined
      ? []
      : [line(''), line(bold('Read by')), ...renderListeners(fact, listeners, 2)]),
  ];
}

/** Every value with what it means. */
function renderMeanings(fact: Fact): Block[] {
  const widest = Math.max(0, ...listValues(fact).map(measure));
  return Object.entries(fact.values ?? {}).map(([value, meaning]) =>
    entry(pad(value, widest), meaning, value === String(fact.presumed) ? dim('presumed') : '', {
      label: 2,
      text: widest + 4,
    }),
  );
}

function renderListeners({ id }: Fact, listeners: FactList['listeners'], indent: number): Block[] {
  if (listeners === undefined) return [];
  const ids = listeners.get(id) ?? [];
  return [flow(ids.length === 0 ? 'nobody' : ids.join(', '), indent)];
}
