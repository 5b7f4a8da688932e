import { describe, expect, it } from 'vitest';
import { assess } from '../../../../src/assess.ts';
import { renderHtml } from '../../../../src/render/advice/html/html.tsx';
import { renderMarkdown } from '../../../../src/render/advice/markdown/markdown.ts';
import { renderText } from '../../../../src/render/advice/text/text.ts';
import { loadRules } from '../../../support/load-rules.ts';
import { prepareRendering } from '../../../support/render-report.ts';

const text = (until: string) => `
advise: 1
name: ward
facts: { package: { vendor-support: vm-or-hardware-only, support-required: yes } }
waivers: [{ rule: vendor-support-is-required, because: the maker agreed${until} }]
`;

const cases = [
  { name: 'counts', until: '', ignoreWaivers: false, says: 'Waived' },
  {
    name: 'counts until a day',
    until: ', until: 2027-12-31',
    ignoreWaivers: false,
    says: 'Waived until 2027-12-31',
  },
  {
    name: 'has expired',
    until: ', until: 2026-12-31',
    ignoreWaivers: false,
    says: 'Waiver expired on 2026-12-31, the rule counts again',
  },
  {
    name: 'is ignored',
    until: ', until: 2027-12-31',
    ignoreWaivers: true,
    says: 'Waiver ignored (--no-waivers), the rule counts',
  },
];
const formats = { text: renderText, markdown: renderMarkdown, html: renderHtml };

describe.each(Object.entries(formats))('as %s', (_format, render) => {
  it.each(cases)('a waiver that $name is said to', ({ until, ignoreWaivers, says }) => {
    const { result, context } = prepareRendering([{ file: 'ward.yaml', text: text(until) }]);
    const [workload] = context.page?.input.workloads ?? [];
    if (workload === undefined) throw new Error('no workload');
    const advice = assess(workload, loadRules(), { today: '2027-01-15', ignoreWaivers });
    const shown = render({ ...result, results: [advice] }, context);
    const states = cases
      .map((each) => each.says)
      .filter((state) => new RegExp(`${escape(state)}(\\*\\*|</strong>)?: `).test(shown));
    expect(states).toEqual([says]);
  });
});

/** What each format says of a waiver that decides one part of a system, and is idle in the other. */
const idle = {
  text: [],
  markdown: ['Here the rule would not fire anyway.'],
  html: ['(here the rule would not fire anyway)'],
};

it.each(Object.entries(formats))(
  'as %s: a waiver that decides a part of a system is called idle only where it is',
  (format, render) => {
    const { result, context } = prepareRendering([
      {
        file: 'ward.yaml',
        text: `${text('')}components:\n  - name: monitor\n  - name: printer\n    facts: { package: { vendor-support: any-platform } }\n`,
      },
    ]);
    const said = render(result, context).match(/\(?(here )?the rule would not fire anyway[.)]/gi) ?? [];
    expect(said).toEqual(idle[format as keyof typeof idle]);
  },
);

function escape(pattern: string): string {
  return pattern.replace(/[()]/g, '\\$&');
}
