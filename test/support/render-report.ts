import type { Result } from '../../src/advice/result.ts';
import { assess } from '../../src/assess.ts';
import { parseYaml } from '../../src/read/parse-yaml.ts';
import type { RenderContext } from '../../src/render/renderer.ts';
import { createStyle } from '../../src/text/style.ts';
import { parseWorkload } from '../../src/workload/parse-workload.ts';
import type { FactStatement } from '../../src/workload/workload.ts';
import { loadRules } from './load-rules.ts';

/** A result and what a renderer needs beside it. */
export interface Rendering {
  readonly result: Result;
  readonly context: RenderContext;
}

/** The day that waivers are judged by in these tests. */
const today = '2027-01-15';

/**
 * Judges workloads by the default rulebook, ready for any renderer; the page has no program.
 * @param files each with its text
 */
export function prepareRendering(
  files: readonly { readonly file: string; readonly text: string }[],
  set: readonly FactStatement[] = [],
): Rendering {
  const ready = loadRules();
  const workloads = files.flatMap(({ file, text }) => {
    const documents = parseYaml(text, file);
    return documents.map((document, index) =>
      parseWorkload(document, ready.rulebook, documents.length > 1 ? index + 1 : undefined),
    );
  });
  const { name, version, digest } = ready.rulebook;
  const dated = workloads.some(({ waivers }) => waivers.some(({ until }) => until !== undefined));
  return {
    result: {
      schemaVersion: 1,
      tool: { name: 'advise', version: '1.2.3' },
      rulebooks: [{ name, version, digest }],
      ...(dated ? { asOf: today } : {}),
      results: workloads.map((workload) => assess(workload, ready, { today, set })),
    },
    context: {
      width: 80,
      style: createStyle(false),
      all: false,
      verbose: false,
      version: '1.2.3',
      rulebook: ready.rulebook,
      page: {
        script: '',
        style: '',
        ready,
        input: {
          workloads,
          profile: [],
          set,
          today,
          gates: { require: [] },
          ignoreWaivers: false,
          ignoreRulings: false,
        },
      },
    },
  };
}

/** Text that Markdown, HTML, Mermaid, YAML or a terminal could take for more than text. */
export const hostileTexts = [
  '# heading\n- [ ] item',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</script><svg onload=alert(1)>',
  '[link](javascript:alert(1)) ![i](http://evil.example/x.png)',
  'https://evil.example and www.evil.example and a@evil.example',
  '`code` *strong* _em_ ~~del~~ | cell | [^C04] &lt;b&gt; \\',
  '"] --> evil["gotcha"]; click evil "javascript:alert(1)"',
  '---\nstatus: accepted\n---',
  "=cmd|' /C calc'!A0",
  '\u001b[31mred\u202e',
] as const;
