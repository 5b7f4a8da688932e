import type { Result } from '../advice/result.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { type Format, renderers } from '../render/render.ts';
import type { ReportInput } from '../render/renderer.ts';
import { type CommonOptions, outputWidth, styleOutput, type World } from './world.ts';

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
  const render = await renderers[format]();
  return render(result, {
    width: outputWidth(world.io),
    style: styleOutput(world, flags),
    all: flags.all === true,
    rulebook: ready.rulebook,
    ...(format === 'html' ? { page: { ...(await world.loadPageAssets()), ready, input } } : {}),
  });
}
