import { stringify } from 'csv-stringify/sync';
import type { Advice, PartAdvice, Result } from '../../advice/result.ts';
import { listPlaced } from '../../advice/system.ts';
import { escapeText } from '../../text/safe.ts';
import type { Renderer } from '../renderer.ts';
import { createNames, type NameIndex } from '../../report/names.ts';
import { viewOverview, viewParts } from '../../report/part.ts';
import { listWaivings } from '../../report/remarks.ts';
import { wordHeadline } from '../../report/verdict.ts';

/**
 * A table for spreadsheets, a row a workload, however many are alike; behind that of a system a row each of its
 * parts, which alone fill the column component.
 * What a spreadsheet would take for a formula gets an apostrophe before it. Lines end with LF, as those
 * of every other format: RFC 4180 has CRLF, which every reader of CSV takes too, and cut and awk do not.
 */
export const renderCsv: Renderer<Result> = (result, { rulebook }) => {
  const names = createNames(rulebook);
  return stringify(
    result.results.flatMap((advice) => {
      const row = writeRow(advice, result, names);
      const others = (advice.workload.alike ?? []).map(({ name }) => ({ ...row, workload: name }));
      return [row, ...writeComponents(advice, row, names), ...others];
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
};

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
  'component',
  'because',
  'waivers',
  'proven',
] as const;

type Row = Record<(typeof columns)[number], string>;

function writeRow(advice: Advice, { rulebooks }: Result, names: NameIndex): Row {
  const { workload, gates, components } = advice;
  return {
    workload: workload.name,
    ...writeVerdict(advice, listPlaced(advice)),
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
    component: '',
    because: viewOverview([advice], names)
      .map(({ because }) => because)
      .join(''),
    waivers: listWaivings(advice).join('; '),
  };
}

/** Rows of the parts of a system: what is said of the whole alone is left out of them. */
function writeComponents(advice: Advice, whole: Row, names: NameIndex): Row[] {
  const overview = viewParts(advice, names);
  return advice.components.map((part, index) => ({
    ...whole,
    ...writeVerdict(part, [part]),
    components: '',
    gates: '',
    tripped: '',
    component: part.name,
    because: overview[index]?.because ?? '',
    waivers: '',
  }));
}

function writeVerdict({ verdict }: PartAdvice, placed: readonly PartAdvice[]) {
  const musts = placed.flatMap(({ actions }) => actions.filter(({ level }) => level === 'must'));
  return {
    headline: verdict.headline,
    strength: verdict.strength ?? '',
    contested: verdict.contested ? 'yes' : 'no',
    status: verdict.status,
    proven: verdict.proven ? 'yes' : 'no',
    placement: verdict.forms.join(' '),
    isolation: verdict.isolation ?? '',
    'runner-up': verdict.runnerUp?.placement ?? '',
    must: [...new Set(musts.map((action) => action.id))].join(' '),
  };
}
