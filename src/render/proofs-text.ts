import type { RuleProof } from '../prove/prove-rules.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { wrapText } from './lay-out.ts';
import type { Style } from './style.ts';

/** How the proof of a rule is printed. */
interface ProofContext {
  readonly width: number;
  readonly style: Style;
  /** Every rule with its witnesses, not only what failed. */
  readonly verbose: boolean;
}

/** What failed of one rule, with its line; with more words every change and the workload that shows it. */
export function renderProof(rulebook: Rulebook, proof: RuleProof, context: ProofContext): string[] {
  const at = rulebook.rules.find((rule) => rule.id === proof.rule)?.at;
  const place = at === undefined ? proof.rule : `${at.file}:${at.line}:${at.column}`;
  const failures = [
    ...proof.examples.map(
      ({ example, message }) =>
        `${place}  ${proof.rule}: ${example === 'both' ? '' : `example ${example} `}${message}`,
    ),
    ...proof.changes
      .filter(({ witness }) => witness === null)
      .map(({ change }) => `${place}  ${proof.rule}: ${change}, and no workload would notice`),
  ];
  const failed = failures.flatMap((text) => wrapText(context.style.warn(text), context.width));
  if (!context.verbose) return failed;
  const witnesses = proof.changes.flatMap(({ change, witness }) =>
    witness === null
      ? []
      : wrapText(`${change}: seen in ${witness.name} (${witness.file})`, context.width, 4),
  );
  return [context.style.bold(proof.rule), ...failed, ...witnesses];
}
