import { Actions } from './actions.tsx';
import { DecisionTable } from './decision-table.tsx';
import { Facts } from './facts.tsx';
import { Flips } from './flips.tsx';
import { HeadlineBlock } from './headline.tsx';
import type { PagePart } from './page-part.ts';
import { Placements } from './placements.tsx';
import { Reasons } from './reasons.tsx';
import { IdleRulings, Waivers } from './remarks.tsx';
import { StackPictures } from './stack-picture.tsx';

/** Everything about one thing to place. The same code writes the file and follows what-ifs in it. */
export function PartReport({ about }: { readonly about: PagePart }) {
  return (
    <div class="part-report">
      <Waivers about={about} />
      <IdleRulings about={about} />
      <HeadlineBlock about={about} />
      {about.part.verdict.tell.length === 0 && (
        <>
          <DecisionTable about={about} />
          <Reasons about={about} />
          <Actions about={about} />
          <StackPictures about={about} />
          <Flips about={about} />
          <Placements about={about} />
        </>
      )}
      <Facts about={about} />
    </div>
  );
}
