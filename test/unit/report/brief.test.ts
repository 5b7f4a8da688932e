import { describe, expect, it } from 'vitest';
import { viewBrief } from '../../../src/report/brief.ts';
import { createNames } from '../../../src/report/names.ts';
import { listReportParts } from '../../../src/report/part.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText } from '../../support/build-workload.ts';

const ready = buildRulebook({
  rules: {
    one: {
      'no-microvms': {
        when: { 't.a': 'yes' },
        'rules-out': ['container.microvm'],
        because: 'Nothing starts a microVM.',
      },
    },
    two: {
      'no-containers': {
        when: { 't.a': 'yes' },
        'rules-out': ['container.plain', 'container.orchestrated', 'container.microvm'],
        because: 'Nothing runs containers.',
      },
    },
    three: { 'for-vms': { when: { 't.a': 'yes' }, favours: { vm: 'slight' }, because: 'It is liked.' } },
  },
});

describe('the reasons of a first screen', () => {
  it('begin with what rules out a whole kind, before what rules out one form of it', () => {
    const advice = assessText(ready, 'facts: { t: { a: yes } }');
    const [about] = listReportParts(advice, createNames(ready.rulebook), false);
    if (about === undefined) throw new Error('nothing was placed');
    expect(viewBrief(about).reasons.map(({ because }) => because)).toEqual([
      'Nothing runs containers',
      'Nothing starts a microVM',
      'It is liked',
    ]);
  });
});
