import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../../src/render/advice/html/html.tsx';
import { buildRulebook } from '../../../support/build-rulebook.ts';
import { assessText, readWorkload } from '../../../support/build-workload.ts';
import { makeContext, makeResult } from '../../../support/format-results.ts';

// The page without its script: what is to be considered first, the least bad placement, and rulings.

const today = '2026-07-01';
const trick = '<img src=x onerror=alert(1)> & "so"';
const ready = buildRulebook({
  outside: ['service'],
  rules: {
    c: {
      buy: { when: { 't.a': 'yes' }, consider: 'service', because: `Others ${trick} run it.` },
      'no-containers': { when: { 't.b': 'yes' }, 'rules-out': 'container', instead: `Ask ${trick}.` },
      'no-vms': { when: { 't.b': 'yes', 't.c': 'yes' }, 'rules-out': 'vm' },
    },
  },
});

/** The page on a workload, with nothing of its own program. */
function renderPage(text: string): string {
  const input = {
    workloads: [readWorkload(ready, text)],
    profile: [],
    set: [],
    today,
    gates: { require: [] },
    ignoreWaivers: false,
    ignoreRulings: false,
  };
  const context = { ...makeContext(ready), page: { script: '', style: '', ready, input } };
  return renderHtml(makeResult(ready, [assessText(ready, text, { today })]), context);
}

const rulings = `facts: { t: { d: yes } }
rulings:
  - { rules-out: container.plain, because: ${JSON.stringify(`the board ${trick} says so`)}, by: the board }
  - { favours: { vm: slight }, because: it was so, by: "<b>J. Doe", until: 2026-01-01 }
`;

describe('the page', () => {
  it.each([
    {
      of: 'what to consider first',
      text: 'facts: { t: { a: yes } }',
      says: ['Consider first', 'Others &lt;img'],
    },
    {
      of: 'the least bad placement',
      text: 'facts: { t: { b: yes, c: yes } }',
      says: ['Least bad', 'Ask &lt;img'],
    },
    { of: 'a ruling', text: rulings, says: ['the board &lt;img'] },
    { of: 'a ruling that has run out', text: rulings, says: ['2026-01-01', '&lt;b>J. Doe'] },
  ])('tells $of, as text and nothing more', ({ text, says }) => {
    const page = renderPage(text);
    for (const each of says) expect(page).toContain(each);
    expect(page).not.toContain('<img src=x');
    expect(page).not.toContain('<b>J.');
  });

  it.each([{ what: 'Consider first' }, { what: 'Least bad' }, { what: 'rulings.1' }])(
    'says nothing of $what where there is nothing to say',
    ({ what }) => {
      expect(renderPage('facts: { t: { d: yes } }')).not.toContain(what);
    },
  );
});
