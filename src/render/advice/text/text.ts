import { labels } from '../../../report/vocabulary.ts';
import type { Advice, Result } from '../../../advice/result.ts';
import { listCited } from '../../../report/citations.ts';
import { viewGates } from '../../../report/gates.ts';
import { listNext } from '../../../report/brief.ts';
import { listRulebooks } from '../../../report/judge.ts';
import { createNames, type NameIndex, startSentence } from '../../../report/names.ts';
import { listReportParts, viewOverview, wordWorkload } from '../../../report/part.ts';
import { viewWhatIf, wordCounts, wordIdleRuling, listWaivings } from '../../../report/remarks.ts';
import { viewResultsOverview } from '../../../report/results-overview.ts';
import { wordTotals } from '../../../report/totals.ts';
import { wordHeadline } from '../../../report/verdict.ts';
import {
  type Block,
  bold,
  dim,
  entry,
  line,
  marked,
  measure,
  pad,
  flow,
  separate,
  warn,
  writeLines,
} from '../../../text/lines.ts';
import { quoteWord } from '../../../text/safe.ts';
import { renderOverview } from '../../overview/overview-text.ts';
import type { Renderer } from '../../renderer.ts';
import { renderSources } from '../../sources-text.ts';
import { renderDrift } from './drift.ts';
import { renderPart } from './part.ts';
import { section } from './sections.ts';
import { renderSystem } from './system.ts';

/** For people at a terminal: the headline first, then why, and what to do. */
export const renderText: Renderer<Result> = (result, context) => {
  const names = createNames(context.rulebook);
  const { all, width } = context;
  const { results } = result;
  const several = results.length > 1;
  const overview = viewResultsOverview(result, names);
  const judge = listRulebooks(result, all ? wordAllCounts(results) : '', all).map((text) => flow(dim(text)));
  const blocks = separate([
    ...(several ? [renderList(results, names, width)] : []),
    ...(several ? [[flow(wordTotals(result))]] : []),
    ...(overview === undefined ? [] : renderOverview(overview, overview.tables, all)),
    ...(several && !all ? [] : results.map((advice) => renderAdvice(advice, result, names, all))),
    ...(several && !all ? [[line('Details of each with --all, or with one file.')]] : []),
    ...(all ? [renderSources(names, listCited(result))] : []).filter(({ length }) => length > 0),
    ...(several || all ? [judge] : []),
  ]);
  return writeLines(several || all ? blocks : [...blocks, ...judge], context);
};

/** The longest name that the other columns of an overview make room for. */
const longestName = 30;

function renderList(results: readonly Advice[], names: NameIndex, width: number): Block[] {
  const marks = results.some(({ gates }) => gates.length > 0);
  const rows = viewOverview(results, names).map((row) => ({
    ...row,
    name: marks ? `${row.tripped ? '✗' : ' '} ${row.name}` : row.name,
  }));
  const widest = Math.max(...rows.map(({ name }) => measure(name)));
  const column = Math.min(widest, longestName) + 2;
  return rows.flatMap(({ name, verdict, status, known, ask, waivings }) => {
    const headline = marked(verdict.headline, verdict.words);
    const of = [...(known === undefined ? [] : [known]), ...(ask === undefined ? [] : [`ask: ${ask}`])];
    const sort = [...of.map((text) => flow(dim(text), 2)), ...waivings.map((text) => flow(warn(text), 2))];
    if (column + 22 + 24 > width || measure(name) > longestName)
      return [
        flow(name),
        flow(
          [headline, ...(verdict.placements === '' ? [] : ['  ', verdict.placements]), '  ', dim(status)],
          2,
        ),
        ...sort,
      ];
    const lead = [pad(name, column), headline];
    return [entry(lead, verdict.placements, dim(status), { label: 0, text: column + 22 }), ...sort];
  });
}

function renderAdvice(advice: Advice, result: Result, names: NameIndex, all: boolean): Block[] {
  const { workload, verdict, components } = advice;
  return [
    renderTitle(wordWorkload(advice), verdict),
    ...renderWaivers(advice),
    ...renderIdleRulings(advice),
    ...renderWhatIf(advice, names),
    ...(components.length > 1 && !all
      ? renderSystem(advice, names)
      : listReportParts(advice, names, all).flatMap((about) => [
          ...(components.length === 0 ? [] : [line(''), renderTitle(about.name, about.part.verdict)]),
          ...renderPart(about),
        ])),
    ...renderDrift(advice, result, { names, file: workload.file, all }),
    ...renderGates(advice, names),
    ...(all ? [] : renderNext(advice)),
  ];
}

function renderNext({ workload, components, reasons, verdict }: Advice): Block[] {
  if (verdict.tell.length > 0) return [];
  const rule = components.length === 0 ? [...reasons.for, ...reasons.rulingOut][0]?.rule : undefined;
  const heads = listNext(rule, verdict.status === 'firm', workload.file);
  const next = heads.map((head) => `${head} ${quoteWord(workload.file)}`);
  return next.map((command, index) => (index === 0 ? flow(dim(`Next: ${command}`)) : flow(dim(command), 6)));
}

function renderTitle(name: string, verdict: Advice['verdict']): Block {
  return flow([bold(name), ' → ', marked(verdict.headline, wordHeadline(verdict))]);
}

function renderIdleRulings({ rulings }: Advice): Block[] {
  return rulings.flatMap((ruling) => {
    const idle = wordIdleRuling(ruling);
    return idle === undefined ? [] : [flow(warn(idle))];
  });
}

function renderWaivers(advice: Advice): Block[] {
  return listWaivings(advice).map((words) => flow(warn(words)));
}

function renderWhatIf({ whatIf }: Advice, names: NameIndex): Block[] {
  if (whatIf === undefined) return [];
  const { set, change } = viewWhatIf(whatIf, names);
  return [flow(`${labels.whatIf} ${set.join(', ')}: ${change}`)];
}

function renderGates(advice: Advice, names: NameIndex): Block[] {
  return section(
    'Gates',
    viewGates(advice, names).flatMap(({ passed, asked, got, because }) =>
      passed
        ? [flow(`passed    ${asked}`, 4)]
        : [
            flow(warn(`✗ tripped ${asked}: ${got}`), 4),
            ...(because === '' ? [] : [flow(`${startSentence(because)}.`, 14)]),
          ],
    ),
  );
}

/** How many rules did what, where only one thing was placed. */
function wordAllCounts([first, second]: readonly Advice[]): string {
  return first?.components.length === 0 && second === undefined ? `: ${wordCounts(first.counts)}` : '';
}
