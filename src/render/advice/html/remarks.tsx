import type { Advice, Gate } from '../../../advice/result.ts';
import { showName } from '../../../report/names.ts';
import { explainDrift } from '../../../report/drift.ts';
import { wordIdleRuling, wordIdleWaiver, wordWaiver } from '../../../report/remarks.ts';
import type { PartView } from './part-view.ts';

/** Rules that were, or no longer are, set aside for this workload: they come first, as they change what follows. */
export function Waivers({ view }: { readonly view: PartView }) {
  if (view.part.waivers.length === 0) return null;
  return (
    <ul class="waivers">
      {view.part.waivers.map((waiver) => (
        <li key={waiver.rule} class="warning">
          <strong>{wordWaiver(waiver)}</strong>: <code>{waiver.rule}</code> {showName(waiver.because)}
          {waiver.by !== undefined && `, by ${showName(waiver.by)}`}
          {!waiver.matters && ` (${wordIdleWaiver(waiver, view.waivers)})`}
        </li>
      ))}
    </ul>
  );
}

/** Rulings that have run out, or were set aside. */
export function IdleRulings({ view }: { readonly view: PartView }) {
  return view.part.rulings.flatMap((ruling) => {
    const idle = wordIdleRuling(ruling);
    return idle === undefined ? [] : [<p class="warning">{idle}.</p>];
  });
}

/** What the workload was held to, and whether it passed. */
export function Gates({ advice }: { readonly advice: Advice }) {
  if (advice.gates.length === 0) return null;
  return (
    <section class="gates">
      <h3>Gates</h3>
      <ul>
        {advice.gates.map((gate, index) => (
          <li key={index} class={gate.passed ? '' : 'warning'}>
            {gate.passed ? 'passed' : 'tripped'}: {gate.gate} {showName(gate.wanted)}
            {gate.from === 'file' && ' (in the file)'}
            {!gate.passed && describeFailure(gate, advice)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function describeFailure(gate: Gate, { drift }: Advice): string {
  const facts = gate.hangsOn.map(({ fact }) => fact);
  const changes = gate.gate === 'against' && drift !== undefined ? explainDrift(drift) : [];
  return [
    `, it is ${gate.got}`,
    ...changes,
    ...(facts.length === 0 ? [] : [`it hangs on ${facts.join(', ')}`]),
  ].join('; ');
}
