import { createNames } from '../../report/names.ts';
import { bold, dim, entry, flow, line, separate, writeLines } from '../../text/lines.ts';
import { findClarification } from '../../workload/clarifications.ts';
import type { Renderer, UnansweredList } from '../renderer.ts';

/** The columns of a question with its number. */
const columns = { label: 2, text: 6 };

/** The questions in the order they would be asked, the presumptions that could be wrong, and what less hangs on. */
export const renderUnanswered: Renderer<readonly UnansweredList[]> = (lists, context) => {
  const names = createNames(context.rulebook);
  const groups = lists.map(
    ({ workload, clarifications = [], questions, presumptions, refinements, proven }) => {
      const clarified = clarifications.flatMap((id) => {
        const clarification = findClarification(id);
        if (clarification === undefined) return [];
        const answers = Object.keys(clarification.answers).join(', ');
        return [
          entry('-', clarification.question, dim(id), columns),
          flow(`one of ${answers}`, columns.text),
        ];
      });
      const asked = questions.map((id, index) =>
        entry(`${index + 1}.`, names.facts(id)?.question ?? id, dim(id), columns),
      );
      const presumed = presumptions.map((id) => {
        const fact = names.facts(id);
        return entry(
          '-',
          `${fact?.exception ?? id}?`,
          dim(`${id}, presumed ${String(fact?.presumed)}`),
          columns,
        );
      });
      return [
        line(bold(workload)),
        ...(proven ? [] : [flow('The proof was not finished: some of these may change nothing.')]),
        ...(clarified.length === 0
          ? []
          : [
              line('Answers that settle several facts at once, by --set or under clarify'),
              ...clarified,
              line(''),
            ]),
        ...(asked.length === 0
          ? [line('Nothing more has to be answered for the headline and the placement.')]
          : [line('Answers that could change the result, in the order of the interview'), ...asked]),
        ...(presumed.length === 0
          ? []
          : [line(''), line('Presumed; would one of these be true'), ...presumed]),
        ...(refinements.length === 0
          ? []
          : [
              line(''),
              line('Would change no more than strength, reasons or what there is to do'),
              flow(refinements.join(', '), columns.label),
            ]),
      ];
    },
  );
  return writeLines(separate(groups), context);
};
