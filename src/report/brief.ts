import type { ActionItem, Evidence, FactEntry, FlipEntry, Reason, Shown } from '../advice/result.ts';
import { kinds, relianceOf } from '../words.ts';
import { interviewName, stdinName } from '../workload/workload.ts';
import { listTold } from './actions.ts';
import { unchosenForm } from './beside-headline.ts';
import { joinTitles, type ReportPart, withoutStop, wordFact, wordFactName, wordPlacement } from './names.ts';
import { wordLines } from './origins.ts';
import { listReasons, type ReasonGroup, wordStrength } from './reasons.ts';
import { isUnlikely, viewVerdict } from './verdict.ts';

// What a reader in a hurry needs of one thing to place: the first screen. Everything else is told with --all.

/** How many reasons, facts of a reason, actions, changes and entries of a list are told in short. */
const most = { reasons: 3, facts: 2, actions: 3, changes: 2, listed: 3 } as const;

/** The advice on one thing in short. */
export interface BriefView {
  /** What to do, in one sentence, without its full stop. */
  readonly recommendation: string;
  /** How far it can be relied on. */
  readonly trust: string;
  readonly reasons: readonly BriefReason[];
  readonly against: readonly BriefReason[];
  /** What is kept back of the reasons; empty for nothing. So it is for the two below. */
  readonly moreReasons: string;
  /** The placements that are impossible, in one sentence; empty for none. */
  readonly impossible: string;
  /** What was looked at and decides nothing, in one sentence; empty for none. */
  readonly considered: string;
  readonly actions: readonly ActionItem[];
  readonly moreActions: string;
  readonly changes: readonly FlipEntry[];
  readonly moreChanges: string;
}

/** A reason in short. */
export interface BriefReason {
  readonly strength: string;
  readonly because: string;
  /** What was said that it rests on, and where; "presumed" where nobody said any of it. */
  readonly rests: string;
  /** Where that was said, in short. */
  readonly lines: string;
}

/** Chooses and words what is told in short. */
export function viewBrief(about: ReportPart): BriefView {
  const { part } = about;
  const why = listTellingReasons(about);
  const against = listReasons(about).filter(({ title }) => title === 'Against');
  const brief = why.slice(0, most.reasons);
  const contrary = against.flatMap((group) =>
    group.reasons.slice(0, 1).map((reason) => viewReason(reason, wordStrength(reason, group), about)),
  );
  const all = listTold(part);
  const told = all
    .filter((action) => isOwnAction(action) || action.level === 'must' || isShown(action, 'against'))
    .filter((action) => !isShown(action, 'done'))
    .toSorted((a, b) => rankAction(a, about) - rankAction(b, about))
    .slice(0, most.actions);
  const changes = part.flips
    .filter((flip) => flip.by !== 'program' && !isUnlikely(flip.changes, about.names))
    .slice(0, most.changes);
  return {
    recommendation: recommend(about, brief[0]?.reason),
    trust: wordReliance(about),
    reasons: brief.map(({ reason, group }) => viewReason(reason, wordStrength(reason, group), about)),
    against: contrary,
    moreReasons: wordSome(brief.length, why.length),
    impossible: wordImpossible(about),
    considered: wordUndeciding(about),
    actions: told,
    moreActions: wordKeptBack(all, told),
    changes,
    moreChanges: wordSome(changes.length, part.flips.length),
  };
}

/** The reasons for a verdict, each with the group that it is told in: the most telling first. */
export function listTellingReasons(
  about: ReportPart,
): { readonly reason: Reason; readonly group: ReasonGroup }[] {
  return listReasons(about)
    .filter(({ title }) => title !== 'Ruling out' && title !== 'Against')
    .flatMap((group) => group.reasons.map((reason) => ({ reason, group })))
    .toSorted((a, b) => rankReason(a.reason) - rankReason(b.reason));
}

/** @param reason the first reason, whose facts the sentence names */
function recommend(about: ReportPart, reason: Reason | undefined): string {
  const { headline, forms } = viewVerdict(about);
  const titles = forms.map(({ title, unchosen }) => (unchosen ? `${title} (${unchosenForm})` : title));
  if (headline === 'either') return `Either will do: ${joinTitles(titles, ' or ')}`;
  const said = reason === undefined ? [] : listSaid(reason, about);
  const given =
    said.length === 0 ? '' : `, given ${said.map((fact) => wordFact(about.names, fact)).join(' and ')}`;
  return `Recommended: ${joinTitles(titles, ', ')}${given}`;
}

/** How far a verdict can be relied on, in one sentence without its stop. */
function wordReliance(about: ReportPart): string {
  const { trust } = viewVerdict(about);
  const scale = relianceOf(about.part.verdict);
  if (scale === 'Firm') return trust;
  const rest = trust.replace(/^Open: /, '').replace(' (below)', '');
  return `${scale}: ${rest.charAt(0).toLowerCase()}${rest.slice(1)}`;
}

/** What was said of this workload comes before what is only presumed of it, then the stronger. */
function rankReason({ facts, strength, removes }: Reason): number {
  const said = facts.some(({ origin }) => origin !== 'presumed');
  const most = { strong: 0, moderate: 1, slight: 2 }[strength ?? 'strong'];
  // What rules out a whole kind decides; what rules out one form of it, hardly ever.
  return (said ? 0 : 8) + most + 1 / (1 + removes.length);
}

