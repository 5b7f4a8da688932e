import type { Gate } from '../../advice/advice.ts';
import { showName } from '../name-things.ts';
import type { PartView } from './part-view.ts';

/** Rules that were set aside for this workload: they come first, as they change what follows. */
export function Waivers({ view }: { readonly view: PartView }) {
  if (view.part.waivers.length === 0) return null;
  return (
    <ul class="waivers">
      {view.part.waivers.map((waiver) => (
        <li key={waiver.rule} class="warning">
          <strong>
            {waiver.counts ? 'Waived' : `Waiver expired on ${waiver.until ?? ''}, the rule counts again`}
          </strong>
          {waiver.counts && waiver.until !== undefined && ` until ${waiver.until}`}:{' '}
          <code>{waiver.rule}</code> {showName(waiver.because)}
          {waiver.by !== undefined && `, by ${showName(waiver.by)}`}
          {!waiver.matters && ' (the rule would not fire anyway)'}
        </li>
      ))}
    </ul>
  );
}

/** What the workload was held to, and whether it passed. */
export function Gates({ gates }: { readonly gates: readonly Gate[] }) {
  if (gates.length === 0) return null;
  return (
    <section class="gates">
      <h3>Gates</h3>
      <ul>
        {gates.map((gate, index) => (
          <li key={index} class={gate.passed ? '' : 'warning'}>
            {gate.passed ? 'passed' : 'tripped'}: {gate.gate} {gate.wanted}
            {gate.from === 'file' && ' (in the file)'}
            {!gate.passed && `, it is ${gate.got}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
