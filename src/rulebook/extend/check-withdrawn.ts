import type { Path } from '../../read/parse-yaml.ts';
import type { Content } from '../rulebook.ts';
import { collectIn, type ExtensionDraft } from './extension-draft.ts';
import type { ExtensionFile } from './parse-extension-files.ts';

/**
 * Checks that nothing hangs on an action or placement that an extension takes out: no rule demands the
 * action, each kind keeps a placement, and nothing that the extension adds speaks of the placement.
 * @param content what both say together
 */
export function checkWithdrawn(draft: ExtensionDraft, content: Content): void {
  const entries = draft.files.flatMap((file) => file.content.disable ?? []);
  const gone = entries.flatMap(({ placement }) => placement ?? []);
  for (const file of draft.files) {
    const say = collectIn(draft, file);
    file.content.disable?.forEach(({ action, placement }, index) => {
      const demanding = content.rules.filter(({ must }) => must !== undefined && must === action);
      if (action !== undefined && demanding.length > 0) {
        const rules = demanding.map(({ id }) => id).join(', ');
        say(`${action} is a must of ${rules}: change that too, without: [must]`, [
          'disable',
          index,
          'action',
        ]);
      }
      const { kind } = draft.base.placements.find(({ id }) => id === placement) ?? {};
      if (kind !== undefined && content.placements.every((each) => each.kind !== kind))
        say(`no placement of the kind ${kind} is left`, ['disable', index, 'placement']);
    });
    for (const { name, path, part } of listNamed(file))
      if (gone.includes(name)) say(`${name} is disabled in this rulebook itself`, path, part);
  }
}

/** The names of placements in what a file adds or changes, and where they stand. */
function listNamed({
  content,
}: ExtensionFile): { readonly name: string; readonly path: Path; readonly part: 'key' | 'value' }[] {
  const inList = (list: string | readonly string[] | undefined, path: Path) =>
    (typeof list === 'string' ? [list] : (list ?? [])).map((name, index) => ({
      name,
      path: typeof list === 'string' ? path : [...path, index],
      part: 'value' as const,
    }));
  const inKeys = (map: object | undefined, path: Path) =>
    Object.keys(map ?? {}).map((name) => ({ name, path: [...path, name], part: 'key' as const }));
  const rules = [
    ...(content.rules ?? []).map((rule, index) => ({ rule, path: ['rules', index] })),
    ...(content.change ?? []).map(({ to = {} }, index) => ({ rule: to, path: ['change', index, 'to'] })),
  ];
  return [
    ...rules.flatMap(({ rule, path }) => [
      ...inList(rule['rules-out'], [...path, 'rules-out']),
      ...inList(rule['by-way-of'], [...path, 'by-way-of']),
      ...inKeys(rule.suits, [...path, 'suits']),
      ...inKeys(rule.elsewhere, [...path, 'elsewhere']),
    ]),
    ...(content.actions ?? []).flatMap((action, index) => inList(action.for, ['actions', index, 'for'])),
    ...Object.entries(content['placement-groups'] ?? {}).flatMap(([group, members]) =>
      inList(members, ['placement-groups', group]),
    ),
  ];
}
