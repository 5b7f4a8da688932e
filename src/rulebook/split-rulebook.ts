import { compileKernel } from '../decide/kernel.ts';
import type { Model } from '../decide/model.ts';
import { packKernel, type PackedKernel, unpackKernel } from '../decide/pack-kernel.ts';
import type { ReadyRulebook } from './ready.ts';
import type { Rulebook } from './rulebook.ts';

/** The parts of a rulebook that only few commands read: they are kept in a file of their own. */
export type RulebookDetails = Pick<Rulebook, 'sources' | 'article' | 'claims' | 'corrections'>;

/** What deciding and every report need, compiled. */
export interface BuiltRulebook extends Pick<Rulebook, 'rules' | 'actions'> {
  readonly core: Omit<Rulebook, keyof RulebookDetails | 'rules' | 'actions'>;
  readonly model: Model;
  readonly kernel: PackedKernel;
}

/** Parts a rulebook into what every run needs and the rest. */
export function splitRulebook({ rulebook, model }: ReadyRulebook): {
  built: BuiltRulebook;
  details: RulebookDetails;
} {
  const { sources, article, claims, corrections, rules, actions, ...core } = rulebook;
  const kernel = packKernel(compileKernel(model, new Set()));
  return {
    built: { core, model, kernel, rules, actions },
    details: { sources, article, claims, corrections },
  };
}

/**
 * The whole rulebook again; the details are read when one of them is first looked at.
 * @param readDetails reads them
 */
export function joinRulebook(
  { core, model, kernel, rules, actions }: BuiltRulebook,
  readDetails: () => RulebookDetails,
): ReadyRulebook {
  let details: RulebookDetails | undefined;
  const read = (): RulebookDetails => (details ??= readDetails());
  const rulebook = {
    ...core,
    rules,
    actions,
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
  return { rulebook, model, kernel: unpackKernel(kernel, model) };
}
