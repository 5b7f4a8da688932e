import type { RuleProof } from '../prove/prove-rules.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { wrapText } from './lay-out.ts';
import type { Style } from './style.ts';

/** How the outcome of `rules test` is printed. */
export interface ProofContext {
  readonly width: number;
  readonly style: Style;
  /** How many workloads were tried. */
  readonly specimens: number;
  /** Every rule with its witnesses, not only what failed. */
  readonly verbose: boolean;
}

/** What failed, by rule and line, and a closing count. */
export function renderProofs(
  rulebook: Rulebook,
  proofs: readonly RuleProof[],
  context: ProofContext,
): string {
  const lines = proofs.flatMap((proof) => renderProof(rulebook, proof, context));
  const failed = proofs.filter(
    (proof) => proof.examples.length > 0 || proof.changes.some(({ witness }) => witness === null),
  );
  const changes = proofs.reduce((sum, proof) => sum + proof.changes.length, 0);
  const rules = proofs.length === 1 ? '1 rule' : `${proofs.length} rules`;
  const tried = `${rules}, ${proofs.length * 2} examples and ${changes} changes tried on ${context.specimens} workloads`;
  return `${[...lines, `${tried}: ${proofs.length - failed.length} passed, ${failed.length} failed`].join('\n')}\n`;
}

function renderProof(rulebook: Rulebook, proof: RuleProof, context: ProofContext): string[] {
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
