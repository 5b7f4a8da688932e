import { describe, expect, it } from 'vitest';
import { leaveOutFacts } from '../../../../src/prove/diff/leave-out-facts.ts';
import { parseYaml } from '../../../../src/read/parse-yaml.ts';
import { extendSmall } from '../../../support/build-extension.ts';
import { loadSmallRulebook } from '../../../support/load-small-rulebook.ts';

const { rulebook: small } = loadSmallRulebook();
const acme = extendSmall(`fact-groups:
  - { id: acme, title: Acme, changed-by: people }
facts:
  - { id: acme.zone, was: [acme.area], name: zone, question: Which?, kind: yes-no, values: { yes: a, no: b } }
  - { id: site.quay, name: quay, question: There?, kind: yes-no, values: { yes: a, no: b } }
`);

function read(text: string, reader = small, other = acme): unknown {
  const [document] = parseYaml(text, 'workload.yaml');
  return document === undefined ? undefined : leaveOutFacts(document, reader, other).data;
}

describe('a file as the rulebook reads it that lacks some of its facts', () => {
  it.each([
    { what: 'a fact', facts: '{ site: { vms: yes, quay: no } }', left: { site: { vms: 'yes' } } },
    { what: 'all facts of a group', facts: '{ acme: { zone: yes }, os: {} }', left: { os: {} } },
    { what: 'a fact by an old name', facts: '{ acme: { area: yes } }', left: {} },
    { what: 'nothing', facts: '{ site: { vms: yes } }', left: { site: { vms: 'yes' } } },
    {
      what: 'not what neither of the two knows',
      facts: '{ site: { quai: yes }, acme: { zoen: no } }',
      left: { site: { quai: 'yes' }, acme: { zoen: 'no' } },
    },
    { what: 'not what is no map', facts: '[site, { quay: no }]', left: ['site', { quay: 'no' }] },
  ])('lacks $what', ({ facts, left }) => {
    expect(read(`advise: 1\nfacts: ${facts}`)).toEqual({ advise: 1, facts: left });
    expect(read(`components: [{ name: web, facts: ${facts} }, web]`)).toEqual({
      components: [{ name: 'web', facts: left }, 'web'],
    });
  });

  it('is whole for the rulebook that knows them all', () => {
    const text = 'facts: { site: { quay: no }, acme: { zone: yes } }';
    expect(read(text, acme, small)).toEqual({ facts: { site: { quay: 'no' }, acme: { zone: 'yes' } } });
  });
});
