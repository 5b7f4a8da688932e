import { describe, expect, it } from 'vitest';
import { extendSmall, makeReady } from '../../support/build-extension.ts';
import { complaintsOf } from '../../support/build-workload.ts';

// A threshold may be a size with a unit; it counts in the unit of the fact that it is held against.

const team = (value: string): string => `facts:
  - { id: state.store, name: store, question: How much?, kind: number, unit: GiB, above: 0 }
  - { id: state.count, name: count, question: How many?, kind: number, above: 0 }
params: [{ id: small-store, value: ${value}, because: Small is small., cites: [judgement] }]
rules:
  - id: little-to-keep
    concern: platform
    title: It keeps little
    when: { state.store: { at-most: $small-store } }
    favours: { container: slight }
    because: Little is moved with it.
    cites: [judgement]
    examples: { fires: { state.store: 0.1 }, quiet: { state.store: 900 } }
`;

describe('a threshold', () => {
  it.each([
    { value: '2 GiB', cut: 2 },
    { value: '512 MiB', cut: 0.5 },
    { value: '512Mi', cut: 0.5 },
    { value: '1 TiB', cut: 1024 },
    { value: '4', cut: 4 },
  ])('of $value cuts at $cut GiB', ({ value, cut }) => {
    const { model } = makeReady(extendSmall(team(value)));
    const fact = model.facts.find(({ id }) => id === 'state.store');
    expect(fact?.cuts.map(({ at }) => at)).toEqual([cut]);
  });

  it('is set to another unit by a team above', () => {
    const acme = extendSmall(team('2 GiB'));
    const set = 'set: [{ param: small-store, to: 256 MiB, because: Ours are smaller. }]\n';
    const { model } = makeReady(extendSmall(set, 'team', acme));
    expect(model.facts.find(({ id }) => id === 'state.store')?.cuts.map(({ at }) => at)).toEqual([0.25]);
  });

  it.each(['2 stones', '4 Gb', 'much'])('of %s is refused where it is used', (value) => {
    const [complaint = ''] = complaintsOf(() => extendSmall(team(value)));
    expect(complaint).toContain('small-store');
    expect(complaint).toContain('expected a number of GiB');
  });

  it('with a unit does not fit a fact without one', () => {
    const text = team('2 GiB').replace('when: { state.store', 'when: { state.count');
    const [complaint = ''] = complaintsOf(() => extendSmall(text));
    expect(complaint).toMatch(/^acme\.yaml:\d+:\d+ .*small-store/);
  });
});
