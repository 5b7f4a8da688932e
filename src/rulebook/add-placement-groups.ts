import type { Path } from '../read/parse-yaml.ts';
import { checkName } from './check-names.ts';
import { type Content, type ExtensionDraft, sayIn, type Step } from './extension-draft.ts';

/** Names that mean placements without being a group. */
const reserved = ['vm', 'container', 'all'];

/**
 * Adds groups of placements, and placements to groups that exist.
 * @param content what the extended rulebook says, with the placements that the extension adds
 */
export function addPlacementGroups(draft: ExtensionDraft, content: Content): Step {
  const groups = new Map(Object.entries(content.placementGroups));
  const ids = content.placements.map(({ id }) => id);
  const added = new Set<string>();
  for (const file of draft.files) {
    const say = sayIn(draft, file);
    for (const [group, members] of Object.entries(file.content['placement-groups'] ?? {})) {
      const path: Path = ['placement-groups', group];
      if (reserved.includes(group) || ids.includes(group))
        say(`${group} means a placement or a kind already and cannot be a group`, path, 'key');
      members.forEach((member, index) => {
        checkName(member, ids, 'placement', say, [...path, index]);
        if (groups.get(group)?.includes(member) === true)
          say(`${member} is in ${group} already`, [...path, index]);
        groups.set(group, [...(groups.get(group) ?? []), member]);
      });
      added.add(group);
    }
  }
  if (added.size === 0) return { content, differs: {} };
  return {
    content: { ...content, placementGroups: Object.fromEntries(groups) },
    differs: { adds: { placementGroups: [...added].sort() } },
  };
}
