import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess.ts';
import { type Format, formats, render } from '../../../src/render/render.ts';
import { setFacts } from '../../support/build-workload.ts';
import { loadRules } from '../../support/load-rules.ts';
import { prepareRendering } from '../../support/render-report.ts';

// One advice in every format, to be read: a waiver, a what-if, a gate that tripped, reasons on both
// sides. After a wanted change: npx vitest run test/unit/render/snapshots.test.ts -u, then read the diff.

const file = 'fixtures/ward-monitor.yaml';
const set = setFacts(loadRules(), 'site.vms=vsphere');
const { result, context } = prepareRendering([{ file, text: readFileSync(file, 'utf8') }], set);
const endings: Readonly<Record<Format, string>> = {
  text: 'txt',
  json: 'json',
  markdown: 'md',
  html: 'html',
  sarif: 'sarif',
  github: 'txt',
  summary: 'md',
  junit: 'xml',
  csv: 'csv',
};

/** With a gate that trips: it is not vm. */
function holdToGates() {
  const { page } = context;
  const [workload] = page?.input.workloads ?? [];
  if (page === undefined || workload === undefined) throw new Error('no workload');
  const gates = { expect: ['vm'], require: ['forced'] };
  return { ...result, results: [assess(workload, page.ready, { ...page.input, set, gates })] };
}

/** The digest moves with every edit of a rule; what only the page's program reads is no output to look at. */
function blur(text: string): string {
  return text
    .replace(/[0-9a-f]{64}/g, '<digest>')
    .replace(/\([0-9a-f]{8}\)/g, '(<digest>)')
    .replace(/(<script id="report-data"[^>]*>).*?(<\/script>)/s, '$1$2')
    .replace(/></g, '>\n<'); // one element a line, so that a diff can be read
}

describe('the same advice', () => {
  const judged = holdToGates();

  it.each(formats)('as %s', async (format) => {
    const text = await render('advice', format, judged, context);
    await expect(blur(text)).toMatchFileSnapshot(`../../snapshots/ward-monitor-${format}.${endings[format]}`);
  });
});
