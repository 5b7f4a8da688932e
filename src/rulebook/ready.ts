import type { Model } from '../decide/model.ts';
import type { Rulebook } from './rulebook.ts';

/** A rulebook ready for use: what it says, and what it compiles to. */
export interface ReadyRulebook {
  readonly rulebook: Rulebook;
  readonly model: Model;
}
