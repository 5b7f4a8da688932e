import type { ReadyRulebook } from '../../advice/placing.ts';
import { checkQuestions } from './check-questions.ts';
import { checkSources } from './check-sources.ts';
import { findDeadRules } from './find-dead-rules.ts';
import { findHalves } from './find-halves.ts';
import { findIdleFacts, findIdleRules } from './find-idle.ts';
import { findLeaningsOnSilence } from './find-leanings-on-silence.ts';
import { findRepeats } from './find-repeats.ts';
import { findUnreachable } from './find-unreachable.ts';
import { findUnused } from './find-unused.ts';
import type { Finding } from './finding.ts';
import { proveIsolationLaw } from './prove-isolation-law.ts';
import { proveVmLaw } from './prove-vm-law.ts';

/**
 * Proves a rulebook over all possible workloads: what it says in vain, twice, or against itself.
 * @returns the findings, check by check
 */
export function lintRulebook(ready: ReadyRulebook): Finding[] {
  const rules = [...findDeadRules(ready), ...findRepeats(ready)];
  const explained = new Set(rules.flatMap(listExplained));
  return [
    ...rules,
    ...findIdleRules(ready, explained),
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

/** The rules of which a finding says by itself why they change nothing. */
function listExplained({ kind, subject, other }: Finding): string[] {
  if (kind === 'rules-alike') return [subject.id, other?.id ?? ''];
  return kind === 'rule-never-fires' || kind === 'rule-covered' ? [subject.id] : [];
}
