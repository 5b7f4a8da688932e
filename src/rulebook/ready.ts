import type { Kernel } from '../decide/kernel.ts';
import type { Model } from '../decide/model.ts';
import type { Rulebook } from './rulebook.ts';

/** A rulebook ready for use: what it says, and what it compiles to. */
export interface ReadyRulebook {
  readonly rulebook: Rulebook;
  readonly model: Model;
  /** The kernel of the model, where it came with it; what changes the model leaves it behind. */
  readonly kernel?: Kernel;
}
