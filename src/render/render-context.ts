import type { Result } from '../advice/advice.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Style } from './style.ts';

/** What a renderer may use beside the result. */
export interface RenderContext {
  /** Columns that text may fill. */
  readonly width: number;
  readonly style: Style;
  /** Everything instead of the first few. */
  readonly all: boolean;
  /** Titles and names behind the ids of the result. */
  readonly rulebook: Rulebook;
}

/** Turns a result into the text of one format; never writes, never decides an exit code. */
export type Renderer = (result: Result, context: RenderContext) => string;
