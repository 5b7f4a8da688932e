import type { Page } from 'playwright-core';
import type { PartAdvice } from '../../src/advice/result.ts';
import { listReasons } from '../../src/report/reasons.ts';

/** What a report shows of one part, as a reader could copy it down. */
export interface ShownPart {
  readonly headline: string;
  /** Strength, contested, status. */
  readonly chips: readonly string[];
  readonly forms: readonly string[];
  /** How strongly what speaks for each option speaks, by column. */
  readonly options: readonly string[];
  readonly rules: readonly string[];
  readonly actions: readonly string[];
  readonly flips: readonly string[];
}

/** Reads a part off the page. */
export function readPart(page: Page, anchor: string): Promise<ShownPart> {
  return page.evaluate((id) => {
    const part = document.getElementById(id);
    const texts = (selector: string) =>
      [...(part?.querySelectorAll(selector) ?? [])].map((each) => each.textContent.trim());
    return {
      headline: texts('.headline .badge')[0] ?? '',
      chips: texts('.headline .chip'),
      forms: texts('.is-chosen th code').sort(),
      options: [...(part?.querySelectorAll('.decision thead th:not(:first-child)') ?? [])].map((_, column) =>
        texts(`.decision tbody td:nth-child(${column + 2}) .tier`)
          .sort()
          .join(' '),
      ),
      rules: [...(part?.querySelectorAll('details.reason[id], li.weaker[id]') ?? [])]
        .map((each) => each.id.replace(`${id}-rule-`, ''))
        .sort(),
      actions: [...document.querySelectorAll(`details.action[data-parts~="${id}"] > p > code:first-of-type`)]
        .map((each) => each.textContent)
        .sort(),
      flips: texts('.flips tbody th'),
    };
  }, anchor);
}

/** What a report has to show of this advice. */
export function expectPart(part: PartAdvice): ShownPart {
  const { headline, strength, contested, status, forms, tell } = part.verdict;
  const silent = tell.length > 0;
  const groups = listReasons({ part, all: true }).flatMap(({ reasons }) => reasons);
  const list = <T>(all: readonly T[]): readonly T[] => (silent ? [] : all);
  return {
    headline,
    chips: [strength, contested ? 'contested' : null, status].filter((word) => word !== null),
    forms: [...forms].sort(),
    options: list(part.options).map(({ votes, suits }) =>
      [
        ...votes.flatMap(({ rules, strength: each }) => rules.map(() => each)),
        ...suits.map((each) => each.strength),
      ]
        .toSorted()
        .join(' '),
    ),
    rules: [...new Set(list([...groups, ...part.reasons.form]).map(({ rule }) => rule))].sort(),
    actions: list(part.actions.map(({ id }) => id)).toSorted(),
    flips: list([...part.flips, ...part.impossible].map((flip) => flip.headline)),
  };
}
