import { mostBits } from '../../decide/bits.ts';
import { wordUnknownChoice } from '../../text/suggest.ts';
import { checkCitations } from '../load/check-names.ts';
import type { Content } from '../rulebook.ts';
import { type ExtensionDraft, collectIn } from './extension-draft.ts';

/**
 * Checks what of an extension only shows when all is together: thresholds cite what there is, rules
 * belong to concerns, and concerns have rules.
 * @param content what both say together
 */
export function checkExtension(draft: ExtensionDraft, content: Content): void {
  const { names } = draft;
  const concerns = content.concerns.map(({ id }) => id);
  for (const file of draft.files) {
    const say = collectIn(draft, file);
    const { params = [], placements = [], outside = [], rules = [] } = file.content;
    params.forEach((param, index) => checkCitations(param.cites, names, say, ['params', index, 'cites']));
    outside.forEach(({ cites }, index) => checkCitations(cites, names, say, ['outside', index, 'cites']));
    if (placements.length > 0 && content.placements.length > mostBits)
      say(`more than ${mostBits} placements, with those of ${draft.base.name}`, ['placements']);
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
