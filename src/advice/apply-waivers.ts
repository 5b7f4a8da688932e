import { judgeCondition, truth } from '../decide/judge-condition.ts';
import type { State } from '../decide/model.ts';
import type { Waiver } from '../workload/workload.ts';
import type { PartAdvice } from './result.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';

/**
 * The ids of the rules that are set aside on a day.
 * @param today YYYY-MM-DD; a waiver counts up to and with its last day
 */
export function gatherWaivedRules(waivers: readonly Waiver[], today: string): Set<string> {
  return new Set(waivers.filter((waiver) => counts(waiver, today)).map((waiver) => waiver.rule));
}

/**
 * Every waiver, whether it counts, and whether its rule would fire, or might, without it.
 * @param ignored whether none counts, whatever the day
 */
export function describeWaivers(
  waivers: readonly Waiver[],
  today: string,
  ready: ReadyRulebook,
  state: State,
  ignored: boolean,
): PartAdvice['waivers'] {
  return waivers.map((waiver) => {
    const rule = ready.model.rules.find((each) => each.id === waiver.rule);
    return {
      rule: waiver.rule,
      because: waiver.because,
      ...(waiver.by === undefined ? {} : { by: waiver.by }),
      ...(waiver.until === undefined ? {} : { until: waiver.until }),
      counts: !ignored && counts(waiver, today),
      ...(ignored ? { ignored } : {}),
      matters: rule !== undefined && judgeCondition(rule.when, state) !== truth.false,
      at: waiver.at,
    };
  });
}

function counts(waiver: Waiver, today: string): boolean {
  return waiver.until === undefined || today <= waiver.until;
}
