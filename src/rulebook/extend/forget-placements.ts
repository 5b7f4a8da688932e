import type { Action, Content, Rule } from '../rulebook.ts';
import { effects } from '../shapes.ts';
import { type ExtensionDraft, type ExtensionStep, sortBy } from './extension-draft.ts';
import { omitKeys } from './parse-extension-files.ts';

/**
 * Groups, rules and actions without the names of placements that the extension takes out. An effect that
 * spoke only of those is gone with them, and a rule without any effect left is disabled.
 * @param content what both say together
 */
export function forgetPlacements(draft: ExtensionDraft, content: Content): ExtensionStep {
  const withdrawn = draft.files.flatMap((file) =>
    (file.content.disable ?? []).flatMap(({ placement, because }, index) =>
      placement === undefined
        ? []
        : [{ placement, because, at: file.source.locate(['disable', index, 'placement']) }],
    ),
  );
  const [first] = withdrawn;
  if (first === undefined) return { content, differs: {} };
  const left = leaveOut(
    content,
    withdrawn.map(({ placement }) => placement),
  );
  const idle = left.rules.filter((rule) => effects.every((effect) => rule[effect] === undefined));
  const before = new Map(content.rules.map((rule) => [rule.id, rule]));
  return {
    content: {
      ...left,
      rules: left.rules.filter((rule) => !idle.includes(rule)),
      ...(idle.length === 0
        ? {}
        : {
            disabled: sortBy(
              [...(content.disabled ?? []), ...idle.map((rule) => before.get(rule.id) ?? rule)],
              ({ id }) => id,
            ),
          }),
    },
    differs: {
      disables: idle.map(({ id, was }) => ({
        rule: id,
        ...(was === undefined ? {} : { was }),
        because: `It speaks only of ${withdrawn.length === 1 ? `${first.placement}, which is` : 'placements that are'} disabled here.`,
        at: first.at,
      })),
    },
  };
}

function leaveOut(content: Content, gone: readonly string[]): Content {
  const groups = Object.entries(content.placementGroups).map(
    ([group, members]) => [group, members.filter((name) => !gone.includes(name))] as const,
  );
  const emptied = groups.filter(([, members]) => members.length === 0).map(([group]) => group);
  const stays = (name: string): boolean => !gone.includes(name) && !emptied.includes(name);
  return {
    ...content,
    placementGroups: Object.fromEntries(groups.filter(([group]) => stays(group))),
    rules: content.rules.map((rule) => forgetInRule(rule, stays)),
    actions: content.actions
      .map((action) => forgetInAction(action, stays))
      .filter((action) => action !== undefined),
  };
}

function forgetInRule(rule: Rule, stays: (name: string) => boolean): Rule {
  const { 'rules-out': out, 'by-way-of': ways, suits, elsewhere } = rule;
  const left = {
    'rules-out': filterNames(out, stays),
    'by-way-of': filterNames(ways, stays),
    suits: filterKeys(suits, stays),
    elsewhere: filterKeys(elsewhere, stays),
  };
  const emptied = (['rules-out', 'by-way-of', 'suits', 'elsewhere'] as const).filter(
    (key) => rule[key] !== undefined && left[key] === undefined,
  );
  const votes = emptied.includes('by-way-of') ? (['favours', 'elsewhere', 'besides'] as const) : [];
  const said = Object.fromEntries(Object.entries(left).filter(([, value]) => value !== undefined));
  return omitKeys({ ...rule, ...said }, ...emptied, ...votes);
}

/** An action for placements that are all gone is for nothing; one that a rule calls for is for none anyway. */
function forgetInAction(action: Action, stays: (name: string) => boolean): Action | undefined {
  if (action.for === undefined) return action;
  const left = filterNames(action.for, stays);
  return left === undefined ? undefined : { ...action, for: left };
}

/** A list of names, or one, without some; undefined where nothing is left. */
function filterNames<T extends string | readonly string[]>(
  names: T | undefined,
  stays: (name: string) => boolean,
): T | undefined {
  if (names === undefined) return undefined;
  if (typeof names === 'string') return stays(names) ? names : undefined;
  const left = names.filter(stays);
  return left.length === 0 ? undefined : (left as readonly string[] as T);
}

function filterKeys<T extends object>(map: T | undefined, stays: (name: string) => boolean): T | undefined {
  const left = Object.entries(map ?? {}).filter(([name]) => stays(name));
  return left.length === 0 ? undefined : (Object.fromEntries(left) as T);
}
