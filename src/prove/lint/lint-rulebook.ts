import type { ReadyRulebook } from '../../advice/case.ts';
import { checkQuestions } from './check-questions.ts';
import { checkSources } from './check-sources.ts';
import { findDeadRules } from './find-dead-rules.ts';
import { findHalves } from './find-halves.ts';
import { findIdleFacts } from './find-idle-facts.ts';
import { findIdleRules } from './find-idle-rules.ts';
import { findLeaningsOnSilence } from './find-leanings-on-silence.ts';
import { findRepeats } from './find-repeats.ts';
import { findUnreachable } from './find-unreachable.ts';
import { findUnused } from './find-unused.ts';
import type { Finding, FindingKind } from './finding.ts';
import { proveIsolationLaw } from './prove-isolation-law.ts';
import { proveVmLaw } from './prove-vm-law.ts';

/** Findings that say by themselves why a rule changes nothing. */
const explaining: readonly FindingKind[] = ['rule-never-fires', 'rules-alike', 'rule-covered'];

/**
 * Proves a rulebook over all possible workloads: what it says in vain, twice, or against itself.
 * @returns the findings, check by check
 */
export function lintRulebook(ready: ReadyRulebook): Finding[] {
  const rules = [...findDeadRules(ready), ...findRepeats(ready)];
  const explained = rules
    .filter(({ kind }) => explaining.includes(kind))
    .flatMap(({ subject, other }) => [subject.id, ...(other === undefined ? [] : [other.id])]);
  const covering = rules.flatMap(({ kind, other }) => (kind === 'rule-covered' ? [other?.id ?? ''] : []));
  const idle = new Set(explained.filter((id) => !covering.includes(id)));
  return [
    ...rules,
    ...findIdleRules(ready, idle),
    ...findHalves(ready),
    ...findLeaningsOnSilence(ready),
    ...findIdleFacts(ready),
    ...checkQuestions(ready),
    ...findUnreachable(ready),
    ...findUnused(ready),
    ...proveIsolationLaw(ready),
    ...proveVmLaw(ready),
    ...checkSources(ready),
  ];
}
