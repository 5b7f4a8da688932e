import { type z } from 'zod';
import { InputError, type Problem } from '../../errors.ts';
import { gatherKeys, type RulebookFile, type ShapedFile, shapeFile } from './shape-file.ts';
import {
  actionsShape,
  claimsShape,
  concernShape,
  factsShape,
  fileShapes,
  headShape,
  placementsShape,
  sourcesShape,
} from '../shapes.ts';

type FileShapes = typeof fileShapes;

/** The files of a rulebook, parsed: those with a meaning of their own, and the concerns. */
export interface ShapedFiles {
  readonly head: ShapedFile<z.output<FileShapes['rulebook.yaml']>>;
  readonly facts: ShapedFile<z.output<FileShapes['facts.yaml']>>;
  readonly placements: ShapedFile<z.output<FileShapes['placements.yaml']>>;
  readonly actions: ShapedFile<z.output<FileShapes['actions.yaml']>>;
  readonly sources: ShapedFile<z.output<FileShapes['sources.yaml']>>;
  readonly claims: ShapedFile<z.output<FileShapes['claims.yaml']>>;
  readonly concerns: readonly ShapedFile<z.output<typeof concernShape>>[];
}

/**
 * Parses the files of a rulebook and checks their shapes.
 * @param files all YAML files of the folder
 * @param folder the name of the folder in messages
 * @throws InputError with everything that is wrong, each with file, line and column
 */
export function parseRulebookFiles(files: readonly RulebookFile[], folder: string): ShapedFiles {
  const problems: Problem[] = [];
  const special = <S extends z.ZodType>(
    name: keyof FileShapes,
    shape: S,
  ): ShapedFile<z.output<S>> | undefined => {
    const file = files.find((each) => each.name === name);
    if (file !== undefined) return shapeFile(file, shape, knownKeys, problems);
    problems.push({ message: `the rulebook has no ${name}`, at: { file: folder } });
    return undefined;
  };
  const head = special('rulebook.yaml', headShape);
  const facts = special('facts.yaml', factsShape);
  const placements = special('placements.yaml', placementsShape);
  const actions = special('actions.yaml', actionsShape);
  const sources = special('sources.yaml', sourcesShape);
  const claims = special('claims.yaml', claimsShape);
  const concerns = files
    .filter((file) => !(file.name in fileShapes))
    .map((file) => shapeFile(file, concernShape, knownKeys, problems))
    .filter((file) => file !== undefined);
  if (Object.keys(fileShapes).filter((name) => files.every((file) => file.name !== name)).length > 2)
    problems.push({
      message: 'one that only changes another needs no more than a rulebook.yaml that says extends: default',
      at: { file: folder },
    });
  if (problems.length > 0 || !head || !facts || !placements || !actions || !sources || !claims)
    throw new InputError(problems);
  return { head, facts, placements, actions, sources, claims, concerns };
}

const knownKeys: readonly string[] = gatherKeys([concernShape, ...Object.values(fileShapes)]);
