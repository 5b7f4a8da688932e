import type { FlipEntry, PartAdvice, Reason, Verdict } from '../advice/result.ts';
import { frequencyOf } from '../rulebook/exception-frequency.ts';
import { isUnchosenForm, wordConsidered, wordLeastBad } from './beside-headline.ts';
import { wordIsolationMeaning } from './glossary.ts';
import {
  joinTitles,
  type NameIndex,
  type ReportPart,
  wordFactName,
  wordIsolation,
  wordPlacement,
  wordPresumer,
  wordRemover,
  wordValue,
} from './names.ts';

/** Where something belongs, in words. */
export interface VerdictView extends Omit<Verdict, 'forms' | 'runnerUp' | 'tell' | 'isolation' | 'leastBad'> {
  /** The headline with its strength, and that it was contested: "vm, clear". */
  readonly words: string;
  /** How far the headline can be trusted, in one sentence without its full stop. */
  readonly trust: string;
  /** The chosen placements by title: one, for `either` the best of both kinds, of a system all. */
  readonly placements: string;
  readonly forms: readonly FormView[];
  /** The levels of isolation of the forms: "own kernel or shared kernel". */
  readonly isolation: string;
  readonly runnerUp: RunnerUpView | null;
  /** What is to be considered before the headline, each without its full stop, and the rule that says so. */
  readonly consider: readonly { readonly text: string; readonly rule: string }[];
  /** For `none`: what comes nearest, and on what condition. */
  readonly leastBad: string | null;
  /** Where nothing is known: the questions to begin with. */
  readonly tell: readonly { readonly fact: string; readonly question: string }[];
  /** The facts that nobody stated and that could change the headline, each once. */
  readonly hinges: readonly string[];
}

/** A chosen placement. */
export interface FormView {
  readonly id: string;
  readonly title: string;
  /** What it is, in one sentence. */
  readonly is: string;
  readonly isolation: string;
  /** What that promises, as the end of a sentence. */
  readonly promises: string;
  /** What it is called where its reason is told: by its title where there are several. */
  readonly called: string;
  /** The strongest rule that suits it. */
  readonly reason: Reason | null;
  /** Whether it has rivals of its kind, and no rule chose it. */
  readonly unchosen: boolean;
  /** What it needs and nobody stated: facts by their ids. */
  readonly unstated: readonly string[];
}

/** The best of the other kind. */
export interface RunnerUpView {
  readonly id: string;
  readonly title: string;
  readonly is: string;
  /** What moving there takes, as the end of a sentence. */
  readonly takes: string;
  /** What rules it out; empty where nothing does. */
  readonly removers: readonly string[];
}

const moves = {
  nothing: 'moving there takes nothing',
  repackage: 'moving there takes repackaging',
  redesign: 'moving there takes a redesign',
  unknown: 'what moving there takes is not known',
} as const;

/** What is said where no placement is left. */
export const nothingLeft = 'Nothing is left to place it on.';
/** The same where a title says it. */
export const noPlacementLeft = 'no placement is left';
/** The same in the words of a decision record, which has options. */
export const noOptionLeft = 'No option is left';
/** What is said of a form whose needs nobody stated, before them. */
export const unstatedLead = 'possible only with what is not stated';

/** Words a verdict and what it hangs on. */
export function viewVerdict({ part, names }: Pick<ReportPart, 'part' | 'names'>): VerdictView {
  const { verdict } = part;
  const { runnerUp } = verdict;
  const forms = verdict.forms.map((id) => viewForm(id, part, names));
  return {
    ...verdict,
    words: wordHeadline(verdict),
    trust: wordTrust(part),
    placements: wordPlacements(verdict, names),
    forms,
    isolation: [...new Set(forms.map(({ isolation }) => isolation))].join(' or '),
    runnerUp: runnerUp && {
      id: runnerUp.placement,
      title: wordPlacement(names, runnerUp.placement),
      is: names.placements(runnerUp.placement)?.is ?? '',
      takes: moves[runnerUp.takes],
      removers: runnerUp.removedBy.map(wordRemover),
    },
    consider: part.consider.map((each) => ({ text: wordConsidered(each), rule: each.rule })),
    leastBad: verdict.leastBad && wordLeastBad(verdict.leastBad, names),
    tell: verdict.tell.map((fact) => ({ fact, question: names.facts(fact)?.question ?? fact })),
    hinges: [...new Set(part.hinges.flatMap((flip) => flip.changes.map(({ fact }) => fact)))],
  };
}

