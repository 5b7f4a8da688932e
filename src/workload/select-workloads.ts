import { InputError } from '../errors.ts';
import { suggestName } from '../text/suggest.ts';
import type { Workload } from './workload.ts';

/** Which workloads somebody wants, by their names. */
export interface Selection {
  /** Whether any name of a pattern was met; asked when all were looked at. */
  readonly checkMet: () => void;
  /** A workload as far as it is wanted; undefined where it is not. */
  readonly pick: (workload: Workload) => Workload | undefined;
}

/** How many names are remembered for a hint. */
const mostNames = 10_000;

/**
 * Takes workloads by name: `shop`, `web-*`, a part as `db` or `shop/db`; `!` before a pattern takes its names
 * out. Without a pattern that takes something, all others stay.
 * @param patterns `*` is any text, `?` any character; in any case
 */
export function createSelection(patterns: readonly string[]): Selection {
  const read = patterns.map((text) => ({ text, ...toPattern(text) }));
  const wanted = read.filter(({ leaves }) => !leaves);
  const met = new Set<string>();
  const names = new Set<string>();
  const takes = (candidates: readonly string[]): boolean => {
    const hits = wanted.filter(({ name }) => candidates.some((each) => name.test(each)));
    for (const { text } of hits) met.add(text);
    return wanted.length === 0 || hits.length > 0;
  };
  const leaves = (candidates: readonly string[]): boolean =>
    read.some((pattern) => pattern.leaves && candidates.some((each) => pattern.name.test(each)));
  return {
    pick: (workload) => {
      const { name, components } = workload;
      for (const each of [name, ...components.map((part) => part.name)])
        if (names.size < mostNames) names.add(each);
      if (leaves([name])) return undefined;
      const whole = takes([name]);
      if (components.length === 0) return whole ? workload : undefined;
      const parts = components.filter((part) => {
        const candidates = [part.name, `${name}/${part.name}`];
        return (takes(candidates) || whole) && !leaves(candidates);
      });
      return parts.length === 0 ? undefined : { ...workload, components: parts };
    },
    checkMet: () => {
      const unmet = wanted.filter(({ text }) => !met.has(text));
      if (unmet.length === 0) return;
      throw new InputError(
        unmet.map(({ text }) => ({
          message: `--select ${text}: nothing is called so${suggestName(text, [...names])}`,
        })),
      );
    },
  };
}

function toPattern(pattern: string): { readonly leaves: boolean; readonly name: RegExp } {
  const leaves = pattern.startsWith('!');
  const escaped = (leaves ? pattern.slice(1) : pattern)
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  return { leaves, name: new RegExp(`^${escaped}$`, 'is') };
}
