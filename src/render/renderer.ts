import type { GateOptions } from '../advice/check-gates.ts';
import type { Result } from '../advice/result.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import type { FactStatement, Workload } from '../workload/workload.ts';
import type { Style } from '../text/style.ts';

/** What a result was worked out from. */
export interface ReportInput {
  readonly workloads: readonly Workload[];
  readonly profile: readonly FactStatement[];
  readonly set: readonly FactStatement[];
  /** The day waivers are judged by, YYYY-MM-DD. */
  readonly today: string;
  readonly gates: GateOptions;
  /** Whether no waiver counts. */
  readonly ignoreWaivers: boolean;
}

/** What makes a report a page: the program that runs in it, and how it looks. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** All that a page needs to judge anew what its reader changes. */
export interface ReportPage extends PageAssets {
  readonly ready: ReadyRulebook;
  readonly input: ReportInput;
}

/** What a renderer may use beside the result. */
export interface RenderContext {
  /** Columns that text may fill. */
  readonly width: number;
  readonly style: Style;
  /** Everything instead of the first few. */
  readonly all: boolean;
  /** Titles and names behind the ids of the result. */
  readonly rulebook: Rulebook;
  /** Only for HTML. */
  readonly page?: ReportPage;
}

/** Turns a result into the text of one format; never writes, never decides an exit code. */
export type Renderer = (result: Result, context: RenderContext) => string;
