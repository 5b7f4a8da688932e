import type { Result } from '../advice/result.ts';
import { wrapText } from '../text/lines.ts';
import type { RenderContext } from '../render/renderer.ts';

type Differences = NonNullable<Result['rulebooks'][number]['differs']>;

/** With more names than this, their number is said instead. */
const mostNames = 3;

/** What each sort of entry is called, one and several. */
const sorts: Readonly<Record<keyof Differences['adds'], readonly [string, string]>> = {
  params: ['threshold', 'thresholds'],
  groups: ['group of facts', 'groups of facts'],
  facts: ['fact', 'facts'],
  placements: ['placement', 'placements'],
  placementGroups: ['group of placements', 'groups of placements'],
  outside: ['entry outside the placements', 'entries outside the placements'],
  concerns: ['concern', 'concerns'],
  rules: ['rule', 'rules'],
  actions: ['action', 'actions'],
  sources: ['source', 'sources'],
};

/**
 * The line that names the rulebooks, and for each that extends another a line of what it makes
 * different.
 * @param counts what is said behind them; empty for nothing
 */
export function renderRulebooks(result: Result, counts: string, context: RenderContext): string {
  const names = result.rulebooks.map(
    ({ name, version, digest }) => `${name} ${version} (${digest.slice(0, 8)})`,
  );
  const lines = result.rulebooks.flatMap(({ name, differs }) =>
    differs === undefined ? [] : [`${name} ${describeDifferences(differs, context.all)}`],
  );
  const text = [`Rulebook ${names.join(', ')}${counts}`, ...lines];
  return `${text.flatMap((line) => wrapText(context.style.dim(line), context.width)).join('\n')}\n`;
}

/**
 * What a rulebook makes different from those before it, as the end of a sentence that begins with its
 * name.
 * @param all every name instead of a number where there are many
 */
export function describeDifferences(differs: Differences, all: boolean): string {
  const name = (ids: readonly string[], one: string, several: string) =>
    all || ids.length <= mostNames ? ids.join(', ') : count(ids.length, one, several);
  const added = Object.entries(differs.adds).map(([sort, ids]) =>
    count(ids.length, ...sorts[sort as keyof typeof sorts]),
  );
  const disabled = differs.disables.map(({ rule }) => rule);
  const changed = differs.changes.map(({ rule }) => rule);
  const set = differs.sets.map(({ param, to }) => `${param} ${String(to)}`);
  const presumed = differs.presumes.map(({ fact, to }) => `${fact} ${to ?? 'unknown'}`);
  const parts = [
    added.length === 0 ? '' : `adds ${added.join(', ')}`,
    changed.length === 0 ? '' : `changes ${name(changed, 'rule', 'rules')}`,
    disabled.length === 0 ? '' : `disables ${name(disabled, 'rule', 'rules')}`,
    set.length === 0 ? '' : `sets ${name(set, 'threshold', 'thresholds')}`,
    presumed.length === 0 ? '' : `presumes ${name(presumed, 'fact', 'facts')}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'makes nothing different' : parts.join('; ');
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}
