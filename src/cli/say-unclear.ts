import { weighClarifications } from '../advice/weigh-clarifications.ts';
import type { Workload } from '../workload/workload.ts';
import type { Run } from './open-run.ts';
import { say } from './say.ts';
import type { CommonOptions, World } from './world.ts';

/** How many questions are told, and how many things that raise one. */
const most = 3;

/** Says which open questions would settle most, where files of other programs leave some. */
export function sayUnclear(
  world: World,
  options: CommonOptions,
  { ready, profile }: Run,
  workloads: readonly Workload[],
): void {
  if (options.quiet === true) return;
  for (const each of weighClarifications(workloads, ready, profile).slice(0, most)) {
    const { clarification, raisedBy, hanging } = each;
    const named = raisedBy.slice(0, most).join(', ');
    const more = raisedBy.length > most ? ` and ${raisedBy.length - most} more` : '';
    const hang =
      hanging === 0 ? '' : `, ${hanging} ${hanging === 1 ? 'verdict hangs' : 'verdicts hang'} on it`;
    const answers = Object.keys(clarification.answers).join('|');
    say(
      world,
      options,
      `${named}${more}: ${clarification.question} (--set ${clarification.id}=${answers}${hang})`,
    );
  }
}
