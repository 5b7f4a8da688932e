import { wordUnknownChoice } from '../../text/suggest.ts';
import { checkFacts } from '../load/check-facts.ts';
import { checkCitations, collectNames, mostValues } from '../load/check-names.ts';
import { checkActions, checkPlacementEntries } from '../load/check-rulebook.ts';
import { checkRules } from '../load/check-rules.ts';
import { type Content, type ExtensionDraft, sayIn } from './extension-draft.ts';

/**
 * Checks what an extension adds as if it stood in a rulebook of its own, with all names of the one it
 * extends at hand.
 * @param content what both say together
 */
export function checkExtension(draft: ExtensionDraft, content: Content): void {
  const names = collectNames(content);
  const groups = content.groups.map(({ id }) => id);
  const concerns = content.concerns.map(({ id }) => id);
  for (const file of draft.files) {
    const say = sayIn(draft, file);
    const { params = [], facts = [], placements = [], rules = [], actions = [] } = file.content;
    params.forEach((param, index) => checkCitations(param.cites, names, say, ['params', index, 'cites']));
    checkFacts(facts, groups, names, say);
    checkPlacementEntries(placements, names, say);
    if (placements.length > 0 && content.placements.length > mostValues)
      say(`more than ${mostValues} placements, with those of ${draft.base.name}`, ['placements']);
    checkRules(rules, names, say);
    checkActions(actions, names, say);
    rules.forEach((rule, index) => {
      const concern = rule.concern ?? file.concern;
      if (concern !== undefined && concerns.includes(concern)) return;
      if (concern === undefined)
        say(`${rule.id} says no concern to belong to; name one under concern (${concerns.join(', ')})`, [
          'rules',
          index,
        ]);
      else
        say(
          wordUnknownChoice('concern', concern, concerns),
          rule.concern === undefined ? ['rules'] : ['rules', index, 'concern'],
          rule.concern === undefined ? 'key' : 'value',
        );
    });
    const idle = (id: string) => content.rules.every((rule) => rule.concern !== id);
    file.content.concerns?.forEach(({ id }, index) => {
      if (idle(id)) say(`no rule belongs to the concern ${id}`, ['concerns', index, 'id']);
    });
    if (file.content.concern !== undefined && idle(file.concern ?? ''))
      say('no rule belongs to this concern', ['concern'], 'key');
  }
}
