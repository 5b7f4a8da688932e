import { formatPosition, type Position } from '../../errors.ts';
import type { AskedClarification, ImportedSubject, ImportReport } from '../../import/import-report.ts';
import { createNames, type NameIndex, wordValue } from '../../report/names.ts';
import { type Block, bold, dim, entry, flow, line, separate, writeLines } from '../../text/lines.ts';
import { findClarification } from '../../workload/clarifications.ts';
import type { FactStatement, Observed } from '../../workload/workload.ts';
import type { Renderer } from '../renderer.ts';

/** How many statements of a part are shown without --all. */
const mostShown = 12;
/** How many things that raise a question are named. */
const mostNamed = 3;
const columns = { label: 2, text: 26 };

/** What was found in files of other programs, from where, and what is still open. */
export const renderImport: Renderer<readonly ImportReport[]> = (reports, context) => {
  const names = createNames(context.rulebook);
  return writeLines(separate(reports.map((report) => renderReport(report, names, context.all))), context);
};

function renderReport(report: ImportReport, names: NameIndex, all: boolean): Block[] {
  const { file, title, parts, site, unread, remarks, clashes, unclear } = report;
  const count = parts.length === 1 ? 'one thing to place' : `${parts.length} things to place`;
  const rest = [
    ...(site.length === 0
      ? []
      : [[line(bold('Site')), ...site.map((each) => renderStatement(each, names, file))]]),
    ...(clashes.length === 0
      ? []
      : [
          clashes.map(({ fact, between }) =>
            flow(
              `Left out, as what is said of it clashes: ${fact} (${between
                .map(({ rule, at }) => `${rule} · ${place(at, file)}`)
                .join(', ')})`,
            ),
          ),
        ]),
    ...(remarks.length === 0 ? [] : [remarks.map(({ what, at }) => flow(`${place(at, file)}: ${what}`))]),
    ...(unread.length === 0
      ? []
      : [[flow(`Nothing was taken from: ${unread.map(({ what }) => what).join(', ')}`)]]),
  ];
  return separate([
    [line([bold(file), `: ${title}, ${count}`])],
    ...parts.map((part) => renderPart(part, names, file, all)),
    ...unclear.map(renderUnclear),
    ...rest,
  ]);
}

/** A question with its answers, and how much one would settle. */
function renderUnclear({ clarification, raisedBy, things, hanging }: AskedClarification): Block[] {
  const { id, question, answers } = clarification;
  const named = raisedBy.slice(0, mostNamed).join(', ');
  const more = raisedBy.length > mostNamed ? `, and ${raisedBy.length - mostNamed} more` : '';
  const hang =
    hanging === 0
      ? 'no verdict hangs on it alone'
      : `${hanging} ${hanging === 1 ? 'verdict hangs' : 'verdicts hang'} on it`;
  return [
    line(bold('Asked once for ', things === 1 ? 'one thing' : `${things} things`)),
    flow(`${question} (${named}${more}; ${hang})`, columns.label),
    ...Object.entries(answers).map(([answer, { means }]) =>
      entry(`--set ${id}=${answer}`, means, '', { ...columns, label: columns.label + 2, text: 42 }),
    ),
  ];
}

function renderPart(
  { name, statements, observed, open }: ImportedSubject,
  names: NameIndex,
  file: string,
  all: boolean,
): Block[] {
  const shown = all ? statements : pickTelling(statements);
  const more = statements.length - shown.length;
  return [
    line(bold(name)),
    ...shown.map((each) => renderStatement(each, names, file)),
    ...(more === 0 ? [] : [line(dim(`... ${more} more with --all`), columns.label)]),
    ...renderObserved('observed', true, observed, all),
    ...(all ? renderObserved('not seen', false, observed, all) : []),
    ...(open.length === 0 ? [] : [entry('open', open.join(', '), '', columns)]),
  ];
}

/** Observations by their ids; with --all the places too. */
function renderObserved(label: string, seen: boolean, observed: readonly Observed[], all: boolean): Block[] {
  const some = observed.filter((each) => each.seen === seen);
  const place = ({ observation, at }: Observed) =>
    at === undefined || !all ? observation : `${observation} (${at.line}:${at.column})`;
  const words = [...new Set(some.map(place))];
  return words.length === 0 ? [] : [entry(label, words.join(', '), '', columns)];
}

/** What was found at a place of its own tells more than what follows from absence, which most have in common. */
function pickTelling(statements: readonly FactStatement[]): readonly FactStatement[] {
  const lines = new Map<number, number>();
  for (const { at } of statements) if (at !== undefined) lines.set(at.line, (lines.get(at.line) ?? 0) + 1);
  const rank = ({ at }: FactStatement) => lines.get(at?.line ?? 0) ?? 0;
  const picked = new Set([...statements].sort((a, b) => rank(a) - rank(b)).slice(0, mostShown));
  return statements.filter((each) => picked.has(each));
}

function renderStatement(statement: FactStatement, names: NameIndex, file: string): Block {
  const { fact, values, origin, rule = '', at } = statement;
  const value = values === null ? 'could be anything' : wordValue(names, fact, [...values]);
  const answered = findClarification(rule) === undefined ? 'proven' : 'answered';
  const certainty = origin === 'suggested' ? 'suggested' : values === null ? 'left open' : answered;
  const where = at === undefined ? '' : ` · ${place(at, file)}`;
  return entry(fact, value, dim(`${certainty}  ${rule}${where}`), columns);
}

/** Line and column; the file too where it is another. */
function place(at: Position, file: string): string {
  return at.file === file ? `${at.line}:${at.column}` : formatPosition(at);
}
