import { formatPosition, type Position } from '../../errors.ts';
import { parseYaml } from '../../read/parse-yaml.ts';
import { listOldForms, type OldForm } from '../load/old-forms.ts';
import type { RulebookFile } from '../load/shape-file.ts';
import type { Rulebook } from '../rulebook.ts';
import { editYaml } from './edit-yaml.ts';

/** What a file holds otherwise now, or could not be made to hold. */
export interface Upgrade {
  /** What stands there instead, in words. */
  readonly message: string;
  /** Where it stood. */
  readonly at: Position;
}

/** A file in the form of today, and how it came to it. */
export interface UpgradedFile {
  readonly text: string;
  readonly done: readonly Upgrade[];
  /** What only a person can write anew. */
  readonly left: readonly Upgrade[];
}

/**
 * Writes a file of a rulebook in the form of today.
 * @param base the rulebook that it extends; undefined for one that stands alone
 * @throws InputError where it is no YAML
 */
export function upgradeFile(file: RulebookFile, base: Rulebook | undefined): UpgradedFile {
  const forms = (text: string): (OldForm & Upgrade)[] => {
    const [document] = parseYaml(text, file.path);
    if (document === undefined) return [];
    return listOldForms(document.data, base).map((form) => ({
      ...form,
      at: document.locate(form.path, form.part),
    }));
  };
  const found = forms(file.text);
  let text = file.text;
  // Edits that meet are done one after the other.
  for (let left = found; left.some(({ edits }) => edits.length > 0); left = forms(text)) {
    const next = editYaml(
      text,
      left.flatMap(({ edits }) => edits),
    );
    if (next === text)
      throw new Error(`${formatPosition(left[0]?.at ?? { file: file.path })}: not rewritten`);
    text = next;
  }
  return {
    text,
    done: found.filter(({ edits }) => edits.length > 0).map(({ message, at }) => ({ message, at })),
    left: found.filter(({ edits }) => edits.length === 0).map(({ message, at }) => ({ message, at })),
  };
}
