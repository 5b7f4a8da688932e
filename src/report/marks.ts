import { wrapText } from '../text/lines.ts';
import type { Mark } from '../rulebook/rulebook.ts';

/**
 * Who added or changed an entry, in a few words: "by acme", "changed by acme". Empty for what the
 * first rulebook says.
 * @param marks the marks of the entry
 */
export function showMarks(marks: readonly Pick<Mark, 'rulebook' | 'did'>[] | undefined): string {
  const words = (marks ?? []).map(({ rulebook, did }) =>
    did === 'added' ? `by ${rulebook}` : `changed by ${rulebook}`,
  );
  return [...new Set(words)].join(', ');
}

/**
 * A remark of several parts; those that are empty are left out.
 * @param parts an id, marks, lines
 */
export function joinRemark(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

/** Every change in full: what was changed, by whom and why. */
export function describeChanges(
  marks: readonly Pick<Mark, 'rulebook' | 'did' | 'what' | 'because'>[] | undefined,
): string[] {
  return (marks ?? [])
    .filter(({ did }) => did === 'changed')
    .map(({ rulebook, what = [], because = '' }) => `${what.join(', ')}, by ${rulebook}: ${because}`);
}

/** What rulebooks did to an entry, as lines of their own. */
export function renderMarks(
  marks: readonly Pick<Mark, 'rulebook' | 'did' | 'what' | 'because'>[] | undefined,
  width: number,
  indent: number,
): string[] {
  const added = (marks ?? []).filter(({ did }) => did === 'added');
  const lines = [
    ...added.map(({ rulebook }) => `Added by ${rulebook}.`),
    ...describeChanges(marks).map((change) => `Changed: ${change}`),
  ];
  return lines.flatMap((line) => wrapText(line, width, indent));
}
