import type { GateOptions } from '../advice/check-gates.ts';
import type { WhyFact, WhyPlacement, WhyRule } from '../advice/describe-why.ts';
import type { Result } from '../advice/result.ts';
import type { ImportReport } from '../import/import-report.ts';
import type { MovedDecisions } from '../fleet/compare-decisions.ts';
import type { InferenceRule } from '../import/inference-rule.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import type { RulebookChange } from '../prove/diff/compare-rulebooks.ts';
import type { WorkloadComparison } from '../prove/diff/compare-workloads.ts';
import type { Reported } from '../prove/lint/report.ts';
import type { TestReport } from '../prove/test/test-report.ts';
import type { FactMatch } from '../rulebook/list-matches.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import type { Fact, Rule, Rulebook } from '../rulebook/rulebook.ts';
import type { UpgradedFile } from '../rulebook/upgrade/upgrade-file.ts';
import type { Style } from '../text/style.ts';
import type { FactStatement, Workload } from '../workload/workload.ts';

/** Turns what there is to say into the text of one format; never writes, never decides an exit code. */
export type Renderer<Content> = (content: Content, context: RenderContext) => string;

/** What can be said, by subject. */
export interface Subjects {
  /** Where workloads belong: `advise assess`. */
  readonly advice: Result;
  /** Why a rule fired or a placement stays, or a fact is known: `advise why`. */
  readonly why: readonly WhyAnswer[];
  /** What is still worth saying: `advise facts --unanswered`. */
  readonly unanswered: readonly UnansweredList[];
  /** The vocabulary: `advise facts`. */
  readonly facts: FactList;
  /** Where words stand in the vocabulary: `advise facts --search`. */
  readonly matches: readonly FactMatch[];
  /** All rules: `advise rules list`. */
  readonly rules: Rulebook;
  /** One rule: `advise rules show`. */
  readonly rule: Rule;
  /** How the tests of a rulebook went: `advise rules test`. */
  readonly tests: TestOutcome;
  /** What is wrong with a rulebook: `advise rules lint`, the gravest first. */
  readonly lint: readonly Reported[];
  /** What differs between two rulebooks: `advise rules diff`. */
  readonly diff: RulesDiff;
  /** What was rewritten in the files of rulebooks: `advise rules upgrade`. */
  readonly upgrade: readonly UpgradedFile[];
  /** What was found in files of other programs: `advise import`. */
  readonly import: readonly ImportReport[];
  /** The rules of inference by kind of file: `advise import --rules`. */
  readonly inferences: readonly InferenceTable[];
  /** What a fleet comes to: `advise fleet assess`. */
  readonly portfolio: Portfolio;
  /** What two tables of decisions do not say alike: `advise fleet diff`. */
  readonly moves: MovedDecisions;
  /** A rulebook as a document: `advise rules docs`. */
  readonly docs: Rulebook;
}

/** The rules by which files of one kind are read. */
export interface InferenceTable {
  /** The kind, as users know it. */
  readonly title: string;
  readonly rules: readonly Omit<InferenceRule<never>, 'finds'>[];
}

/** Why something happened in one workload, or one part of it. */
export interface WhyAnswer {
  readonly workload: string;
  readonly file: string;
  /** As it holds for the workload: with its rulings. */
  readonly rulebook: Rulebook;
  readonly why: WhyRule | WhyPlacement | WhyFact;
}

/** What is still worth saying of one workload, or one part of it; facts by their ids. */
export interface UnansweredList {
  readonly workload: string;
  /** Questions that settle several facts, by the ids of clarifications; none where left out. */
  readonly clarifications?: readonly string[];
  readonly questions: readonly string[];
  readonly presumptions: readonly string[];
  readonly refinements: readonly string[];
  /** False where the budget of a proof ended before it was known of each question whether it matters. */
  readonly proven: boolean;
}

/** Some of the vocabulary, or all of it. */
export interface FactList {
  readonly facts: readonly Fact[];
  /** One fact with all there is to say about it. */
  readonly detailed: boolean;
  /** Who reads each fact; undefined where nobody asked. */
  readonly listeners?: ReadonlyMap<string, readonly string[]> | undefined;
}

/** How the tests of a rulebook went, and what shows it. */
export interface TestOutcome {
  readonly report: TestReport;
  /** For each failing case the workload file that shows it. */
  readonly reproductions: ReadonlyMap<unknown, string>;
  /** Whether to list what no workload shows. */
  readonly coverage: boolean;
}

/** Two rulebooks, what differs, and what workloads come out as. */
export interface RulesDiff {
  readonly before: Rulebook;
  readonly after: Rulebook;
  readonly changes: readonly RulebookChange[];
  readonly workloads: readonly WorkloadComparison[];
}

/** What a renderer may use beside what it renders. */
export interface RenderContext {
  /** Columns that text may fill. */
  readonly width: number;
  readonly style: Style;
  /** Everything instead of the first few, by --all. */
  readonly all: boolean;
  /** What passed too, by --verbose. */
  readonly verbose: boolean;
  /** Titles and names behind ids. */
  readonly rulebook: Rulebook;
  /** Version of the program. */
  readonly version: string;
  /** Only for HTML. */
  readonly page?: ReportPage;
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
  /** Whether no ruling counts. */
  readonly ignoreRulings: boolean;
}
