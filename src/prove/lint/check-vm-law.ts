import { at } from '../../at.ts';
import { maskOfAll, maskOfKind, masksOfKinds, otherKind } from '../../decide/kinds.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { truth } from '../../decide/judge-condition.ts';
import { decideJudged } from '../../decide/decide.ts';
import { judgeRules } from '../../decide/judge-rules.ts';
import type { Mask, Model, ModelRule, State } from '../../decide/model.ts';
import { enumerateStates, openState } from './boxes.ts';
import { drawCompletion, seedChance } from './draw.ts';
import type { Finding, Said } from './finding.ts';
import { pickFacts } from './values.ts';

/** So many complete workloads are compared pair by pair; of more, pairs are drawn. */
const mostCompletions = 600;
const mostPairs = 20_000;

/**
 * The law of forcing: a step that only forces towards a VM never turns a VM into a container. Such a
 * step makes only rules fire that do nothing but exclude containers and favour VMs, silences none that
 * does either, and takes by what placements need no VM away and gives no container back.
 *
 * Then the containers that survive can only get fewer and the VMs more, so the law can only be broken
 * by a vote that goes by way of the other kind: without one it is proven for every step, whatever is
 * known. With one all pairs of complete workloads are compared where there are few, else drawn ones.
 */
export function checkVmLaw(ready: ReadyRulebook): Finding[] {
  const { model } = ready;
  const crossing = model.rules.filter((rule) => crosses(model, rule));
  if (crossing.length === 0) return [];
  const subject = { sort: 'rule', id: at(crossing, 0).id, path: ['by-way-of'] } as const;
  const names = crossing.map(({ id }) => id).join(', ');
  const completions = enumerateStates(model, mostCompletions);
  const broken = completions === null ? drawBreach(model) : findBreach(model, completions);
  if (broken !== null)
    return [
      {
        kind: 'law-towards-vm',
        subject,
        message: `a step that only forces towards a VM turns a VM into a container, because ${names} goes by way of the other kind`,
        witness: {
          facts: pickFacts(ready, broken[0]),
          change: sayDifference(ready, broken),
          shows: 'a VM becomes a container, though every rule that moves pushes towards VMs',
        },
      },
    ];
  if (completions !== null) return [];
  return [
    {
      kind: 'proof-unfinished',
      subject,
      message: `that forcing towards a VM never makes a container is not proven, because ${names} goes by way of the other kind; ${mostPairs} drawn steps agree with it`,
    },
  ];
}

/** A vote that hangs on a placement of the kind it does not favour; all placements together are no such list. */
function crosses(model: Model, { favours, byWayOf }: ModelRule): boolean {
  return (
    favours !== null &&
    byWayOf !== maskOfAll(model) &&
    (byWayOf & maskOfKind(model, otherKind(favours))) !== 0
  );
}

/** What the law looks at in a workload. */
interface View {
  readonly state: State;
  readonly headline: string;
  readonly rules: readonly boolean[];
  /** Placements whose needs are not known to be unmet. */
  readonly met: Mask;
}

function view(model: Model, state: State): View {
  const judgement = judgeRules(model, state);
  return {
    state,
    headline: decideJudged(model, judgement).headline,
    rules: judgement.rules.map((judged) => judged === truth.true),
    met: judgement.needs.reduce<Mask>(
      (mask, judged, index) => (judged === truth.false ? mask : mask | (1 << index)),
      0,
    ),
  };
}

type Breach = readonly [State, State];

function findBreach(model: Model, states: readonly State[]): Breach | null {
  const views = states.map((state) => view(model, state));
  const containers = views.filter(({ headline }) => headline === 'container');
  for (const before of views.filter(({ headline }) => headline === 'vm'))
    for (const after of containers) if (onlyForces(model, before, after)) return [before.state, after.state];
  return null;
}

function drawBreach(model: Model): Breach | null {
  const chance = seedChance(20261126);
  for (let pair = 0; pair < mostPairs; pair++) {
    const before = view(model, drawCompletion(model.facts, openState(model.facts), 0.3, chance));
    if (before.headline !== 'vm') continue;
    const fact = Math.floor(chance() * model.facts.length);
    const other = before.state.map((mask, index) => (index === fact ? at(model.facts, index).all : mask));
    const after = view(model, drawCompletion(model.facts, other, 1, chance));
    if (after.headline === 'container' && onlyForces(model, before, after))
      return [before.state, after.state];
  }
  return null;
}

function onlyForces(model: Model, before: View, after: View): boolean {
  const [vms, containers] = masksOfKinds(model);
  if ((before.met & ~after.met & vms) !== 0 || (after.met & ~before.met & containers) !== 0) return false;
  let started = 0;
  for (const [index, rule] of model.rules.entries()) {
    const [fired, fires] = [before.rules[index] === true, after.rules[index] === true];
    if (fired === fires) continue;
    const pushes = rule.favours === 0 || (rule.removes & containers) !== 0;
    const pulls = rule.favours === 1 || (rule.removes & vms) !== 0;
    if (fires ? !pushes || pulls : pushes) return false;
    if (fires) started++;
  }
  return started > 0;
}

function sayDifference(ready: ReadyRulebook, [before, after]: Breach): Said {
  const [was, is] = [pickFacts(ready, before), pickFacts(ready, after)];
  return Object.fromEntries(Object.entries(is).filter(([fact, value]) => was[fact] !== value));
}
