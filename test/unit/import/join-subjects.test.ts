import { describe, expect, it } from 'vitest';
import type { Identity, ImportedArtefact, ImportedWorkload } from '../../../src/import/importer.ts';
import type { JoinKey } from '../../../src/import/join-keys.ts';
import { joinSubjects } from '../../../src/import/join-subjects.ts';

const at = { file: 'estate.csv', line: 2, column: 1 };

function machine(name: string, identity: Identity = {}, rule = name): ImportedWorkload {
  const inference = { fact: 'os.family', values: ['linux'], certainty: 'proves', rule, at } as const;
  return { name, at, identity, inferences: [inference], parts: [] };
}

const artefact = (...workloads: readonly ImportedWorkload[]): ImportedArtefact => ({
  workloads,
  unread: [],
  remarks: [],
  problems: [],
});

/** Names with the rules that speak of them: `erp < erp, ERP.corp`. */
function join(by: JoinKey, ...artefacts: readonly (readonly ImportedWorkload[])[]) {
  const { artefacts: left, ...rest } = joinSubjects(
    artefacts.map((each) => artefact(...each)),
    by,
  );
  return {
    ...rest,
    left: left.map(({ workloads }) =>
      workloads.map(({ name, inferences }) => `${name} < ${inferences.map(({ rule }) => rule).join(', ')}`),
    ),
  };
}

describe('machines of several artefacts', () => {
  it('are the same by name, whatever its case and domain, and stay with the first', () => {
    expect(
      join('name', [machine('erp'), machine('web')], [machine('ERP.corp.example'), machine('db')]),
    ).toEqual({
      left: [['erp < erp, ERP.corp.example', 'web < web'], ['db < db']],
      moved: 1,
      alone: ['db'],
    });
  });

  it('are told apart by their domains where two have the same first label', () => {
    const { left } = join(
      'name',
      [machine('web.a.example'), machine('web.b.example')],
      [machine('web.b.example')],
    );
    expect(left).toEqual([
      ['web.a.example < web.a.example', 'web.b.example < web.b.example, web.b.example'],
      [],
    ]);
  });

  it('called by an address are not the same because it begins alike', () => {
    expect(join('name', [machine('10.0.0.7')], [machine('10.0.0.8')]).moved).toBe(0);
  });

  it.each([
    { name: 'as it is', other: '422C4A11-8E2B-3B53-0C2F-9F2A5D1E7B60' },
    { name: 'in braces', other: '{422c4a11-8e2b-3b53-0c2f-9f2a5d1e7b60}' },
    { name: 'as the firmware turns it round', other: '114A2C42-2B8E-533B-0C2F-9F2A5D1E7B60' },
  ])('are the same by UUID, $name', ({ other }) => {
    const uuid = '422c4a11-8e2b-3b53-0c2f-9f2a5d1e7b60';
    expect(join('uuid', [machine('erp', { uuid })], [machine('host-7', { uuid: other })]).left).toEqual([
      ['erp < erp, host-7'],
      [],
    ]);
  });

  it('stay by themselves without a key, or with one that firmware leaves empty', () => {
    const zero = { uuid: '00000000-0000-0000-0000-000000000000' };
    expect(join('uuid', [machine('a'), machine('b', zero)], [machine('c'), machine('d', zero)]).moved).toBe(
      0,
    );
  });

  it('are refused where two of one artefact would be the same', () => {
    expect(() => join('name', [machine('erp'), machine('ERP')])).toThrow(
      '--join name cannot tell ERP from erp (estate.csv:2:1)',
    );
  });

  it('of several parts are systems, and stay as they are', () => {
    const system = { ...machine('erp'), parts: [machine('web')] };
    expect(join('name', [machine('erp')], [system]).moved).toBe(0);
  });
});
