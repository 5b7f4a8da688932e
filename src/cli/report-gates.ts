import type { Result } from '../advice/result.ts';
import type { Io } from '../io.ts';
import { explainTripped } from '../report/drift.ts';
import { showText } from '../text/safe.ts';

/**
 * Tells on standard error of every gate that tripped, a line each, with what it hangs on.
 * @returns whether one did
 */
export function reportGates(io: Io, result: Result): boolean {
  const tripped = result.results.flatMap((advice) =>
    advice.gates.filter((gate) => !gate.passed).map((gate) => ({ advice, gate })),
  );
  for (const { advice, gate } of tripped) {
    const text = explainTripped(gate, advice, result).join('; ');
    io.stderr.write(
      `advise: ${showText(advice.workload.name)}: ${gate.gate} ${gate.wanted} tripped, ${text}\n`,
    );
  }
  return tripped.length > 0;
}
