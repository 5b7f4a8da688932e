/**
 * A part of a list that still satisfies a test, and of which nothing can be left out. Halves are
 * tried before quarters before single items, from the end, so that of several such parts the one
 * with earlier items is found.
 * @param items a list that satisfies it
 * @param holds the test; asked about some hundred times at most where the part is small
 */
export function findMinimalSet<T>(items: readonly T[], holds: (some: readonly T[]) => boolean): T[] {
  let kept = [...items];
  let size = Math.max(Math.ceil(kept.length / 2), 1);
  for (;;) {
    let shrunk = false;
    for (let end = kept.length; end > 0; end -= size) {
      const without = kept.filter((_, index) => index < end - size || index >= end);
      if (!holds(without)) continue;
      kept = without;
      shrunk = true;
    }
    if (size === 1 && !shrunk) return kept;
    size = shrunk && size === 1 ? 1 : Math.max(Math.floor(size / 2), 1);
  }
}
