import { layOutEntry } from '../../text/lines.ts';
import { showName } from '../../report/names.ts';
import type { Renderer, UnansweredList } from '../renderer.ts';

/** The questions in the order they would be asked, then the presumptions that could be wrong. */
export const renderUnanswered: Renderer<readonly UnansweredList[]> = (lists, context) => {
  const { style, width, rulebook } = context;
  const find = (id: string) => rulebook.facts.find((fact) => fact.id === id);
  const blocks = lists.map(({ workload, questions, presumptions }) => {
    const asked = questions.flatMap((id, index) =>
      layOutEntry(`${index + 1}.`, find(id)?.question ?? id, style.dim(id), width, { label: 2, text: 6 }),
    );
    const presumed = presumptions.flatMap((id) =>
      layOutEntry(
        '-',
        `${find(id)?.exception ?? id}?`,
        style.dim(`${id}, presumed ${String(find(id)?.presumed)}`),
        width,
        { label: 2, text: 6 },
      ),
    );
    return [
      style.bold(showName(workload)),
      ...(asked.length === 0
        ? ['Nothing more has to be answered.']
        : ['Answers that could change the result, the most deciding first', ...asked]),
      ...(presumed.length === 0 ? [] : ['', 'Presumed; would one of these be true', ...presumed]),
    ].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
};
