import type { Gate, Result } from '../advice/advice.ts';
import type { Io } from '../io.ts';
import { explainDrift, explainRulebookChange } from '../render/word-drift.ts';
import { showText } from '../read/show-text.ts';

/**
 * Tells on standard error of every gate that tripped, a line each, with what it hangs on.
 * @returns whether one did
 */
export function reportGates(io: Io, result: Result): boolean {
  const tripped = result.results.flatMap((advice) =>
    advice.gates.filter((gate) => !gate.passed).map((gate) => ({ advice, gate })),
  );
  for (const { advice, gate } of tripped) {
    const causes = gate.gate === 'against' && advice.drift !== undefined ? explainDrift(advice.drift) : [];
    const change = gate.gate === 'against' ? explainRulebookChange(result) : undefined;
    const text = [wordTripped(gate), ...causes, ...(change === undefined ? [] : [change])].join('; ');
    io.stderr.write(`advise: ${showText(advice.workload.name)}: ${text}\n`);
  }
  return tripped.length > 0;
}

function wordTripped(gate: Gate): string {
  const facts = gate.hangsOn.map((fact) => fact.fact).join(', ');
  return `${gate.gate} ${gate.wanted} tripped, it is ${gate.got}; it hangs on ${facts === '' ? 'nothing stated' : facts}`;
}