/** A reason with what was said that it rests on. */
function viewReason(reason: Reason, strength: string, about: ReportPart): BriefReason {
  const said = listSaid(reason, about);
  const words = said.map((fact) => wordFact(about.names, fact)).join(', ');
  const lines = said.length === 0 ? 'presumed' : wordLines(said, about.file);
  return {
    strength,
    because: withoutStop(reason.because),
    rests: said.length === 0 ? lines : [words, lines].filter((each) => each !== '').join(' · '),
    lines,
  };
}

/** What was said that a reason rests on, those facts first that the fewest other reasons rest on. */
function listSaid({ facts }: Reason, { part }: ReportPart): Evidence[] {
  const often = (fact: Evidence) =>
    part.reasons.for.filter(({ facts: all }) => all.some((each) => each.fact === fact.fact)).length;
  return facts
    .filter(({ origin }) => origin !== 'presumed')
    .toSorted((a, b) => often(a) - often(b))
    .slice(0, most.facts);
}

/** Placements of both kinds that cannot be, a whole kind in a word; for `none` the reasons say it. */
function wordImpossible({ part, names }: ReportPart): string {
  if (part.verdict.headline === 'none') return '';
  const out = kinds.flatMap((kind) => {
    const all = part.placements.filter((placement) => placement.kind === kind);
    const gone = all.filter(({ survives }) => survives === 'no');
    if (gone.length === all.length) return [`any ${kind === 'vm' ? 'VM' : kind}`];
    return gone.map(({ id }) => wordPlacement(names, id));
  });
  return out.length === 0 ? '' : `Not possible: ${wordFew(out)}`;
}

/** What was said and is no reason for or against anything, nor to do anything; and what was said of and left open, which may be one. */
function wordUndeciding({ part, names }: ReportPart): string {
  const { reasons } = part;
  const telling = [reasons.for, reasons.against, reasons.form, reasons.rulingOut, listTold(part)];
  const deciding = new Set(
    telling.flatMap((list) => list.flatMap(({ facts }) => facts.map(({ fact }) => fact))),
  );
  const idle = Object.entries(part.facts).filter(
    ([id, { origin }]) => !['presumed', 'unknown'].includes(origin) && !deciding.has(id),
  );
  const word = (open: boolean, lead: string) => {
    const own = idle.filter(([, { value }]) => isLeftOpen(value) === open);
    return own.length === 0 ? [] : [`${lead}: ${wordFew(own.map(([id]) => wordFactName(names, id)))}`];
  };
  // What is open comes first: it may be a reason once somebody says which.
  return [...word(true, 'Said of, and left open'), ...word(false, 'Said, and no reason either way')].join(
    '. ',
  );
}

/** Several values, or any: what was said does not settle it. */
function isLeftOpen(value: FactEntry['value']): boolean {
  return value === 'unknown' || Array.isArray(value);
}

/** The first few of a list, and how many more there are. */
function wordFew(words: readonly string[]): string {
  const more = words.length - most.listed;
  return more < 2
    ? joinTitles(words, ', ')
    : `${joinTitles(words.slice(0, most.listed), ', ')} and ${more} more`;
}

/** What something that was said or seen of the workload calls for, or a rule; the rest is the baseline of its form. */
export function isOwnAction({ rule, facts, hangsOn }: ActionItem): boolean {
  return rule !== null || hangsOn !== undefined || facts.some(({ origin }) => origin !== 'presumed');
}

function isShown({ shown }: ActionItem, is: Shown['is']): boolean {
  return shown?.is === is;
}

/** What the files show to be against it comes first, then conditions of the verdict; what was said comes before the usual, and the baseline last. */
function rankAction(action: ActionItem, { names }: ReportPart): number {
  if (isShown(action, 'against')) return action.level === 'must' ? -1 : 3;
  if (!isOwnAction(action)) return 8;
  const { level, rule, facts } = action;
  const unusual = facts.some(({ fact, value, origin }) => {
    const usual = names.facts(fact)?.presumed;
    return origin !== 'presumed' && usual !== undefined && value !== usual;
  });
  return (level === 'must' ? 0 : 4) + (rule === null ? 2 : 0) + (unusual ? 0 : 1);
}

function wordSome(some: number, all: number): string {
  return some < all ? `${some} of ${all}` : '';
}

function wordKeptBack(actions: readonly ActionItem[], told: readonly ActionItem[]): string {
  const done = actions.filter((action) => isShown(action, 'done'));
  const baseline = actions.filter((action) => ![...told, ...done].includes(action) && !isOwnAction(action));
  const musts = baseline.filter(({ level }) => level === 'must').length;
  const strict = musts === 0 ? '' : `, ${musts} of them a must`;
  const rest = baseline.length === 0 ? '' : `the baseline of its form has ${baseline.length} more${strict}`;
  const finished = done.length === 0 ? '' : `${done.length} done already`;
  const some = told.length === 0 ? '' : wordSome(told.length, actions.length);
  return [some, finished, rest].filter((each) => each !== '').join('; ');
}

/** How many commands are told to go on with. */
const mostNext = 2;

/**
 * The commands that go on from here, without the file that ends them, the most useful first; none where no file was read.
 * @param rule one of the reasons, to be asked about
 * @param firm whether nothing unsaid could change it
 * @param file as it was named
 */
export function listNext(rule: string | undefined, firm: boolean, file: string): string[] {
  if (file === interviewName || file === stdinName) return [];
  return [
    ...(rule === undefined ? [] : [`advise why ${rule}`]),
    ...(firm ? [] : ['advise facts --unanswered']),
    'advise assess --all',
  ].slice(0, mostNext);
}
