import { stringify } from 'csv-stringify/sync';
import type { Advice, Result } from '../../advice/result.ts';
import { listPlaced } from '../../advice/system.ts';
import { escapeText } from '../../text/safe.ts';
import type { Renderer } from '../renderer.ts';
import { wordHeadline } from '../../report/verdict.ts';

/**
 * A table for spreadsheets, a row a workload, however many are alike; the parts of a system stand in one cell of its row.
 * What a spreadsheet would take for a formula gets an apostrophe before it. Lines end with LF, as those
 * of every other format: RFC 4180 has CRLF, which every reader of CSV takes too, and cut and awk do not.
 */
export const renderCsv: Renderer<Result> = (result) =>
  stringify(
    result.results.flatMap((advice) => {
      const row = describeRow(advice, result);
      const others = (advice.workload.alike ?? []).map(({ name }) => ({ ...row, workload: name }));
      return [row, ...others];
    }),
    {
      header: true,
      columns: [...columns],
      cast: { string: escapeText },
      escape_formulas: true,
      // Where a reader splits at these instead of commas, quotes keep the cell together.
      quoted_match: /[;\t]/,
    },
  );

const columns = [
  'workload',
  'headline',
  'strength',
  'contested',
  'status',
  'placement',
  'isolation',
  'runner-up',
  'must',
  'components',
  'gates',
  'tripped',
  'file',
  'document',
  'rulebook',
  'rulebook-digest',
] as const;

function describeRow(advice: Advice, { rulebooks }: Result): Record<(typeof columns)[number], string> {
  const { workload, verdict, gates, components } = advice;
  const actions = listPlaced(advice).flatMap((part) => part.actions);
  const musts = actions.filter(({ level }) => level === 'must');
  return {
    workload: workload.name,
    headline: verdict.headline,
    strength: verdict.strength ?? '',
    contested: verdict.contested ? 'yes' : 'no',
    status: verdict.status,
    placement: verdict.forms.join(' '),
    isolation: verdict.isolation ?? '',
    'runner-up': verdict.runnerUp?.placement ?? '',
    must: [...new Set(musts.map((action) => action.id))].join(' '),
    components: components.map(({ name, verdict: own }) => `${name}: ${wordHeadline(own)}`).join('; '),
    gates: String(gates.length),
    tripped: gates
      .filter((gate) => !gate.passed)
      .map((gate) => `${gate.gate} ${gate.wanted}`)
      .join('; '),
    file: workload.file,
    document: workload.document === undefined ? '' : String(workload.document),
    rulebook: rulebooks.map((book) => `${book.name} ${book.version}`).join('; '),
    'rulebook-digest': rulebooks.map((book) => book.digest).join(' '),
  };
}
