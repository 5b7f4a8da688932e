import type { Page } from 'playwright-core';
import type { PartAdvice } from '../../src/advice/result.ts';
import { listReasons } from '../../src/report/reasons.ts';

/** What a report shows of one part, as a reader could copy it down. */
export interface ShownPart {
  readonly headline: string;
  /** Strength, contested, status. */
  readonly chips: readonly string[];
  readonly forms: readonly string[];
  readonly votes: readonly string[];
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
      headline: texts('.advice .headline .badge')[0] ?? '',
      chips: texts('.advice .headline .chip'),
      forms: texts('.advice .is-chosen th code').sort(),
      votes: [...(part?.querySelectorAll('.votes tbody tr') ?? [])].map((row) =>
        [...row.querySelectorAll('td')].map((cell) => cell.textContent).join(' '),
      ),
      rules: [...(part?.querySelectorAll('details.reason[id]') ?? [])]
        .map((each) => each.id.replace(`${id}-rule-`, ''))
        .sort(),
      actions: texts('details.action > p > code:first-of-type').sort(),
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
    votes: list(part.votes.map((vote) => `${vote.vm ?? '–'} ${vote.container ?? '–'}`)),
    rules: [...new Set(list([...groups, ...part.reasons.form]).map(({ rule }) => rule))].sort(),
    actions: list(part.actions.map(({ id }) => id)).toSorted(),
    flips: list([...part.flips, ...part.impossible].map((flip) => flip.headline)),
  };
}
