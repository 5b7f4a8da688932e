import { InputError, type Problem } from '../../errors.ts';
import { addEntries, addPlacementGroups } from './add-entries.ts';
import { addValues } from './add-values.ts';
import { changeConditions } from './change-conditions.ts';
import { changeEntries } from './change-entries.ts';
import { changePresumptions } from './change-presumptions.ts';
import { changeRules } from './change-rules.ts';
import { checkExtension } from './check-extension.ts';
import { checkWithdrawn } from './check-withdrawn.ts';
import { digestOf } from '../load/digest.ts';
import { beginDraft, type ExtensionDraft, type ExtensionStep, sortBy } from './extension-draft.ts';
import { forgetPlacements } from './forget-placements.ts';
import { omitKeys, parseExtensionFiles } from './parse-extension-files.ts';
import type { RulebookFile } from '../load/shape-file.ts';
import type { Content, RulebookDifferences, Rulebook } from '../rulebook.ts';
import { writeContent } from '../write-entry.ts';
import { setValues } from './set-values.ts';

/**
 * Lays a rulebook over the one it extends. The result is a rulebook like any other; its entries say
 * who added or changed them.
 * @param base a checked rulebook
 * @param files the files of the rulebook that extends it
 * @throws InputError with everything that is wrong, each with file, line and column
 */
export function extendRulebook(base: Rulebook, files: readonly RulebookFile[]): Rulebook {
  const { head, parts } = parseExtensionFiles(files, base);
  const { name, version, date } = head.content;
  const problems: Problem[] = [];
  if (base.layers.some((layer) => layer.name === name))
    problems.push({
      message: `it extends a rulebook of the same name, ${name}; give it a name of its own`,
      at: head.source.locate(['name']),
    });
  const draft = beginDraft(base, name, parts, problems);
  const { content, differs } = compose(draft);
  checkExtension(draft, content);
  checkWithdrawn(draft, content);
  if (problems.length > 0) throw new InputError(sortByPlace(problems));

  const said = { ...content, name, version, date };
  const before = base.layers.map((layer) => ({
    name: layer.name,
    version: layer.version,
    differs: layer.differs,
  }));
  const digest = digestOf({
    ...writeContent(omitKeys(said, 'disabled')),
    layers: [...before, { name, version, differs }],
  });
  const notes = [...(base.oldNames ?? []), ...sortByPlace(draft.oldNames)];
  return {
    ...said,
    digest,
    layers: [...base.layers, { name, version, digest, differs }],
    ...(notes.length === 0 ? {} : { oldNames: notes }),
  };
}

/** Adds first, so that changes may name what is new; rules are changed once the conditions they use are. */
function compose(draft: ExtensionDraft): { content: Content; differs: RulebookDifferences } {
  const base = omitKeys(draft.base, 'digest', 'layers', 'oldNames');
  const steps: ((content: Content) => ExtensionStep)[] = [
    (content) => addEntries(draft, content),
    (content) => addPlacementGroups(draft, content),
    (content) => changeEntries(draft, content),
    (content) => changeConditions(draft, content),
    (content) => changeRules(draft, content),
    (content) => forgetPlacements(draft, content),
    (content) => setValues(draft, content),
    (content) => addValues(draft, content),
    (content) => changePresumptions(draft, content),
  ];
  return steps.reduce<{ content: Content; differs: RulebookDifferences }>(
    ({ content, differs }, step) => {
      const next = step(content);
      const adds = { ...differs.adds, ...next.differs.adds };
      const disables = sortBy([...differs.disables, ...(next.differs.disables ?? [])], ({ rule }) => rule);
      return { content: next.content, differs: { ...differs, ...next.differs, adds, disables } };
    },
    { content: base, differs: { adds: {}, changes: [], disables: [], sets: [], presumes: [] } },
  );
}

/** By file, then in the order of lines. */
function sortByPlace<T extends Pick<Problem, 'at'>>(list: readonly T[]): T[] {
  const file = ({ at }: T) => at?.file ?? '';
  const place = ({ at }: T) => (at !== undefined && 'line' in at ? at.line * 100_000 + at.column : 0);
  return [...list].sort((a, b) => (file(a) === file(b) ? place(a) - place(b) : file(a) < file(b) ? -1 : 1));
}
