import { exitCodes } from '../exit-code.ts';
import { createSchema } from '../schema/create-schema.ts';
import type { SchemaName } from '../schema/schema-names.ts';
import { writeJson } from '../text/json.ts';
import { openRulebook, type RulebookFlags } from './open-rulebook.ts';
import type { World } from './world.ts';

/**
 * `advise schema`: prints a JSON schema (draft-07).
 * @param of what it describes
 * @returns the exit code
 */
export async function runSchema(world: World, of: SchemaName, flags: RulebookFlags): Promise<number> {
  const { rulebook } = await openRulebook(world, flags);
  world.io.stdout.write(writeJson(createSchema(of, rulebook)));
  return exitCodes.advised.code;
}
