import { maskOfKind } from '../../../src/decide/kinds.ts';
import { describe, expect, it } from 'vitest';
import { container, joinSuits, vm } from '../../../src/decide/model.ts';
import type { Claim } from '../../../src/rulebook/rulebook.ts';
import { loadRules } from '../../support/load-rules.ts';

// The rulebook held against the article: every claim is used the way it points, or says why not.

const { rulebook, model } = loadRules();
const { rules, placements, actions, params, sources, claims, corrections } = rulebook;
const containers = maskOfKind(model, container);
const vms = maskOfKind(model, vm);

/** Kinds of claims that point nowhere, with the correction that says why. */
const explainedByCorrection: readonly { claim: string; kind: string; correction: string; because: string }[] =
  [
    {
      claim: 'C54',
      kind: 'ctr',
      correction: 'B15',
      because: 'Which tool is harder to learn was not to be found out, so it casts no vote.',
    },
  ];

/** Sources that only a correction rests on: they say why a claim casts no vote, or a smaller one. */
const citedByCorrectionsOnly = [
  'cncf-survey-2020',
  'cncf-survey-2025',
  'docker-export',
  'firecracker-design',
  'istio-performance-1-12',
  'kubernetes-use-2026',
  'lightvm-paper',
  'systemd-detect-virt',
  'vm-startup-2012',
  'vm-startup-2021',
  'vmware-container-guide',
  'vmware-vm-files',
];

/** Which ways a text is used: by rules, placements and actions that cite it. */
function listUses(id: string): string[] {
  const uses = new Set<string>();
  rules.forEach((rule, index) => {
    const compiled = model.rules[index];
    if (!rule.cites.includes(id) || compiled === undefined) return;
    if (compiled.favours === vm || (compiled.removes & containers) !== 0) uses.add('vm');
    if (compiled.favours === container || (joinSuits(compiled.suits) & containers) !== 0) uses.add('ctr');
  });
  for (const placement of placements)
    if (placement.cites.includes(id)) uses.add(placement.kind === 'vm' ? 'vm' : 'ctr');
  actions.forEach((action, index) => {
    const where = model.actions[index]?.for ?? 0;
    if (!action.cites.includes(id)) return;
    uses.add('action');
    if (where !== 0 && (where & vms) === 0) uses.add('ctr');
  });
  return [...uses];
}

const useOfKind: Readonly<Record<string, string>> = { hard: 'vm', vm: 'vm', ctr: 'ctr', action: 'action' };

/** The kinds of a claim that nothing answers. */
function listUnanswered({ id, kinds }: Claim): string[] {
  const uses = listUses(id);
  return kinds.filter((kind) => {
    const use = useOfKind[kind];
    return use !== undefined && !uses.includes(use);
  });
}

/** Everything that cites: rules, placements, actions and thresholds. */
const citing = [...rules, ...placements, ...actions, ...params];
const cited = new Set(citing.flatMap(({ cites }) => cites));
const citedByCorrections = new Set(corrections.flatMap(({ cites }) => cites));
const isSilent = ({ kinds }: Claim) => kinds.every((kind) => kind === 'info' || kind === 'neutral');

const number = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);

describe('the claims of the article', () => {
  it('are all there', () => {
    expect(claims.map(({ id }) => id)).toEqual(number('C', 83));
  });

  it.each(claims.filter((claim) => !isSilent(claim)).map((claim) => ({ ...claim, claim })))(
    '$id points somewhere, and something points there with it: $says',
    ({ id, claim }) => {
      const explained = explainedByCorrection.filter((each) => each.claim === id);
      expect(listUnanswered(claim)).toEqual(explained.map(({ kind }) => kind));
    },
  );

  it('are excused by a correction only where nothing points there', () => {
    const unanswered = claims.flatMap((claim) => listUnanswered(claim).map((kind) => `${claim.id} ${kind}`));
    expect(unanswered).toEqual(explainedByCorrection.map(({ claim, kind }) => `${claim} ${kind}`));
  });

  it.each(explainedByCorrection)('$claim need not: $because', ({ claim, correction }) => {
    expect(claims.find(({ id }) => id === claim)?.['corrected-by']).toContain(correction);
  });

  it('say why they are silent exactly where they cast no vote and ask for nothing', () => {
    const silent = claims.filter((claim) => claim.silent !== undefined);
    expect(silent.map(({ id }) => id)).toEqual(claims.filter(isSilent).map(({ id }) => id));
  });
});

describe('the corrections', () => {
  it('are all there', () => {
    expect(corrections.map(({ id }) => id)).toEqual(number('B', 30));
  });

  it('are named by the claims they are about, and by no other', () => {
    const pairs = (list: [string, string][]) => list.map((pair) => pair.join(' ')).sort();
    const fromCorrections = corrections.flatMap(({ id, about }) =>
      about.map((claim): [string, string] => [claim, id]),
    );
    const fromClaims = claims.flatMap(({ id, 'corrected-by': by = [] }) =>
      by.map((correction): [string, string] => [id, correction]),
    );
    expect(pairs(fromClaims)).toEqual(pairs(fromCorrections));
  });

  it('are all cited by a rule, placement or action', () => {
    expect(corrections.filter(({ id }) => !cited.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

describe('the sources', () => {
  it('are cited by a rule, placement, action or correction', () => {
    const unused = sources.filter(({ id }) => !cited.has(id) && !citedByCorrections.has(id));
    expect(unused.map(({ id }) => id)).toEqual([]);
  });

  it('are listed here where only a correction rests on them', () => {
    const onlyThere = sources.filter(({ id }) => !cited.has(id)).map(({ id }) => id);
    expect(onlyThere.sort()).toEqual(citedByCorrectionsOnly);
  });
});

describe('citations', () => {
  const known = [...claims, ...corrections, ...sources].map(({ id }) => id);

  it('name something that exists', () => {
    const names = new Set([...cited, ...citedByCorrections]);
    names.delete('judgement');
    expect([...names].filter((name) => !known.includes(name))).toEqual([]);
  });

  it('name nothing twice', () => {
    const doubled = [...citing, ...corrections].filter(({ cites }) => new Set(cites).size < cites.length);
    expect(doubled.map(({ id }) => id)).toEqual([]);
  });

  it('call every threshold our judgement, as no source gives one of these numbers', () => {
    expect(params.filter(({ cites }) => !cites.includes('judgement')).map(({ id }) => id)).toEqual([]);
  });

  it('of a rule that excludes are never corrected claims alone', () => {
    expect(listNaiveExclusions()).toEqual([]);
  });
});

/** Rules that rule something out and rest on a corrected claim without its correction or a source. */
function listNaiveExclusions(): string[] {
  const corrected = new Map(claims.map((claim) => [claim.id, claim['corrected-by'] ?? []]));
  return rules
    .filter((rule) => rule['rules-out'] !== undefined || rule.isolation !== undefined)
    .filter(({ cites }) => cites.every((id) => (corrected.get(id)?.length ?? 0) > 0))
    .map(({ id }) => id);
}
