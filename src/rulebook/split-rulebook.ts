import type { Rulebook } from './rulebook.ts';

/** The parts of a rulebook that only few commands read: they are kept in a file of their own. */
export type RulebookDetails = Pick<Rulebook, 'sources' | 'article' | 'claims' | 'corrections'>;
/** What deciding and every report need. */
export type RulebookCore = Omit<Rulebook, keyof RulebookDetails>;

/** Parts a rulebook into what every run needs and the rest. */
export function splitRulebook(rulebook: Rulebook): { core: RulebookCore; details: RulebookDetails } {
  const { sources, article, claims, corrections, ...core } = rulebook;
  return { core, details: { sources, article, claims, corrections } };
}

/**
 * The whole rulebook again; the details are read when one of them is first looked at.
 * @param readDetails reads them
 */
export function joinRulebook(core: RulebookCore, readDetails: () => RulebookDetails): Rulebook {
  let details: RulebookDetails | undefined;
  const read = (): RulebookDetails => (details ??= readDetails());
  return {
    ...core,
    get sources() {
      return read().sources;
    },
    get article() {
      return read().article;
    },
    get claims() {
      return read().claims;
    },
    get corrections() {
      return read().corrections;
    },
  };
}
