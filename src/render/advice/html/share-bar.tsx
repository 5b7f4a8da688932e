import type { Share } from '../../../report/totals.ts';

/** Height of the bar and the gap between its pieces, in units of its own width of 1000. */
const height = 26;
const gap = 3;
const width = 1000;

/** A bar of how many things belong where, and below it the same in words. */
export function ShareBar({ shares }: { readonly shares: readonly Share[] }) {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  if (shares.length === 0) return null;
  const words = shares.map((share) => share.words).join(', ');
  return (
    <figure class="shares">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={words}>
        {shares.map(({ headline, count }, index) => {
          const before = shares.slice(0, index).reduce((sum, each) => sum + each.count, 0);
          return (
            <rect
              key={headline}
              class={`share is-${headline}`}
              x={(width * before) / total}
              width={Math.max((width * count) / total - gap, 1)}
              height={height}
            />
          );
        })}
      </svg>
      <figcaption>
        {shares.map((share) => (
          <span key={share.headline} class={`share is-${share.headline}`}>
            {share.words}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
