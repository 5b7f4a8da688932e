import { listFacts } from './facts.ts';
import { wordHolders } from './front.ts';
import { type NameIndex, type ReportPart, wordFact, wordFactName } from './names.ts';

/** Facts of one topic that nobody said, of the same things. */
export interface UnsaidRow {
  /** What the facts are about: the title of their group. */
  readonly topic: string;
  readonly stands: Standing;
  /** The facts, with what is presumed of them. */
  readonly facts: readonly string[];
  /** Of which things to place; empty where there is only one. */
  readonly of: string;
}

/** How a fact that nobody said stands, as the cell of a table. */
export type Standing = 'presumed, and the verdict leans on it' | 'presumed' | 'not known';

const order: readonly Standing[] = ['presumed, and the verdict leans on it', 'presumed', 'not known'];

/** What a table of them is called, and what stands above its columns. */
export const unsaidTitle = 'What nobody said';
/** The last column is left out where there is only one thing to place. */
export const unsaidColumns = ['About', 'How it stands', 'Facts', 'Of'] as const;

interface Unsaid {
  readonly group: string;
  readonly text: string;
  stands: Standing;
  readonly of: string[];
}

/** What nobody said of some things to place: by topic, each fact once for all that it is the same of. */
export function listUnsaid(parts: readonly ReportPart[], names: NameIndex): UnsaidRow[] {
  const all = parts.map(({ name }) => name);
  const rows = new Map<string, { group: string; row: UnsaidRow; facts: string[] }>();
  for (const { group, text, stands, of } of gatherUnsaid(parts, names)) {
    const key = JSON.stringify([group, stands, of]);
    const facts: string[] = rows.get(key)?.facts ?? [];
    facts.push(text);
    const topic = names.groups(group)?.title ?? group;
    rows.set(key, {
      group,
      facts,
      row: { topic, stands, facts, of: all.length === 1 ? '' : wordHolders(of, all) },
    });
  }
  const groups = [...new Set([...rows.values()].map(({ group }) => group))];
  const rank = ({ group, row }: { readonly group: string; readonly row: UnsaidRow }) =>
    groups.indexOf(group) * order.length + order.indexOf(row.stands);
  return [...rows.values()].toSorted((a, b) => rank(a) - rank(b)).map(({ row }) => row);
}

/** Every fact that nobody said, with those of whom it is the same; where one of them leans on it, it is said of all. */
function gatherUnsaid(parts: readonly ReportPart[], names: NameIndex): Unsaid[] {
  const found = new Map<string, Unsaid>();
  for (const { name, part } of parts)
    for (const known of listFacts(part)) {
      if (known.is === 'stated') continue;
      const text = known.is === 'presumed' ? wordFact(names, known) : wordFactName(names, known.fact);
      const stands = known.is === 'presumed' ? (known.leaning ? order[0] : 'presumed') : 'not known';
      const key = JSON.stringify([known.fact, known.is, text]);
      const group = known.fact.split('.')[0] ?? known.fact;
      const entry = found.get(key) ?? { group, text, stands: stands ?? 'presumed', of: [] };
      if (known.leaning && known.is === 'presumed') entry.stands = 'presumed, and the verdict leans on it';
      entry.of.push(name);
      found.set(key, entry);
    }
  return [...found.values()];
}
