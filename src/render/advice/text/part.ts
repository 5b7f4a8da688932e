import { labels } from '../../../report/vocabulary.ts';
import { considerTitle, leastBadTitle, unchosenForm } from '../../../report/beside-headline.ts';
import { joinRemark, wordMarks } from '../../../report/marks.ts';
import { type ReportPart, withoutStop } from '../../../report/names.ts';
import { wordLines } from '../../../report/origins.ts';
import { nothingKnown, tellFirst } from '../../../report/remarks.ts';
import { nothingLeft, unstatedLead, type VerdictView, viewVerdict } from '../../../report/verdict.ts';
import { type Block, dim, entry, line, flow, warn } from '../../../text/lines.ts';
import { renderActions, renderNotes } from './actions.ts';
import { renderBrief } from './brief.ts';
import { renderFlips } from './flips.ts';
import { renderReasons } from './reasons.ts';
import { renderTables } from './tables.ts';

/** The advice on one thing to place, below its headline: in short, or all of it. */
export function renderPart(about: ReportPart): Block[] {
  const verdict = viewVerdict(about);
  const considered = verdict.consider.map(({ text }) => flow(`${considerTitle}: ${text}`));
  if (verdict.tell.length > 0)
    return [
      ...considered,
      line(`${nothingKnown} ${tellFirst}`),
      ...verdict.tell.map(({ fact, question }) => entry('', question, dim(fact), { label: 2, text: 4 })),
    ];
  if (!about.all && verdict.headline !== 'none') return [...considered, ...renderBrief(about)];
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
  return [line(''), flow(`${labels.instead}: ${title}; ${takes}${removed}`)];
}
