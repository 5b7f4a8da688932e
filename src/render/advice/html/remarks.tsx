import type { Advice } from '../../../advice/result.ts';
import { viewGates } from '../../../report/gates.ts';
import type { NameIndex } from '../../../report/names.ts';
import { wordIdleRuling, wordIdleWaiver, wordWaiver, wordWaiving } from '../../../report/remarks.ts';
import type { PagePart } from './page-part.ts';

/** Rules that were, or no longer are, set aside for this workload: they come first, as they change what follows. */
export function Waivers({ about }: { readonly about: PagePart }) {
  const { waivers } = about.part;
  if (waivers.length === 0) return null;
  return (
    <ul class="waivers">
      {waivers.map((waiver) => (
        <li key={waiver.rule} class="warning">
          <strong>{wordWaiver(waiver)}</strong>: <code>{waiver.rule}</code> {waiver.because}
          {wordWaiving(waiver)}
          {!waiver.matters && ` (${wordIdleWaiver(waiver, about.waivers)})`}
        </li>
      ))}
    </ul>
  );
}

/** Rulings that have run out, or were set aside. */
export function IdleRulings({ about }: { readonly about: PagePart }) {
  return about.part.rulings.flatMap((ruling) => {
    const idle = wordIdleRuling(ruling);
    return idle === undefined ? [] : [<p class="warning">{idle}.</p>];
  });
}

/** What the workload was held to, and whether it passed. */
export function Gates({ advice, names }: { readonly advice: Advice; readonly names: NameIndex }) {
  if (advice.gates.length === 0) return null;
  return (
    <section class="gates">
      <h4>Gates</h4>
      <ul>
        {viewGates(advice, names).map(({ passed, asked, got, differences, because }, index) => (
          <li key={index} class={passed ? '' : 'warning'}>
            {passed ? 'passed' : 'tripped'}: {asked}
            {!passed && [`, ${got}`, ...differences, ...(because === '' ? [] : [because])].join('; ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