/** A headline in words: with its strength, and that it was contested. */
export function wordHeadline(verdict: Pick<Verdict, 'headline' | 'strength' | 'contested'>): string {
  return [verdict.headline, verdict.strength, verdict.contested ? 'contested' : null]
    .filter((word) => word !== null)
    .join(', ');
}

/** How far a verdict can be trusted, in a word or two: `open`, or `open, not proven`. */
export function wordStatus({ status, proven }: Pick<Verdict, 'status' | 'proven'>): string {
  return proven ? status : `${status}, not proven`;
}

/** The chosen placements by title. */
export function wordPlacements({ forms, headline }: Verdict, names: NameIndex): string {
  const titles = forms.map((form) => wordPlacement(names, form));
  return joinTitles(titles, headline === 'either' ? ' or ' : ', ');
}

function viewForm(id: string, part: PartAdvice, names: NameIndex): FormView {
  const fate = part.placements.find((each) => each.id === id);
  const needs = fate?.mightBeRemovedBy.flatMap((remover) => ('needs' in remover ? remover.facts : [])) ?? [];
  const placement = names.placements(id);
  const title = wordPlacement(names, id);
  return {
    id,
    title,
    is: placement?.is ?? '',
    isolation: fate === undefined ? '' : wordIsolation(fate.isolation),
    promises: fate === undefined ? '' : wordIsolationMeaning(fate.isolation),
    called: part.verdict.forms.length > 1 ? title : 'This form',
    reason: part.reasons.form.find(({ suits }) => suits.includes(id)) ?? null,
    unchosen: isUnchosenForm(part, id),
    unstated: needs.filter((fact) => part.facts[fact]?.value === 'unknown'),
  };
}

function wordTrust({ verdict, hinges }: PartAdvice): string {
  const { status, proven } = verdict;
  const doubt = proven ? '' : ' (the proof was not finished)';
  const presumptions = hinges.filter((flip) => flip.by === 'presumed').length;
  const unanswered = hinges.filter((flip) => flip.by === 'unanswered').length;
  const text = {
    firm: 'Firm: nothing unsaid could change it',
    presumed:
      presumptions === 0
        ? 'Holds unless several presumptions are wrong at once'
        : `Holds unless ${presumptions === 1 ? 'a presumption is' : `one of ${presumptions} presumptions is`} wrong (below)`,
    open:
      unanswered === 0
        ? 'Open: several things that were not said could change it together'
        : `Open: ${unanswered === 1 ? 'one thing that was not said' : `${unanswered} things that were not said`} could change it (below)`,
  }[status];
  return `${text}${doubt}`;
}

/** A change of facts that changes the headline, in words. */
export interface FlipView {
  readonly headline: string;
  /** What would have to be: "licence: machine-bound". */
  readonly what: string;
  /** How it is now: "presumed none". */
  readonly now: string;
}

/** What a table of flips has above its columns: the headline, what changes, how it is. */
export const flipColumns = ['It becomes', 'if', 'As it stands'] as const;

/** Whether it takes something that is presumed and hardly ever otherwise. */
export function isUnlikely(changes: FlipEntry['changes'], names: NameIndex): boolean {
  return changes.some(
    ({ fact, origin }) =>
      (origin === 'presumed' || origin === 'suggested') && frequencyOf(names.facts(fact)) === 'rare',
  );
}

/**
 * Words a change of facts that changes the headline.
 * @param most how many values of a fact are named
 */
export function viewFlip(
  { headline, changes }: FlipEntry,
  names: NameIndex,
  most = Number.POSITIVE_INFINITY,
): FlipView {
  const what = changes.map(({ fact, values }) => {
    const more = values.length - most;
    const named = more > 1 ? [...values.slice(0, most), `${more} more`] : values;
    return `${wordFactName(names, fact)}: ${named.join(' or ')}`;
  });
  const now = changes.map(({ fact, now: value, origin }) => {
    if (origin === 'unknown') return 'not said';
    if (origin === 'suggested') return `suggested ${wordValue(names, fact, value)}`;
    return origin === 'presumed'
      ? `presumed ${wordValue(names, fact, value)}${wordPresumer(names, fact)}`
      : `now ${wordValue(names, fact, value)}`;
  });
  return { headline, what: what.join(' and '), now: now.join(' and ') };
}
