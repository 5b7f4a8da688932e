import type { Advice, Gate, Result } from '../advice/result.ts';
import { listDifferences, wordRulebookChange } from './drift.ts';

/** What a workload was held to, and whether it passed. */
export interface GateView {
  readonly passed: boolean;
  /** What was asked, and where: "expect vm (in the file)". */
  readonly asked: string;
  /** What was found instead. */
  readonly got: string;
  /** What made the difference to a recorded decision, a phrase each. */
  readonly differences: readonly string[];
  /** The facts that the failure hangs on; empty for none. */
  readonly hangsOn: string;
}

/** Words the gates of a workload. */
export function viewGates(advice: Pick<Advice, 'gates' | 'drift'>): GateView[] {
  return advice.gates.map((gate) => viewGate(gate, advice));
}

function viewGate(gate: Gate, { drift }: Pick<Advice, 'drift'>): GateView {
  const facts = gate.hangsOn.map(({ fact }) => fact).join(', ');
  return {
    passed: gate.passed,
    asked: wordGate(gate),
    got: `it is ${gate.got}`,
    differences: gate.gate === 'against' && drift !== undefined ? listDifferences(drift) : [],
    hangsOn: facts === '' ? '' : `it hangs on ${facts}`,
  };
}

/** What a gate asks, and where it was asked. */
export function wordGate({ gate, wanted, from }: Gate): string {
  return `${gate} ${wanted}${from === 'file' ? ' (in the file)' : ''}`;
}

/**
 * What a gate found instead, and what that hangs on: phrases for one line.
 * @param gate one that tripped
 */
export function wordTripped(gate: Gate, advice: Advice, result: Result): string {
  const { got, differences, hangsOn } = viewGate(gate, advice);
  const recorded = gate.gate === 'against' && advice.drift !== undefined;
  const change = recorded ? wordRulebookChange(result) : undefined;
  const hinge = hangsOn === '' && !recorded ? 'it hangs on nothing stated' : hangsOn;
  return [got, ...differences, hinge, change ?? ''].filter((phrase) => phrase !== '').join('; ');
}
