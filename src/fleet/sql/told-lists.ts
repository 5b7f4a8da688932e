import { at } from '../../at.ts';
import type { Mask, ModelRule } from '../../decide/model.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { kinds } from '../../words.ts';
import { joinAny, quoteLiteral, writeIsOneOf } from './sql-text.ts';
import { columnNames, listPlacements, writeCasting } from './stage-columns.ts';

// What is told beside a headline, as lists: an item is a text where it belongs to the list, and NULL where not. They
// stand in the order in which records have them.

/** The lists, by the names that they have in records. */
export function writeToldLists(ready: ReadyRulebook): Readonly<Record<string, readonly string[]>> {
  const { model } = ready;
  const rules = [...model.rules.keys()]
    .sort((a, b) => at(model.rules, b).tier - at(model.rules, a).tier || a - b)
    .map((index) => at(model.rules, index));
  const voting = rules.filter(({ favours }) => favours !== null);
  return {
    must: listMusts(ready),
    reasons_for: voting.map((rule) =>
      writeItem(rule.id, `${writeCasting(model, rule)} AND headline IN ('${kindOf(rule)}', 'either')`),
    ),
    reasons_against: voting.map((rule) =>
      writeItem(rule.id, `${writeCasting(model, rule)} AND headline = '${otherKindOf(rule)}'`),
    ),
    ruling_out: rules
      .filter(({ removes }) => removes !== 0)
      .map((rule) => writeItem(rule.id, columnNames.rule(rule))),
    form_reasons: listFormReasons(ready),
  };
}

const kindOf = ({ favours }: ModelRule) => at(kinds, favours ?? 0);
const otherKindOf = ({ favours }: ModelRule) => at(kinds, favours === 0 ? 1 : 0);

function writeItem(id: string, condition: string): string {
  return `CASE WHEN ${condition} THEN ${quoteLiteral(id)} END`;
}

/** What rules that hold demand, and what is a must for a form by itself, by id. */
function listMusts({ model }: ReadyRulebook): string[] {
  const items = model.actions.flatMap((action, index) => {
    const demanding = model.rules.filter(({ must }) => must === index).map(columnNames.rule);
    const demanded = demanding.length === 0 ? [] : [`headline <> 'none' AND ${joinAny(demanding)}`];
    const fitting = action.must && action.for !== 0 ? [writeIsForm(model, action.for)] : [];
    const called = fitting.map((fits) =>
      action.when === null ? fits : `${columnNames.action(action)} AND ${fits}`,
    );
    const ways = [...demanded, ...called];
    return ways.length === 0 ? [] : [{ id: action.id, condition: ways.join(' OR ') }];
  });
  return items.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, condition }) => writeItem(id, condition));
}

/** That a form is one of some placements. */
function writeIsForm(model: ReadyRulebook['model'], among: Mask): string {
  const tests = [0, 1].flatMap((kind) => {
    const ids = listPlacements(model, among)
      .filter((placement) => placement.kind === kind)
      .map(({ id }) => id);
    return ids.length === 0 ? [] : [writeIsOneOf(`form_${at(kinds, kind)}`, ids)];
  });
  return joinAny(tests);
}

/** Rules that suit a form, those first that suit one the most; a rule may suit one form more than the other. */
function listFormReasons({ model }: ReadyRulebook): string[] {
  return [0, 1, 2].flatMap((rank) =>
    model.rules.flatMap((rule) => {
      const mask = at(rule.suits, rank);
      if (mask === 0) return [];
      const stronger = rule.suits.slice(0, rank).reduce((all, each) => all | each, 0);
      const unless = stronger === 0 ? '' : ` AND NOT COALESCE(${writeIsForm(model, stronger)}, FALSE)`;
      return [writeItem(rule.id, `${columnNames.rule(rule)} AND ${writeIsForm(model, mask)}${unless}`)];
    }),
  );
}
