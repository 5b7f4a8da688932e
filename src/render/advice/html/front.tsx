import type { ComponentChildren } from 'preact';
import type { Advice } from '../../../advice/result.ts';
import { viewFront, type SharedPoint } from '../../../report/front.ts';
import { listScaleWords } from '../../../report/glossary.ts';
import type { Reliance } from '../../../words.ts';
import type { NameIndex } from '../../../report/names.ts';
import { PlacesTable, type PlacesEntry } from './places-table.tsx';
import { ShareBar } from './share-bar.tsx';
import { FillIn, SignOff } from './sign-off.tsx';
import { Words } from './words.tsx';

/** How many points of each list page one has; the rest is in the appendix. */
const most = { conditions: 10, open: 5, presumed: 5 } as const;

/** Page one on one workload: all that is needed to decide, and where to sign. */
export function Front(props: {
  readonly advice: Advice;
  readonly names: NameIndex;
  /** Lines of the table; none where there is only one thing to place. */
  readonly entries: readonly PlacesEntry[];
  /** How far each thing can be relied on. */
  readonly scales: readonly Reliance[];
  /** What a page says above all where a reader changed facts. */
  readonly changed?: string;
  /** Why, where there is no table to say it. */
  readonly children?: ComponentChildren;
}) {
  const { advice, names, entries, scales, changed, children } = props;
  const { title, recommendation, trust, shares, conditions, open, presumed } = viewFront(advice, names);
  return (
    <section class="front">
      <h1>{title}</h1>
      {changed !== undefined && <p class="what-if-mark warning">{changed}</p>}
      <FillIn />
      <p class="recommendation">
        <strong>Recommended:</strong> {recommendation}
      </p>
      {trust !== '' && <p>{trust}.</p>}
      <ShareBar shares={shares} />
      {entries.length > 0 && <PlacesTable entries={entries} />}
      <Words entries={listScaleWords(scales)} />
      {children}
      <div class="side-by-side">
        <Points
          title="Conditions: what must be done for this to hold"
          points={conditions}
          most={most.conditions}
          none="None."
        />
        {open.length > 0 && <Points title="Open: what nobody said" points={open} most={most.open} none="" />}
        <Points
          title={
            open.length > 0 ? 'Presumed: to be confirmed' : 'Presumed: to be confirmed; nothing else is open'
          }
          points={presumed}
          most={most.presumed}
          none="Nothing."
        />
      </div>
      <SignOff />
    </section>
  );
}

function Points(props: {
  readonly title: string;
  readonly points: readonly SharedPoint[];
  readonly most: number;
  readonly none: string;
}) {
  const { title, points, most: limit, none } = props;
  const more = points.length - limit;
  return (
    <section class="front-list">
      <h2>{title}</h2>
      {points.length === 0 ? (
        <p class="quiet">{none}</p>
      ) : (
        <ul>
          {points.slice(0, limit).map(({ id, text, of }) => (
            <li key={`${id} ${text}`}>
              {text}
              {of !== '' && <span class="quiet"> · {of}</span>}
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p class="quiet">and {more} more in the appendix</p>}
    </section>
  );
}
