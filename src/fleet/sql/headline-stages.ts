import { at } from '../../at.ts';
import { maskOfKind } from '../../decide/kinds.ts';
import type { KindIndex, ModelRule, Tier } from '../../decide/model.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { kinds } from '../../words.ts';
import type { SqlDialect } from './sql-dialects.ts';
import { quoteLiteral } from './sql-text.ts';
import { columnNames, listPlacements, writeCasting } from './stage-columns.ts';
import type { Stage, StageColumn } from './stage.ts';

const tiersDown = [3, 2, 1] as const;
const bothKinds: readonly KindIndex[] = [0, 1];

/** From the rules that hold and the placements that are left to what is decided, in the steps of deciding. */
export function listHeadlineStages(ready: ReadyRulebook, dialect: SqlDialect): Stage[] {
  return [
    {
      name: 'votes',
      about: 'v_ the strongest vote of a concern for a kind: 3 strong, 2 moderate, 1 slight',
      from: 'placements',
      takes: ['*'],
      columns: [...bothKinds.map((kind) => makeLeft(ready, kind)), ...listVotes(ready)],
    },
    {
      name: 'tally',
      about: 'how many concerns vote how, and fit_ how well placements are suited',
      from: 'votes',
      takes: ['*'],
      columns: [...listCounts(ready), ...listFits(ready)],
    },
    {
      name: 'headlines',
      about:
        'the first strength in which votes differ decides; of placements that fit alike the first is best',
      from: 'tally',
      takes: ['*'],
      columns: [...listHeadline(), ...bothKinds.map((kind) => makeBest(ready, kind, dialect))],
    },
    {
      name: 'forms',
      about: 'the best placement of each kind that the headline places in',
      from: 'headlines',
      takes: ['*'],
      columns: [
        { name: 'form_vm', text: "CASE WHEN headline IN ('vm', 'either') THEN best_vm END" },
        {
          name: 'form_container',
          text: "CASE WHEN headline IN ('container', 'either') THEN best_container END",
        },
        {
          name: 'placement',
          text: "CASE headline WHEN 'vm' THEN best_vm WHEN 'container' THEN best_container END",
        },
      ],
    },
  ];
}

/** Whether any placement of a kind is left. */
function makeLeft({ model }: ReadyRulebook, kind: KindIndex): StageColumn {
  const columns = listPlacements(model, maskOfKind(model, kind)).map(columnNames.placement);
  return { name: `any_${at(kinds, kind)}`, text: columns.join(' OR ') || 'FALSE' };
}

/** The rules of a concern that vote for a kind so strongly. */
function listVoters({ model }: ReadyRulebook, concern: number, kind: KindIndex, tier: Tier): ModelRule[] {
  return model.rules.filter(
    (rule) => rule.concern === concern && rule.favours === kind && rule.tier === tier,
  );
}

function listVotes(ready: ReadyRulebook): StageColumn[] {
  return ready.rulebook.concerns.flatMap((concern, index) =>
    bothKinds.flatMap((kind) => {
      const branches = tiersDown.flatMap((tier) => {
        const voters = listVoters(ready, index, kind, tier).map((rule) => writeCasting(ready.model, rule));
        return voters.length === 0 ? [] : [`WHEN ${voters.join(' OR ')} THEN ${tier}`];
      });
      if (branches.length === 0) return [];
      return [
        {
          name: columnNames.vote(concern, kind),
          of: `concern ${concern.id}`,
          text: `CASE ${branches.join(' ')} ELSE 0 END`,
        },
      ];
    }),
  );
}

function listCounts(ready: ReadyRulebook): StageColumn[] {
  return tiersDown.flatMap((tier) =>
    bothKinds.map((kind) => {
      const terms = ready.rulebook.concerns.flatMap((concern, index) =>
        listVoters(ready, index, kind, tier).length === 0
          ? []
          : [`CASE ${columnNames.vote(concern, kind)} WHEN ${tier} THEN 1 ELSE 0 END`],
      );
      return { name: columnNames.count(tier, kind), text: terms.join(' + ') || '0' };
    }),
  );
}

/** Strong suits count more than all moderate ones together, and those more than all slight ones. */
function listFits({ model }: ReadyRulebook): StageColumn[] {
  const suiting = model.rules.filter(({ suits }) => suits.some((mask) => mask !== 0)).length;
  const base = 10 ** Math.max(2, String(suiting).length);
  return model.placements.map((placement, index) => {
    const terms = model.rules.flatMap((rule) => {
      const rank = rule.suits.findIndex((mask) => (mask & (1 << index)) !== 0);
      return rank === -1 ? [] : [`CASE WHEN ${columnNames.rule(rule)} THEN ${base ** (2 - rank)} ELSE 0 END`];
    });
    const sum = terms.join(' + ') || '0';
    return {
      name: columnNames.fit(placement),
      of: `placement ${placement.id}`,
      text: `CASE WHEN ${columnNames.placement(placement)} THEN ${sum} ELSE -1 END`,
    };
  });
}

const forcedHeadlines =
  "WHEN NOT any_vm AND NOT any_container THEN 'none' WHEN NOT any_container THEN 'vm' WHEN NOT any_vm THEN 'container'";
const forcedStrengths =
  "WHEN NOT any_vm AND NOT any_container THEN NULL WHEN NOT any_vm OR NOT any_container THEN 'forced'";
const strengthOf = { 3: 'clear', 2: 'favoured', 1: 'lean' } as const;

function listHeadline(): StageColumn[] {
  const tiers = tiersDown.map((tier) => ({
    tier,
    vms: columnNames.count(tier, 0),
    containers: columnNames.count(tier, 1),
  }));
  const wins = tiers.map(
    ({ vms, containers }) =>
      `WHEN ${vms} > ${containers} THEN 'vm' WHEN ${vms} < ${containers} THEN 'container'`,
  );
  const differences = tiers.map(
    ({ tier, vms, containers }) => `WHEN ${vms} <> ${containers} THEN '${strengthOf[tier]}'`,
  );
  // From the slightest up: equal votes, and either some of them or some beneath.
  const contested = tiers.reduceRight(
    (beneath, { vms, containers }) =>
      `${vms} = ${containers} AND ${beneath === '' ? `${vms} > 0` : `(${vms} > 0 OR (${beneath}))`}`,
    '',
  );
  return [
    { name: 'headline', text: `CASE ${forcedHeadlines} ${wins.join(' ')} ELSE 'either' END` },
    { name: 'strength', text: `CASE ${forcedStrengths} ${differences.join(' ')} END` },
    {
      name: 'contested',
      text: `any_vm AND any_container AND ${contested}`,
      remark: 'whether stronger votes than those that decide stand against each other in equal number',
    },
  ];
}

/** The best of a kind that is left: of equals the one that is declared first. */
function makeBest({ model }: ReadyRulebook, kind: KindIndex, { types }: SqlDialect): StageColumn {
  const name = `best_${at(kinds, kind)}`;
  const placements = listPlacements(model, maskOfKind(model, kind));
  const fits = placements.map(columnNames.fit);
  if (fits.length === 0) return { name, text: `CAST(NULL AS ${types.text})` };
  const best = fits.length === 1 ? fits.join() : `GREATEST(${fits.join(', ')})`;
  const choices = placements.map(
    (placement) => `WHEN ${columnNames.fit(placement)} THEN ${quoteLiteral(placement.id)}`,
  );
  return { name, text: `CASE ${best} WHEN -1 THEN NULL ${choices.join(' ')} END` };
}
