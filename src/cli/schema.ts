import { exitCodes } from '../exit-code.ts';
import { createSchema, type SchemaName } from '../schema/create-schema.ts';
import { writeJson } from '../text/json.ts';
import { loadReadyRulebook } from './load-ready-rulebook.ts';
import { resolveRules } from './settings.ts';
import type { CommonOptions, World } from './world.ts';

/** The options of `advise schema`. */
export interface SchemaFlags extends CommonOptions {
  readonly rules?: readonly string[];
  /** False for --no-config. */
  readonly config?: boolean;
}

/**
 * `advise schema`: prints a JSON schema (draft-07).
 * @param of what it describes
 * @returns the exit code
 */
export async function runSchema(world: World, of: string, flags: SchemaFlags): Promise<number> {
  const { rulebook } = await loadReadyRulebook(world, resolveRules(flags, world.io), flags);
  world.io.stdout.write(writeJson(createSchema(of as SchemaName, rulebook)));
  return exitCodes.advised.code;
}
