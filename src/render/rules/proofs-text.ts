import { formatPosition } from '../../errors.ts';
import type { RuleProof } from '../../prove/prove-rules.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { wrapText } from '../lay-out.ts';
import type { Style } from '../style.ts';

/** How the proof of a rule is printed. */
interface ProofContext {
  readonly width: number;
  readonly style: Style;
  /** Every rule with its witnesses, not only what failed. */
  readonly verbose: boolean;
}

/** What failed of one rule, with its line; with more words every change and the workload that shows it. */
export function renderProof(rulebook: Rulebook, proof: RuleProof, context: ProofContext): string[] {
  const rule = rulebook.rules.find(({ id }) => id === proof.rule);
  // A rule that a rulebook changed has to be proven where it was changed.
  const change = rule?.marks?.findLast(({ did }) => did === 'changed');
  const at = change?.at ?? rule?.at;
  const place = at === undefined ? proof.rule : formatPosition(at);
  const by = change === undefined ? '' : ` (${change.what?.join(', ') ?? ''} changed by ${change.rulebook})`;
  const failures = [
    ...proof.examples.map(
      ({ example, message }) =>
        `${place}  ${proof.rule}${by}: ${example === 'both' ? '' : `example ${example} `}${message}`,
    ),
    ...proof.changes
      .filter(({ witness }) => witness === null)
      .map(
        ({ change: mutation }) => `${place}  ${proof.rule}${by}: ${mutation}, and no workload would notice`,
      ),
  ];
  const failed = failures.flatMap((text) => wrapText(context.style.warn(text), context.width));
  if (!context.verbose) return failed;
  const witnesses = proof.changes.flatMap(({ change: mutation, witness }) =>
    witness === null
      ? []
      : wrapText(`${mutation}: seen in ${witness.name} (${witness.file})`, context.width, 4),
  );
  if (failed.length + witnesses.length === 0) return [];
  return [context.style.bold(proof.rule), ...failed, ...witnesses];
}
