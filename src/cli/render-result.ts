import type { Result } from '../advice/result.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { type Format, render } from '../render/render.ts';
import type { ReportInput } from '../render/renderer.ts';
import { type CommonOptions, openOutput, type World } from './world.ts';

/**
 * Puts a result into one format.
 * @param input what the result was worked out from, for a page that can work it out anew
 */
export async function renderResult(
  world: World,
  format: Format,
  result: Result,
  ready: ReadyRulebook,
  input: ReportInput,
  flags: CommonOptions & { readonly all?: boolean },
): Promise<string> {
  return render('advice', format, result, {
    ...openOutput(world, flags, ready.rulebook),
    ...(format === 'html' ? { page: { ...(await world.loadPageAssets()), ready, input } } : {}),
  });
}
