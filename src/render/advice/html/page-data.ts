import type { Result } from '../../../advice/result.ts';
import type { ReadyRulebook } from '../../../rulebook/ready.ts';
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { ReportInput, ReportPage } from '../../renderer.ts';

/** What a live page is given beside its elements. */
export interface PageData {
  readonly ready: ReadyRulebook;
  readonly input: ReportInput;
  /** What the page cannot work out: what the command line changed, and how a record differs. */
  readonly recorded: readonly Pick<Result['results'][number], 'gates' | 'whatIf' | 'drift'>[];
  /** The profile the result was judged under, by name. */
  readonly profile: string | undefined;
}

/** Gathers what the page needs, without what only authors of rulebooks read. */
export function gatherPage(result: Result, { ready, input }: ReportPage): PageData {
  return {
    ready: { rulebook: trimRulebook(ready.rulebook), model: ready.model },
    input,
    recorded: result.results.map(({ gates, whatIf, drift }) => ({
      gates: gates.filter(({ gate }) => gate === 'against'),
      whatIf,
      drift,
    })),
    profile: result.profile,
  };
}

/** Deciding and reporting need no examples, no help with questions, no grades of sources, and not how the article was read. */
function trimRulebook(rulebook: Rulebook): Rulebook {
  const cited = new Set([...rulebook.rules, ...rulebook.actions].flatMap(({ cites }) => cites));
  const isCited = ({ id }: { readonly id: string }) => cited.has(id);
  return {
    ...rulebook,
    params: rulebook.params.map(({ id, value }) => ({ id, value, because: '', cites: [] })),
    conditions: rulebook.conditions.map(({ id, title }) => ({ id, title, when: { is: 'all', of: [] } })),
    moving: { vm: [], container: [] },
    facts: rulebook.facts.map((fact) =>
      leaveOut(fact, 'asked-if', 'asked', 'exception', 'help', 'about', 'demands'),
    ),
    concerns: rulebook.concerns.map(({ id, title }) => ({ id, title, about: '' })),
    rules: rulebook.rules.map((rule) => ({ ...rule, examples: { fires: {}, quiet: {} } })),
    placements: rulebook.placements.map((placement) => leaveOut({ ...placement, cites: [] }, 'needs')),
    actions: rulebook.actions.map((action) => leaveOut(action, 'when', 'contradicted-by')),
    sources: rulebook.sources.filter(isCited).map((source) => leaveOut({ ...source, supports: '' }, 'also')),
    claims: rulebook.claims
      .filter(isCited)
      .map(({ id, says }) => ({ id, says, section: 'INT', kinds: ['info'] })),
    corrections: rulebook.corrections
      .filter(isCited)
      .map(({ id, holds }) => ({ id, holds, about: [], topic: '', so: '', cites: [] })),
  };
}

/** A copy without some of its keys. */
function leaveOut<T extends object, K extends keyof T & string>(value: T, ...keys: readonly K[]): Omit<T, K> {
  const left: readonly string[] = keys;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !left.includes(key))) as Omit<T, K>;
}
