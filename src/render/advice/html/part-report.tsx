import { Actions } from './actions.tsx';
import { Facts } from './facts.tsx';
import { Flips } from './flips.tsx';
import { Headline } from './headline.tsx';
import type { PartView } from './part-view.ts';
import { Placements } from './placements.tsx';
import { Reasons } from './reasons.tsx';
import { IdleRulings, Waivers } from './remarks.tsx';
import { StackPictures } from './stack-picture.tsx';
import { VotesChart } from './votes-chart.tsx';

/** Everything about one thing to place. The same code writes the file and follows what-ifs in it. */
export function PartReport({ view }: { readonly view: PartView }) {
  const { fired, quiet, undecided, waived } = view.part.counts;
  return (
    <div class="part-report">
      <Waivers view={view} />
      <IdleRulings view={view} />
      <Headline view={view} />
      {view.part.verdict.tell.length === 0 && (
        <>
          <StackPictures view={view} />
          <VotesChart view={view} />
          <Reasons view={view} />
          <Actions view={view} />
          <Flips view={view} />
          <Placements view={view} />
        </>
      )}
      <Facts view={view} />
      <p class="quiet">
        {fired} rules fired, {quiet} quiet, {undecided} undecided{waived > 0 && `, ${waived} waived`}
      </p>
    </div>
  );
}
