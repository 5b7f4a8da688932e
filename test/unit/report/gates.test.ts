import { describe, expect, it } from 'vitest';
import type { Gate } from '../../../src/advice/result.ts';
import { viewGates } from '../../../src/report/gates.ts';
import { createNames } from '../../../src/report/names.ts';
import { assessText } from '../../support/build-workload.ts';
import { loadRules } from '../../support/load-rules.ts';

const ready = loadRules();
const names = createNames(ready.rulebook);

/** What the default rulebook says of a strength that was not reached. */
function explain(facts: string, wanted: string): string {
  const advice = assessText(ready, `facts: ${facts}`, { gates: { require: [wanted] } });
  return viewGates(advice, names).map(({ because }) => because)[0] ?? '';
}

describe('what would let a gate pass', () => {
  it.each([
    {
      name: 'is what nobody said, before what is presumed',
      facts: '{ site: { containers: own-kubernetes, vms: none }, state: { kind: stateless } }',
      wanted: 'clear',
      says: /^life of an instance is not stated; .* So would os\.host-access: node-agent \(presumed none\)/,
    },
    {
      name: 'is never an order that nobody gave, as whoever has one knows it',
      facts: '{ os: { init: init-with-services }, life: { runs-today: vm-or-machine } }',
      wanted: 'clear',
      says: /^(?!.*site\.mandate)/,
    },
    {
      name: 'is told plainly where no answer would',
      facts: '{ os: { family: linux }, package: { form: built-from-source, licence: machine-bound } }',
      wanted: 'forced',
      says: /No single answer would make it forced$/,
    },
  ])('$name', ({ facts, wanted, says }) => {
    expect(explain(facts, wanted)).toMatch(says);
  });

  it.each([
    { origin: 'presumed', fact: 'os.own-kernel', says: 'only something unlikely would make it clear' },
    { origin: 'presumed', fact: 'os.desktop', says: 'graphical desktop is presumed no; ' },
    { origin: 'stated', fact: 'site.containers', says: 'only another answer would make it clear' },
  ] as const)('is told as what it is: $origin $fact', ({ origin, fact, says }) => {
    const advice = assessText(ready, 'facts: { os: { family: linux } }', { gates: { require: ['clear'] } });
    const [gate] = advice.gates;
    const lifts: Gate['lifts'] = [{ fact, values: ['yes'], now: 'no', origin }];
    const [view] = viewGates({ ...advice, gates: gate === undefined ? [] : [{ ...gate, lifts }] }, names);
    expect(view?.because).toContain(says);
  });
});
