import { at } from '../../at.ts';
import { splitMask } from '../../decide/bits.ts';
import type { Mask, Model, ModelCondition, ModelFact, Node } from '../../decide/model.ts';
import { countTests, listMasks, negate, toCondition } from '../../decide/nodes.ts';
import { countCases, untangle } from '../../decide/untangle.ts';

/** Sets of more classes than this are not told apart one by one: 31 sets are all that a mask holds. */
const mostClasses = 5;
/** A condition of more cases than this, or more tests than that, is not lifted. */
const mostCases = 50_000;
const mostTests = 5_000;

/** A lifted model, and for every fact the sets of its values that the lifted values stand for, in order. */
export interface Lifted {
  readonly model: Model;
  readonly sets: readonly (readonly Mask[])[];
}

/**
 * Makes the model whose complete workloads are all workloads of another: each value of a fact stands
 * for a set of values that an answer may leave open. A rule fires there where the deciding code lets
 * it fire, so that proofs over complete workloads become proofs over partial ones.
 * @returns null where a condition would become too large
 */
export function liftModel(model: Model): Lifted | null {
  const sets = listClasses(model).map((classes, fact) => listSets(classes, at(model.facts, fact).all));
  const huge: Node[] = [];
  const lifted = mapModel(model, sets, (node) => {
    if (countCases(toCondition(node), model.facts) > mostCases) huge.push(node);
    if (huge.length > 0) return node;
    const mapped = mapTests(sets, untangle(node, model.facts));
    if (countTests(mapped) > mostTests) huge.push(node);
    return mapped;
  });
  return huge.length > 0 ? null : lifted;
}

/** Makes the model of the complete workloads of another in the same form: each value stands for those alike. */
export function settleModel(model: Model): Lifted {
  const sets = listClasses(model);
  return mapModel(model, sets, (node) => mapTests(sets, node));
}

/** For every fact the classes of its values that no condition tells apart. */
function listClasses({ facts, rules, placements, actions }: Model): Mask[][] {
  const conditions = [
    ...rules.map(({ when }) => when),
    ...placements.map(({ needs }) => needs),
    ...actions.map(({ when }) => when),
  ];
  return facts.map(({ all }, index) =>
    splitMask(
      all,
      conditions.flatMap((condition) => listMasks(condition?.node, index)),
    ),
  );
}

function mapModel(model: Model, sets: Lifted['sets'], map: (node: Node) => Node): Lifted {
  const facts = model.facts.map(({ id }, index): ModelFact => {
    const all = 2 ** at(sets, index).length - 1;
    return { id, choices: [], cuts: [], all, presumed: null, anyOf: null, askedIf: null };
  });
  const mapWhen = ({ node }: ModelCondition): ModelCondition => toCondition(map(node));
  // A placement is out where its needs are known to be unmet, and only there.
  const mapNeeds = ({ node }: ModelCondition): ModelCondition =>
    toCondition(negate(map(negate(node, model.facts)), facts));
  return {
    sets,
    model: {
      ...model,
      facts,
      rules: model.rules.map((rule) => ({ ...rule, when: mapWhen(rule.when) })),
      placements: model.placements.map((each) => ({ ...each, needs: each.needs && mapNeeds(each.needs) })),
      actions: model.actions.map((each) => ({ ...each, when: each.when && mapWhen(each.when) })),
    },
  };
}

/** Every set of classes; of too many classes only each alone, and all together. */
function listSets(classes: readonly Mask[], all: Mask): Mask[] {
  if (classes.length > mostClasses) return [...classes, all];
  return Array.from({ length: 2 ** classes.length - 1 }, (_, subset) =>
    classes.reduce((mask, each, index) => (((subset + 1) & (1 << index)) !== 0 ? mask | each : mask), 0),
  );
}

/** A test is certain where the set holds nothing else; an untangled condition where its parts are. */
function mapTests(sets: Lifted['sets'], node: Node): Node {
  if (node.is !== 'test') return { is: node.is, of: node.of.map((part) => mapTests(sets, part)) };
  const mask = at(sets, node.fact).reduce(
    (sum, set, index) => ((set & ~node.mask) === 0 ? sum | (1 << index) : sum),
    0,
  );
  return { is: 'test', fact: node.fact, mask };
}
