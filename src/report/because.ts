import { listTellingReasons } from './brief.ts';
import { type ReportPart, withoutStop } from './names.ts';
import { listReasons, wordUnmetNeed } from './reasons.ts';

/** Why something belongs where it does, as far as a cell of a table has room: one reason, without its stop. */
export function wordBecause(about: ReportPart): string {
  const { verdict, votes } = about.part;
  if (verdict.tell.length > 0) return 'Nothing is known of it yet';
  if (verdict.headline === 'either')
    return votes.length === 0
      ? 'No reason speaks for one of the two'
      : 'The reasons for the two weigh the same';
  const [why] = listTellingReasons(about);
  if (why !== undefined) return withoutStop(why.reason.because);
  const [unmet] = listReasons(about).flatMap((group) => group.unmet);
  return unmet === undefined ? 'No reason speaks for or against it' : wordUnmetNeed(about.names, unmet);
}
