import { labels } from '../../../report/vocabulary.ts';
import type { Reason } from '../../../advice/result.ts';
import { wordCited } from '../../../report/citations.ts';
import { joinRemark, listChanges, wordMarks } from '../../../report/marks.ts';
import { type ReportPart, withoutStop } from '../../../report/names.ts';
import { wordLines } from '../../../report/origins.ts';
import {
  listReasons,
  type ReasonGroup,
  type UnmetNeed,
  viewConflicts,
  wordFacts,
  wordStrength,
  wordUnmetNeed,
} from '../../../report/reasons.ts';
import { type Block, dim, entry, line, flow } from '../../../text/lines.ts';
import { columns, renderMore, section, shown } from './sections.ts';

/** Why the headline is what it is: the votes that count, what rules out, what nothing is left by. */
export function renderReasons(about: ReportPart): Block[] {
  const groups = listReasons(about).flatMap((group) => renderGroup(group, about));
  return about.part.verdict.headline === 'none' ? [...groups, ...renderConflicts(about)] : groups;
}

function renderGroup(group: ReasonGroup, about: ReportPart): Block[] {
  const { title, reasons, unmet } = group;
  const some = about.all ? reasons : reasons.slice(0, shown);
  const blocks = [
    ...unmet.map((need) => renderUnmet(need, about)),
    ...some.flatMap((reason) => renderReason(reason, group, about)),
  ];
  return [
    ...section(title, blocks.length === 0 ? [line('nothing', 4)] : blocks),
    ...renderMore(reasons.length - some.length),
  ];
}

function renderUnmet(need: UnmetNeed, { names, file }: ReportPart): Block {
  const { placement, facts } = need;
  const text = `${wordUnmetNeed(names, need)} (${wordFacts(names, facts, ', ')})`;
  return entry('rules out', text, dim(`${placement} · ${wordLines(facts, file)}`), columns);
}

function renderReason(reason: Reason, group: ReasonGroup, about: ReportPart): Block[] {
  const { rule, marks, facts, removes, because } = reason;
  const removed = group.title === 'Ruling out' ? ` (${removes.join(', ')})` : '';
  const remark = joinRemark(rule, wordMarks(marks), wordLines(facts, about.file));
  const more = about.all ? listMore(reason, about) : [];
  return [
    entry(wordStrength(reason, group), `${withoutStop(because)}${removed}`, dim(remark), columns),
    ...more.map((text) => flow(dim(text), columns.text)),
  ];
}

function listMore({ instead, contested, facts, cites, marks }: Reason, { names }: ReportPart): string[] {
  return [
    ...(instead === undefined ? [] : [`${labels.instead}: ${instead}`]),
    ...(contested === undefined ? [] : [`${labels.contested}: ${contested}`]),
    `${labels.restsOn}: ${wordFacts(names, facts, ' · ')}`,
    `Cites: ${wordCited(names, cites)}`,
    ...listChanges(marks).map((change) => `${labels.changed}: ${change}`),
  ];
}

function renderConflicts(about: ReportPart): Block[] {
  const { title, sets, ways } = viewConflicts(about);
  return section(title, [
    ...sets.map((set) => flow(set, 4)),
    ...ways.map((way) => flow(`${labels.instead}: ${way}`, 4)),
  ]);
}
