import type { FlipEntry } from '../../../advice/result.ts';
import { considerTitle, leastBadTitle, unchosenForm } from '../../../report/beside-headline.ts';
import { joinRemark, wordMarks } from '../../../report/marks.ts';
import { type NameIndex, type ReportPart, withoutStop } from '../../../report/names.ts';
import { wordLines } from '../../../report/origins.ts';
import { nothingKnown, tellFirst } from '../../../report/remarks.ts';
import {
  nothingLeft,
  unstatedLead,
  type VerdictView,
  viewFlip,
  viewVerdict,
} from '../../../report/verdict.ts';
import { type Block, dim, entry, line, flow, warn } from '../../../text/lines.ts';
import { renderActions, renderNotes } from './actions.ts';
import { renderReasons } from './reasons.ts';
import { columns, renderMore, section, shown } from './sections.ts';
import { renderTables } from './tables.ts';

/** The advice on one thing to place, below its headline. */
export function renderPart(about: ReportPart): Block[] {
  const verdict = viewVerdict(about);
  const considered = verdict.consider.map(({ text }) => flow(`${considerTitle}: ${text}`));
  if (verdict.tell.length > 0)
    return [
      ...considered,
      line(`${nothingKnown} ${tellFirst}`),
      ...verdict.tell.map(({ fact, question }) => entry('', question, dim(fact), { label: 2, text: 4 })),
    ];
  return [
    ...considered,
    ...renderPlacement(verdict, about),
    flow(verdict.trust),
    ...renderReasons(about),
    ...renderActions(about),
    ...renderNotes(about),
    ...renderRunnerUp(verdict),
    ...renderFlips(about),
    ...(about.all ? renderTables(about) : []),
  ];
}

function renderPlacement(verdict: VerdictView, about: ReportPart): Block[] {
  const { headline, placements, isolation, forms } = verdict;
  if (headline === 'none') return renderNone(verdict);
  return [
    flow(`${placements} · isolation: ${isolation}`),
    ...renderFormReasons(verdict, about),
    ...forms
      .filter(({ unstated }) => unstated.length > 0)
      .map(({ title, unstated }) => flow(warn(`${title}: ${unstatedLead} (${unstated.join(', ')})`))),
  ];
}

/** Nothing is left; what comes nearest, and on what condition. */
function renderNone({ leastBad }: VerdictView): Block[] {
  const nearest = leastBad === null ? [] : [flow(`${leastBadTitle}: ${leastBad}`)];
  return [flow(nothingLeft), ...nearest];
}

/** Why this form and not another of its kind: the strongest rule that suits each. */
function renderFormReasons({ forms }: VerdictView, { file }: ReportPart): Block[] {
  return forms.flatMap(({ called, reason, unchosen }) => {
    const say = (text: string, remark: string) => [
      entry('', `${called}: ${text}`, dim(remark), { label: 0, text: 2 }),
    ];
    if (reason === null) return unchosen ? say(unchosenForm, '') : [];
    const remark = joinRemark(reason.rule, wordMarks(reason.marks), wordLines(reason.facts, file));
    return say(withoutStop(reason.because), remark);
  });
}

function renderRunnerUp({ runnerUp }: VerdictView): Block[] {
  if (runnerUp === null) return [];
  const { title, takes, removers } = runnerUp;
  const removed = removers.length === 0 ? '' : `; ruled out by ${removers.join(', ')}`;
  return [line(''), flow(`Instead: ${title}; ${takes}${removed}`)];
}

/** What would change the headline: answers, presumptions, and with --all everything else. */
function renderFlips({ part, names, all }: ReportPart): Block[] {
  const { flips, impossible } = part;
  const some = all ? flips : flips.slice(0, shown + 2);
  const render = (list: readonly FlipEntry[]) => list.map((flip) => renderFlip(flip, names));
  return [
    ...section('It would change if', render(some)),
    ...renderMore(flips.length - some.length),
    ...(all ? section('It would be impossible if', render(impossible)) : []),
  ];
}

function renderFlip(flip: FlipEntry, names: NameIndex): Block {
  const { headline, what, now } = viewFlip(flip, names);
  return entry(headline, what, dim(now), columns);
}
