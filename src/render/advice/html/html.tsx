import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Result } from '../../../advice/result.ts';
import { createNames } from '../../../report/names.ts';
import { packText } from '../../../text/pack.ts';
import { guardElements } from './guard-elements.ts';
import { gatherPage } from './page-data.ts';
import { ReportDocument } from './report-document.tsx';
import type { Renderer, RenderContext } from '../../renderer.ts';

/**
 * One self-contained page: complete without scripts, and with them every fact can be changed and the
 * advice follows. A policy on the page forbids it every request.
 */
export const renderHtml: Renderer<Result> = (result, context) => {
  if (context.page === undefined) throw new Error('an HTML report needs the assets of the page');
  const { script, style } = context.page;
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const data = writeData(result, context);
  return `<!doctype html>\n${renderSafely(() => (
    <ReportDocument
      result={result}
      names={createNames(context.rulebook)}
      policy={policy}
      style={style}
      script={script}
      data={data}
    />
  ))}\n`;
};

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function renderSafely(create: () => VNode): string {
  const end = guardElements();
  try {
    return renderToString(create());
  } finally {
    end();
  }
}

/** Packed, since the rulebook in it is most of the page's bytes; and so no `<` in it can end the element. */
function writeData(result: Result, { page }: RenderContext): string {
  return page === undefined ? '' : packText(JSON.stringify(gatherPage(result, page)));
}
