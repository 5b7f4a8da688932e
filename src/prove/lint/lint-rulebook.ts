import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { checkCauses } from './check-causes.ts';
import { checkQuestions } from './check-questions.ts';
import { checkSources } from './check-sources.ts';
import { checkDeadRules } from './check-dead-rules.ts';
import { checkHalves } from './check-halves.ts';
import { checkIdleFacts, checkIdleRules } from './check-idle.ts';
import { checkLeaningsOnSilence } from './check-leanings-on-silence.ts';
import { checkReasons } from './check-reasons.ts';
import { checkPlacements } from './check-placements.ts';
import { checkRepeats } from './check-repeats.ts';
import { checkUnreachable } from './check-unreachable.ts';
import { checkUnused } from './check-unused.ts';
import type { Finding } from './finding.ts';
import { checkIsolationLaw } from './check-isolation-law.ts';
import { checkVmLaw } from './check-vm-law.ts';
import { type Allowance, openRunBudget } from '../../reason/engine/run-budget.ts';
import { compileWorkloads } from './workload-table.ts';

/**
 * Proves a rulebook over all possible workloads: what it says in vain, twice, or against itself.
 * @param run sets of workloads that all proofs may look at together, beyond what each has for itself
 * @returns the findings, check by check
 */
export function lintRulebook(ready: ReadyRulebook, run: Allowance = openRunBudget()): Finding[] {
  const workloads = compileWorkloads(ready.model);
  const rules = [...checkDeadRules(ready, run), ...checkRepeats(ready, run)];
  const explained = new Set(rules.flatMap(listExplained));
  return [
    ...rules,
    ...checkIdleRules(ready, explained, workloads, run),
    ...checkCauses(ready, run),
    ...checkReasons(ready, workloads, run),
    ...checkHalves(ready, run),
    ...checkLeaningsOnSilence(ready, run),
    ...checkIdleFacts(ready, workloads, run),
    ...checkQuestions(ready, run),
    ...checkUnreachable(ready, workloads, run),
    ...checkPlacements(ready),
    ...checkUnused(ready, run),
    ...checkIsolationLaw(ready, workloads, run),
    ...checkVmLaw(ready),
    ...checkSources(ready),
  ];
}

/** The rules of which a finding says by itself why they change nothing. */
function listExplained({ kind, subject, other }: Finding): string[] {
  if (kind === 'rules-alike' && other !== undefined) return [subject.id, other.id];
  return kind === 'rule-never-fires' || kind === 'rule-covered' ? [subject.id] : [];
}
