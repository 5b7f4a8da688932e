import { InputError } from '../../errors.ts';
import { checkRulebook } from './check-rulebook.ts';
import { digestOf } from './digest.ts';
import { readRulebookFiles, type ShapedFiles } from './read-rulebook-files.ts';
import type { RulebookFile } from './shape-file.ts';
import type { Rule, Rulebook } from '../rulebook.ts';

/**
 * Makes a rulebook of the files of a folder.
 * @param files its YAML files
 * @param folder the name of the folder in messages
 * @throws InputError with everything that is wrong, each with file, line and column
 */
export function loadRulebook(files: readonly RulebookFile[], folder: string): Rulebook {
  const shaped = readRulebookFiles(files, folder);
  const problems = checkRulebook(shaped);
  if (problems.length > 0) throw new InputError(problems);
  return assembleRulebook(shaped);
}

function assembleRulebook(files: ShapedFiles): Rulebook {
  const { name, version, date, params } = files.head.content;
  const { groups, facts } = files.facts.content;
  const { placements, groups: placementGroups, moving } = files.placements.content;
  const { claims, corrections } = files.claims.content;
  const content = {
    name,
    version,
    date,
    params,
    groups,
    facts,
    placements,
    placementGroups,
    moving,
    concerns: sortById(
      files.concerns.map((file) => ({
        id: file.name.replace(/\.ya?ml$/, ''),
        title: file.content.concern,
        about: file.content.about,
      })),
    ),
    rules: sortById(files.concerns.flatMap(readRules)),
    actions: files.actions.content.actions,
    sources: files.sources.content.sources,
    claims,
    corrections,
  };
  const digest = digestOf(content);
  return { ...content, digest, layers: [{ name, version, digest }] };
}

function readRules(file: ShapedFiles['concerns'][number]): Rule[] {
  return file.content.rules.map((rule, index) => ({
    ...rule,
    concern: file.name.replace(/\.ya?ml$/, ''),
    at: file.source.locate(['rules', index, 'id']),
  }));
}

/** Rules and concerns are kept in this order, whatever the files. */
export function sortById<T extends { readonly id: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
