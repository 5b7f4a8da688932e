import type { ReadyRulebook } from '../../rulebook/ready.ts';
import type { Mask, Model, State } from '../../decide/model.ts';
import { at } from '../../at.ts';
import { choosePoint, compileKernel, findBest, judgeCertain, type Kernel } from '../../decide/kernel.ts';
import { findPlacedKind, kindsOf } from '../../decide/kinds.ts';
import type { PlacedHeadline } from '../../words.ts';
import type { Fact } from '../../rulebook/rulebook.ts';
import { listValues } from '../../rulebook/fact-value.ts';
import { enumerateStates, openState } from './boxes.ts';
import { drawCompletion, seedChance } from './draw.ts';
import type { Finding } from './finding.ts';
import { isPlainlySafe, type IsolationStep } from './isolation-step.ts';
import { wordValues, pickFacts } from './values.ts';

/** So many complete workloads are looked at one by one; of more, as many are drawn. */
const mostCompletions = 5_000;

/**
 * The law of isolation: raising a demand never weakens the isolation of the result. For every step of
 * every fact that demands isolation it is proven by the form of the rules that move, else by looking at
 * every complete workload where there are few, else only tried on drawn ones.
 */
export function checkIsolationLaw(ready: ReadyRulebook): Finding[] {
  const steps = listSteps(ready);
  const demanding = ready.rulebook.rules.some(({ isolation }) => isolation !== undefined);
  if (steps.length === 0 && demanding)
    return [
      {
        kind: 'demand-undeclared',
        subject: { sort: 'rulebook', id: '' },
        message: 'rules demand isolation, but no fact says demands: isolation, so that law is not looked at',
      },
    ];
  const doubtful = steps.filter((step) => !isPlainlySafe(ready.model, step));
  if (doubtful.length === 0) return [];
  const all = enumerateStates(ready.model, mostCompletions);
  const tried = { states: all ?? drawStates(ready.model), all: all !== null };
  const kernel = compileKernel(ready.model, new Set());
  return doubtful.flatMap((step) => tryStep(ready, kernel, step, tried));
}

/** Complete workloads, and whether there are no others. */
interface Tried {
  readonly states: readonly State[];
  readonly all: boolean;
}

function listSteps({ rulebook, model }: ReadyRulebook): IsolationStep[] {
  return rulebook.facts.flatMap((fact, index): IsolationStep[] => {
    if (fact.demands === undefined) return [];
    const order = weakestFirst(fact).map((value): Mask => 1 << at(model.facts, index).choices.indexOf(value));
    return order.slice(1).map((to, position) => ({ fact: index, from: at(order, position), to }));
  });
}

function weakestFirst(fact: Fact): string[] {
  return fact.kind === 'yes-no' ? ['no', 'yes'] : listValues(fact);
}

function tryStep(ready: ReadyRulebook, kernel: Kernel, step: IsolationStep, tried: Tried): Finding[] {
  const { model } = ready;
  const { id } = at(model.facts, step.fact);
  const name = (mask: Mask) => wordValues(ready, step.fact, mask);
  const subject = { sort: 'fact', id, path: ['values', name(step.to)] } as const;
  const replace = (state: State, mask: Mask) =>
    state.map((each, index) => (index === step.fact ? mask : each));
  for (const state of tried.states) {
    const [before, after] = [replace(state, step.from), replace(state, step.to)];
    const broken = breaksLaw(model, decideOn(kernel, before), decideOn(kernel, after));
    if (broken === null) continue;
    const change = { [id]: name(step.to) };
    return [
      {
        kind: 'law-isolation',
        subject,
        message: `raising ${id} from ${name(step.from)} to ${name(step.to)} can weaken isolation: ${broken}`,
        witness: { facts: pickFacts(ready, before), change, shows: broken },
      },
    ];
  }
  if (tried.all) return [];
  return [
    {
      kind: 'proof-unfinished',
      subject,
      message: `that raising ${id} from ${name(step.from)} to ${name(step.to)} never weakens isolation is not proven; ${mostCompletions} drawn workloads agree with it`,
    },
  ];
}

function drawStates(model: Model): State[] {
  const chance = seedChance(20261125);
  return Array.from({ length: mostCompletions }, (_, draw) =>
    drawCompletion(model.facts, openState(model.facts), at([0.1, 0.3, 0.6], draw % 3), chance),
  );
}

/** What the law looks at in a workload. */
export interface Placed {
  readonly headline: PlacedHeadline;
  /** The printed placements. */
  readonly forms: readonly number[];
  /** The best container among those that survive, printed or not. */
  readonly container: number | null;
}

function decideOn(kernel: Kernel, state: State): Placed {
  const certain = judgeCertain(kernel, state);
  const { headline, alive } = choosePoint(kernel, certain);
  const best = kernel.kinds.map((kind) => findBest(kernel, certain, alive & kind));
  const forms = kindsOf[headline].map((kind) => best[kind] ?? null).filter((form) => form !== null);
  return { headline, forms, container: best[1] ?? null };
}

/** How far a headline stands from containers; none stands nowhere. */
const ranks = { container: 0, either: 1, vm: 2, none: null } as const;

/** How a step weakens isolation; null where it does not. */
export function breaksLaw(model: Model, before: Placed, after: Placed): string | null {
  const level = (form: number | null) => (form === null ? null : at(model.placements, form).level);
  const printed = ({ headline, forms }: Placed) =>
    findPlacedKind(headline) === null ? null : level(at(forms, 0));
  const falls = (one: number | null, other: number | null) => one !== null && other !== null && other < one;
  if (falls(ranks[before.headline], ranks[after.headline]))
    return `the headline moves from ${before.headline} to ${after.headline}`;
  if (before.headline === 'none' && after.headline !== 'none') return 'what was impossible becomes possible';
  if (falls(printed(before), printed(after))) return 'the chosen placement is less isolated';
  if (falls(level(before.container), level(after.container))) return 'the best container is less isolated';
  if (before.container === null && after.container !== null) return 'a container comes back';
  return null;
}
