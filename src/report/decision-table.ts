import type { OptionEntry, PartAdvice } from '../advice/result.ts';
import { type Kind, type Strength, strengths } from '../words.ts';
import { type NameIndex, type ReportPart, wordPlacement } from './names.ts';

/** What speaks for the placements that are worth setting side by side: a column each, a row a concern. */
export interface DecisionView {
  readonly columns: readonly DecisionColumn[];
  readonly rows: readonly DecisionRow[];
}

/** A placement and what it is in the verdict. */
export interface DecisionColumn {
  readonly placement: string;
  readonly title: string;
  /** "Chosen", "Best VM", "Next container form". */
  readonly role: string;
  /** Whether something rules it out. */
  readonly out: boolean;
}

/** What one concern says for each placement, or, last, which rules prefer it among its kind. */
export interface DecisionRow {
  readonly title: string;
  /** For each column; empty where nothing is said. */
  readonly cells: readonly (readonly DecisionPoint[])[];
}

/** A rule that speaks for a placement. */
export interface DecisionPoint {
  readonly strength: Strength;
  readonly rule: string;
  readonly title: string;
}

/** How a table of decisions is read. */
export const decisionExplained =
  'Each concern has one vote a kind, its strongest. Strong votes are compared first, then moderate, then slight; the first difference decides. The last row chooses among the forms of a kind.';
/** What stands above the table. */
export const decisionTitle = 'What speaks for what';
/** What the row of preferences among one kind is called. */
const formRow = 'Which form of its kind';

const kindNouns: Readonly<Record<Kind, string>> = { vm: 'VM', container: 'container' };

/** Lays the options of a verdict side by side. */
export function viewDecisionTable({ part, names }: Pick<ReportPart, 'part' | 'names'>): DecisionView {
  const { options, votes } = part;
  const titles = new Map(
    [part.reasons.for, part.reasons.against, part.reasons.form].flatMap((list) =>
      list.map(({ rule, title }) => [rule, title] as const),
    ),
  );
  const point =
    (strength: Strength) =>
    (rule: string): DecisionPoint => ({
      strength,
      rule,
      title: titles.get(rule) ?? names.rules(rule)?.title ?? rule,
    });
  const concerns = new Set([
    ...votes.map(({ concern }) => concern),
    ...options.flatMap((option) => option.votes.map(({ concern }) => concern)),
  ]);
  const rows = [...concerns].map((concern) => ({
    title: names.concerns(concern)?.title ?? concern,
    cells: options.map((option) =>
      option.votes
        .filter((vote) => vote.concern === concern)
        .flatMap(({ strength, rules }) => rules.map(point(strength))),
    ),
  }));
  const form = {
    title: formRow,
    cells: options.map(({ suits }) => suits.map(({ rule, strength }) => point(strength)(rule))),
  };
  return {
    columns: options.map((option) => viewColumn(option, part, names)),
    rows: [...rows.toSorted((a, b) => rankRow(a) - rankRow(b)), form].filter(({ cells }) =>
      cells.some((cell) => cell.length > 0),
    ),
  };
}

/** The strongest point of a row, 0 for strong: what decides stands above what does not. */
function rankRow({ cells }: DecisionRow): number {
  return Math.min(...cells.flat().map(({ strength }) => strengths.indexOf(strength)));
}

function viewColumn({ placement, is }: OptionEntry, part: PartAdvice, names: NameIndex): DecisionColumn {
  const entry = part.placements.find(({ id }) => id === placement);
  const kind = entry === undefined ? '' : kindNouns[entry.kind];
  const chosen = part.verdict.headline === 'either' ? `Best ${kind}` : 'Chosen';
  return {
    placement,
    title: wordPlacement(names, placement),
    role: { chosen, 'other-kind': `Best ${kind}`, 'next-form': `Next ${kind} form` }[is],
    out: entry?.survives === 'no',
  };
}
