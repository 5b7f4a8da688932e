import type { RulebookChange, Sort } from '../../prove/diff/compare-rulebooks.ts';
import { showText } from '../../text/safe.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { layOutEntry, wrapText } from '../../text/lines.ts';
import type { RenderContext, Renderer, RulesDiff } from '../renderer.ts';
import { describeReasons, findDisabling } from './diff.ts';
import { showChange } from './diff-values.ts';
import { renderWorkloads } from './diff-workloads.ts';
import { describeEffects } from './rules-text.ts';

const titles: Readonly<Record<Sort, string>> = {
  rulebook: 'Rulebook',
  param: 'Thresholds',
  group: 'Groups of facts',
  fact: 'Facts',
  placement: 'Placements',
  'placement group': 'Groups of placements',
  'outside entry': 'Outside the placements',
  moving: 'What moving takes',
  concern: 'Concerns',
  rule: 'Rules',
  action: 'Actions',
  source: 'Sources',
  claim: 'Claims',
  correction: 'Corrections',
  order: 'Order',
};

/** What differs, by sort, then which workloads come out differently, and why. */
export const renderDiff: Renderer<RulesDiff> = (diff, context) => {
  const name = ({ name: own, version, digest }: Rulebook) => `${own} ${version} (${digest.slice(0, 8)})`;
  const blocks = [
    wrapText(`${name(diff.before)} → ${name(diff.after)}`, context.width),
    ...(diff.changes.length === 0 ? [['The two rulebooks say the same.']] : renderChanges(diff, context)),
    renderWorkloads(diff, context),
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
};

function renderChanges(diff: RulesDiff, context: RenderContext): string[][] {
  return Object.entries(titles).flatMap(([sort, title]) => {
    const changes = diff.changes.filter((change) => change.sort === sort);
    if (changes.length === 0) return [];
    return [[context.style.bold(title), ...changes.flatMap((change) => renderChange(diff, change, context))]];
  });
}

function renderChange(diff: RulesDiff, change: RulebookChange, { width, style }: RenderContext): string[] {
  const what = change.change === 'changed' ? '' : `: ${describeThing(diff, change)}`;
  const disabling = findDisabling(diff.before, diff.after, change);
  const label = disabling === null ? change.change : disabling.now ? 'disabled' : 'enabled';
  const head = layOutEntry(label, `${style.bold(showText(change.id))}${what}`, '', width, {
    label: 2,
    text: 11,
  });
  const reasons =
    disabling === null
      ? describeReasons(diff.before, diff.after, change)
      : [`${disabling.now ? '' : 'was disabled '}by ${disabling.by}: ${disabling.because}`];
  const keys = change.keys.flatMap(({ key, before, after }) =>
    wrapText(`${key}: ${showChange(key, before, after)}`, width, 15),
  );
  return [...head, ...keys, ...reasons.flatMap((reason) => wrapText(showText(reason), width, 15))];
}

/** What was added or removed, in a few words: of a rule also what it does. */
function describeThing({ before, after }: RulesDiff, { sort, id, change }: RulebookChange): string {
  const rulebook = change === 'added' ? after : before;
  const find = <T extends { readonly id: string }>(list: readonly T[]) => list.find((each) => each.id === id);
  if (sort === 'rule') {
    const rule = find(rulebook.rules);
    return rule === undefined ? '' : `${rule.title} (${describeEffects(rule)})`;
  }
  if (sort === 'param') return String(find(rulebook.params)?.value ?? '');
  if (sort === 'fact') return find(rulebook.facts)?.question ?? '';
  if (sort === 'placement group') return (rulebook.placementGroups[id] ?? []).join(', ');
  if (sort === 'claim') return find(rulebook.claims)?.says ?? '';
  if (sort === 'correction') return find(rulebook.corrections)?.topic ?? '';
  const lists = {
    group: rulebook.groups,
    placement: rulebook.placements,
    'outside entry': rulebook.outside,
    concern: rulebook.concerns,
    action: rulebook.actions,
    source: rulebook.sources,
  };
  return sort in lists
    ? (find<{ id: string; title: string }>(lists[sort as keyof typeof lists])?.title ?? '')
    : '';
}
