import { labels } from './vocabulary.ts';
import type { Mark } from '../rulebook/rulebook.ts';

/** What is read of a mark; a result holds copies that say the same. */
type MarkLike = Pick<Mark, 'rulebook' | 'did' | 'what' | 'because'>;

/**
 * Who added or changed an entry, in a few words: "by acme", "changed by acme". Empty for what the
 * first rulebook says.
 * @param marks the marks of the entry
 */
export function wordMarks(marks: readonly MarkLike[] = []): string {
  const words = marks.map(({ rulebook, did }) =>
    did === 'added' ? `by ${rulebook}` : `changed by ${rulebook}`,
  );
  return [...new Set(words)].join(', ');
}

/** A change in full: what was changed, by whom and why. */
export function wordChange({ rulebook, what = [], because = '' }: MarkLike): string {
  return `${what.join(', ')}, by ${rulebook}: ${because}`;
}

/** Every change in full. */
export function listChanges(marks: readonly MarkLike[] = []): string[] {
  return marks.filter(({ did }) => did === 'changed').map(wordChange);
}

/** What rulebooks did to an entry, a sentence each: who added it, then every change. */
export function listMarks(marks: readonly MarkLike[] = []): string[] {
  const added = marks.filter(({ did }) => did === 'added');
  return [
    ...added.map(({ rulebook }) => `Added by ${rulebook}.`),
    ...listChanges(marks).map((change) => `${labels.changed}: ${change}`),
  ];
}

/**
 * A remark of several parts; those that are empty are left out.
 * @param parts an id, marks, lines
 */
export function joinRemark(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
