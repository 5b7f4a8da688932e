import type { FlipEntry } from '../../../advice/result.ts';
import type { NameIndex, ReportPart } from '../../../report/names.ts';
import { viewFlip } from '../../../report/verdict.ts';
import { type Block, dim, entry } from '../../../text/lines.ts';
import { columns, renderMore, section, shown } from './sections.ts';

/** What would change the headline: answers, presumptions, and with --all everything else. */
export function renderFlips({ part, names, all }: ReportPart): Block[] {
  const { flips, impossible } = part;
  const some = all ? flips : flips.slice(0, shown + 2);
  const render = (list: readonly FlipEntry[]) => list.map((flip) => renderFlip(flip, names));
  return [
    ...section('It would change if', render(some)),
    ...renderMore(flips.length - some.length),
    ...(all ? section('It would be impossible if', render(impossible)) : []),
  ];
}

/** A change of facts that changes the headline. */
export function renderFlip(flip: FlipEntry, names: NameIndex): Block {
  const { headline, what, now } = viewFlip(flip, names);
  return entry(headline, what, dim(now), columns);
}
