import type { ReadyRulebook } from './ready.ts';

/**
 * The rules and actions that read each fact, by fact; placements by what they need.
 * @returns ids, as "rule x", "action y", "placement z"
 */
export function indexListeners({ model }: ReadyRulebook): ReadonlyMap<string, string[]> {
  const listening = [
    ...model.rules.map((rule) => ({ name: `rule ${rule.id}`, reads: rule.when.reads })),
    ...model.placements.map((placement) => ({
      name: `placement ${placement.id}`,
      reads: placement.needs?.reads ?? [],
    })),
    ...model.actions.map((action) => ({
      name: `action ${action.id}`,
      reads: [...(action.when?.reads ?? []), ...(action.contradictedBy?.reads ?? [])],
    })),
  ];
  return new Map(
    model.facts.map((fact, index) => [
      fact.id,
      listening.filter(({ reads }) => reads.includes(index)).map(({ name }) => name),
    ]),
  );
}
