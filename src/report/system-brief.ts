import type { ActionItem, Advice, FlipEntry } from '../advice/result.ts';
import { viewBrief } from './brief.ts';
import { wordHolders } from './front.ts';
import type { NameIndex, ReportPart } from './names.ts';
import { listReportParts, type OverviewRow, viewParts } from './part.ts';

// What a reader in a hurry needs of a system of several parts: a line a part, and what they share.

/** How many actions and changes of all parts are told in short. */
const most = { actions: 3, changes: 2 } as const;

/** The advice on a system in short. */
export interface SystemBrief {
  readonly parts: readonly OverviewRow[];
  readonly actions: readonly Shared<ActionItem>[];
  /** What is kept back of the actions; empty for nothing. */
  readonly moreActions: string;
  readonly changes: readonly Shared<FlipEntry>[];
}

/** Something that holds for some parts of a system. */
export interface Shared<T> {
  readonly of: T;
  /** One of the parts, as a report tells of it. */
  readonly about: ReportPart;
  /** All of them, in words: "web and database". */
  readonly holders: string;
}

/** Chooses and words what is told in short of a system: conditions of a verdict first. */
export function viewSystemBrief(advice: Advice, names: NameIndex): SystemBrief {
  const parts = listReportParts(advice, names, false);
  const briefs = parts.map((about) => ({ about, ...viewBrief(about) }));
  const actions = share(
    briefs.flatMap(({ about, actions: own }) => own.map((of) => ({ of, about }))),
    ({ id }) => id,
    parts.map(({ name }) => name),
  ).toSorted((a, b) => rankLevel(a.of) - rankLevel(b.of));
  const changes = share(
    briefs.flatMap(({ about, changes: [first] }) => (first === undefined ? [] : [{ of: first, about }])),
    ({ headline, changes: own }) => JSON.stringify([headline, own]),
    parts.map(({ name }) => name),
  );
  const all = new Set(advice.components.flatMap((part) => part.actions.map(({ id }) => id))).size;
  const told = actions.slice(0, most.actions);
  return {
    parts: viewParts(advice, names),
    actions: told,
    moreActions: told.length < all ? `${told.length} of ${all}` : '',
    changes: changes.slice(0, most.changes),
  };
}

function rankLevel({ level }: ActionItem): number {
  return level === 'must' ? 0 : 1;
}

/** Each once, with all the parts that it holds for. */
function share<T>(
  list: readonly { readonly of: T; readonly about: ReportPart }[],
  key: (of: T) => string,
  all: readonly string[],
): Shared<T>[] {
  const groups = new Map<string, { of: T; about: ReportPart; names: string[] }>();
  for (const { of, about } of list) {
    const group = groups.get(key(of)) ?? { of, about, names: [] };
    group.names.push(about.name);
    groups.set(key(of), group);
  }
  return [...groups.values()].map(({ of, about, names }) => ({
    of,
    about,
    holders: wordHolders(names, all),
  }));
}
