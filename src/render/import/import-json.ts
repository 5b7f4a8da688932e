import type { AskedClarification, ImportReport } from '../../import/import-report.ts';
import { writeJson } from '../../text/json.ts';
import type { FactStatement } from '../../workload/workload.ts';
import type { Renderer } from '../renderer.ts';

/** What was found in files of other programs, as data. */
export const renderImportJson: Renderer<readonly ImportReport[]> = (reports) =>
  writeJson({
    imported: reports.map(({ parts, site, clashes, unclear, ...report }) => ({
      ...report,
      parts: parts.map(({ statements, ...part }) => ({ ...part, statements: statements.map(toEntry) })),
      site: site.map(toEntry),
      clashes: clashes.map(({ fact, certainty, between }) => ({
        fact,
        certainty,
        between: between.map(({ rule, at }) => ({ rule, at })),
      })),
      ...(unclear.length === 0 ? {} : { unclear: unclear.map(toQuestion) }),
    })),
  });

function toQuestion({ clarification, ...weighed }: AskedClarification) {
  const { id, question, answers } = clarification;
  return {
    id,
    question,
    ...weighed,
    answers: Object.entries(answers).map(([answer, { means, says }]) => ({ answer, means, says })),
  };
}

function toEntry({ fact, values, origin, rule, at }: FactStatement) {
  return {
    fact,
    values: values ?? 'unknown',
    certainty: origin === 'suggested' ? 'suggests' : 'proves',
    rule,
    at,
  };
}
