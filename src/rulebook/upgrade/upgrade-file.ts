import { parseYaml } from '../../read/parse-yaml.ts';
import type { Position, Problem } from '../../errors.ts';
import { listOldForms, type OldForm } from '../load/old-forms.ts';
import type { RulebookFile } from '../load/shape-file.ts';
import type { Rulebook } from '../rulebook.ts';
import { editYaml } from './edit-yaml.ts';

/** Something that a file holds otherwise now. */
export interface Rewrite {
  readonly at: Position;
  /** What holds now. */
  readonly why: string;
  /** What is written instead. */
  readonly write: string;
}

/** A file in the form of today, and how it came to it. */
export interface UpgradedFile {
  readonly text: string;
  readonly rewrites: readonly Rewrite[];
  /** What only a person can write anew. */
  readonly problems: readonly Problem[];
}

/**
 * Writes a file of a rulebook in the form of today. What it holds beside that stays as it is, to the
 * byte; a file in the form of today stays whole.
 * @param base the rulebook that it extends; undefined for one that stands alone
 * @throws InputError where it is no YAML
 */
export function upgradeFile(file: RulebookFile, base: Rulebook | undefined): UpgradedFile {
  const list = (text: string): (OldForm & Rewrite)[] => {
    const [document] = parseYaml(text, file.path);
    if (document === undefined) return [];
    const forms = listOldForms(document.data, base).map((form) => ({
      ...form,
      at: document.locate(form.path, form.part),
    }));
    return forms.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  };
  const found = list(file.text);
  let text = file.text;
  // Edits that meet are done one after the other.
  for (let open = found; open.some(({ edits }) => edits.length > 0); open = list(text)) {
    const next = editYaml(
      text,
      open.flatMap(({ edits }) => edits),
    );
    if (next === text) throw new Error(`${file.path} is not rewritten`);
    text = next;
  }
  return {
    text,
    rewrites: found.filter(({ write }) => write !== '').map(({ at, why, write }) => ({ at, why, write })),
    problems: found.filter(({ write }) => write === '').map(({ at, why }) => ({ at, message: why })),
  };
}
