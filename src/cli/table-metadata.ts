import type { ReadyRulebook } from '../rulebook/ready.ts';
import type { World } from './world.ts';

/**
 * What a table was made by, for the file that holds it.
 * @param vocabulary the digest of what its keys are made of, where it has some
 */
export function tableMetadata(
  { version }: Pick<World, 'version'>,
  { rulebook }: ReadyRulebook,
  vocabulary?: string,
): Readonly<Record<string, string>> {
  return {
    advise_tool: `advise ${version}`,
    advise_rulebook: `${rulebook.name} ${rulebook.version}`,
    advise_rulebook_digest: rulebook.digest,
    ...(vocabulary === undefined ? {} : { advise_vocabulary: vocabulary }),
  };
}
