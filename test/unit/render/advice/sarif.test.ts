import fc from 'fast-check';
import type { Log, Result as SarifResult } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../../../src/advice/result.ts';
import type { ReadyRulebook } from '../../../../src/rulebook/ready.ts';
import { escapeText } from '../../../../src/text/safe.ts';
import { renderSarif } from '../../../../src/render/advice/sarif.ts';
import { compileSarifSchema } from '../../../support/compile-sarif-schema.ts';
import { assessText } from '../../../support/build-workload.ts';
import {
  assessFixtures,
  drivesTerminal,
  hostileNames,
  makeContext,
  makeResult,
  nameResult,
} from '../../../support/format-results.ts';
import { loadRules } from '../../../support/load-rules.ts';
import { loadSmallRulebook } from '../../../support/load-small-rulebook.ts';
import { howMany } from '../../../support/how-many.ts';

const small = loadSmallRulebook();
const fixtures = assessFixtures();

function render(ready: ReadyRulebook, result: Result): string {
  return renderSarif(result, makeContext(ready));
}

function parse(ready: ReadyRulebook, result: Result) {
  const log = JSON.parse(render(ready, result)) as Log;
  const [run] = log.runs;
  if (run === undefined) throw new Error('no run');
  return { run, results: run.results ?? [], rules: run.tool.driver.rules ?? [] };
}

const parseText = (text: string, options = {}) =>
  parse(small, makeResult(small, [assessText(small, text, options)]));

/** Where a result points to, as file:line:column, its rule, and how loud it is. */
function point({ ruleId, level, locations }: SarifResult): string {
  const place = locations?.[0]?.physicalLocation;
  const { startLine, startColumn } = place?.region ?? {};
  const at = place === undefined ? 'nowhere' : `${place.artifactLocation?.uri}:${startLine}:${startColumn}`;
  return `${level} ${ruleId} ${at}`;
}

describe('what is reported, and where', () => {
  test.each([
    {
      name: 'a verdict without anything against it is one note',
      text: 'facts: { site: { containers: engine, vms: yes } }',
      options: {},
      results: ['note verdict/headline app.yaml:1:1'],
    },
    {
      name: 'a rule that speaks against the verdict, at its fact; a slight one is a note',
      text: 'facts:\n  site: { containers: engine, vms: yes }\n  state: { kind: one-writer }',
      options: {},
      results: ['note verdict/headline app.yaml:1:1', 'note engine-at-hand app.yaml:3:23'],
    },
    {
      name: 'one that is more than slight is a warning',
      text: 'facts:\n  site: { containers: engine, vms: yes, instances: 20 }\n  os: { memory: 300 }',
      options: {},
      results: [
        'note verdict/headline app.yaml:1:1',
        'warning many-instances app.yaml:3:52',
        'note engine-at-hand app.yaml:3:23',
      ],
    },
    {
      name: 'a rule that rules out, though it carries the verdict',
      text: 'facts: { os: { desktop: yes }, site: { vms: yes } }',
      options: {},
      results: ['note verdict/headline app.yaml:1:1', 'note people-at-the-desktop app.yaml:2:25'],
    },
    {
      name: 'and is a warning where nothing is left',
      text: 'facts: { os: { desktop: yes }, site: { vms: no } }',
      options: {},
      results: ['note verdict/headline app.yaml:1:1', 'warning people-at-the-desktop app.yaml:2:25'],
    },
    {
      name: 'an action that a rule demands and stated facts contradict',
      text: 'facts: { os: { desktop: yes }, state: { kind: one-writer }, site: { containers: engine, vms: no } }\nwaivers: [{ rule: people-at-the-desktop, because: so }, { rule: engine-at-hand, because: so }]',
      options: {},
      results: [
        'note verdict/headline app.yaml:1:1',
        'note verdict/waiver app.yaml:3:11',
        'note verdict/waiver app.yaml:3:57',
        'warning owns-its-data app.yaml:2:47',
        'warning must/keep-copies app.yaml:2:25',
      ],
    },
    {
      name: 'only a tripped gate is an error: at what it hangs on, and where the file asks for it',
      text: 'expect: vm\nfacts: { site: { containers: engine, vms: yes } }',
      options: { gates: { expect: ['vm'], require: ['lean', 'clear'] } },
      results: [
        'error gate/expect app.yaml:3:30',
        'error gate/expect app.yaml:2:9',
        'error gate/require app.yaml:3:30',
        'note verdict/headline app.yaml:1:1',
      ],
    },
  ])('$name', ({ text, options, results }) => {
    expect(parseText(text, options).results.map(point)).toEqual(results);
  });

  test('the parts of a system are told apart', () => {
    const { results } = parse(small, nameResult({ workload: 'shop', component: 'front', file: 'shop.yaml' }));
    const names = results.map((each) => each.locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName);
    expect(new Set(names)).toEqual(new Set(['shop', 'shop/front', 'shop/desk']));
  });

  test('standard input has no line to point to, and says which workload it is', () => {
    const { results } = parse(small, nameResult({ workload: 'shop', component: 'front', file: '(stdin)' }));
    expect(results.length).toBeGreaterThan(3);
    expect(results.every((each) => each.locations?.[0]?.physicalLocation === undefined)).toBe(true);
    expect(results[0]?.locations?.[0]?.logicalLocations?.[0]?.name).toBe('shop');
  });

  test.each([
    ['a b/ä#1%.yaml', 'a%20b/%C3%A4%231%25.yaml'],
    ['./x.yaml', 'x.yaml'],
    ['c:x.yaml', 'c%3Ax.yaml'],
    ['../x.yaml', '../x.yaml'],
    ['/srv/my apps/x.yaml', 'file:///srv/my%20apps/x.yaml'],
  ])('the path %s is %s', (file, uri) => {
    const { results } = parse(small, nameResult({ workload: 'shop', component: 'front', file }));
    expect(results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(uri);
  });
});

describe('over every fixture', () => {
  const { results, rules, run } = parse(loadRules(), fixtures);

  test('errors are tripped gates, one each, and nothing else', () => {
    const tripped = fixtures.results.flatMap((advice) => advice.gates.filter((gate) => !gate.passed));
    const errors = results.filter((each) => each.level === 'error');
    expect(errors.length).toBe(tripped.length);
    expect(errors.every((each) => each.ruleId?.startsWith('gate/'))).toBe(true);
    expect(tripped.length).toBeGreaterThan(20);
  });

  test('every workload has one verdict', () => {
    const verdicts = results.filter((each) => each.ruleId === 'verdict/headline');
    expect(verdicts.length).toBe(fixtures.results.length);
    expect(new Set(verdicts.map((each) => each.level))).toEqual(new Set(['note']));
  });

  test('every rule that rules out or speaks against is there', () => {
    const expected = fixtures.results.flatMap((advice) =>
      (advice.components.length === 0 ? [advice] : advice.components).flatMap(({ reasons }) => [
        ...new Set([...reasons.against, ...reasons.rulingOut].map((reason) => reason.rule)),
      ]),
    );
    const reported = results.map((each) => each.ruleId ?? '').filter((id) => !id.includes('/'));
    expect([...reported].sort()).toEqual([...expected].sort());
  });

  test('what results refer to is described, with help, and nothing else is', () => {
    expect(results.map((each) => rules[each.ruleIndex ?? -1]?.id)).toEqual(
      results.map((each) => each.ruleId),
    );
    expect(rules.map((rule) => rule.id)).toEqual(
      [...new Set(results.map((each) => each.ruleId ?? ''))].sort(),
    );
    for (const { help, shortDescription, fullDescription } of rules) {
      expect(help?.text).toContain(fullDescription?.text);
      expect(help?.markdown).not.toBe('');
      expect(shortDescription?.text).not.toMatch(/\n/);
    }
  });

  test('help carries every citation, sources with their address', () => {
    const { rulebook } = loadRules();
    for (const rule of rules) {
      const cites = rulebook.rules.find((each) => each.id === rule.id)?.cites ?? [];
      const addresses = cites.flatMap((id) => rulebook.sources.filter((source) => source.id === id));
      for (const { address } of addresses) {
        expect(rule.help?.text).toContain(address);
        expect(rule.help?.markdown).toContain(`](<${encodeURI(address)}>)`);
      }
      if (cites.length > 0) expect(rule.help?.text.match(/^- /gm)).toHaveLength(cites.length);
    }
  });

  test('no two results have one fingerprint', () => {
    const fingerprints = results.map((each) => each.partialFingerprints?.['advise/v1']);
    expect(new Set(fingerprints).size).toBe(results.length);
  });

  test('a fingerprint is the same for every way to write a path', () => {
    const fingerprintsOf = (file: string) => {
      const result = makeResult(small, [assessText(small, 'facts: { state: { kind: stateless } }')]);
      const results = result.results.map((each) => ({ ...each, workload: { ...each.workload, file } }));
      return parse(small, { ...result, results }).results.map((each) => each.partialFingerprints);
    };
    expect(fingerprintsOf('./a//b.yaml')).toEqual(fingerprintsOf('a/b.yaml'));
    expect(fingerprintsOf('/a/b.yaml')).not.toEqual(fingerprintsOf('a/b.yaml'));
  });

  test('a fingerprint outlives a line more in the file', () => {
    const facts = 'facts:\n  site: { containers: engine, vms: yes }\n  state: { kind: one-writer }';
    const fingerprintsOf = (text: string) => parseText(text).results.map((each) => each.partialFingerprints);
    expect(fingerprintsOf(`# a comment\n\n${facts}`)).toEqual(fingerprintsOf(facts));
  });

  test('the run names the rulebook', () => {
    expect(run.properties).toMatchObject({ rulebooks: fixtures.rulebooks });
  });
});

describe('hostile names', () => {
  test('stay inside their strings, and nothing drives a terminal', () => {
    fc.assert(
      fc.property(hostileNames, (names) => {
        const text = render(small, nameResult(names));
        expect(text).not.toMatch(drivesTerminal);
        expect(text.endsWith('}\n')).toBe(true);
        const { results } = (JSON.parse(text) as Log).runs[0] ?? {};
        const [verdict] = (results ?? []).filter((each) => each.ruleId === 'verdict/headline');
        expect(verdict?.locations?.[0]?.logicalLocations?.[0]?.name).toBe(escapeText(names.workload));
        for (const each of results ?? []) {
          const uri = each.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
          expect(uri).toMatch(/^[A-Za-z0-9\-._~!*'()%/:]*$/);
          expect(() => new URL(uri, 'file:///srv/')).not.toThrow();
        }
      }),
      { numRuns: howMany(60) },
    );
  });
});

describe('by others', () => {
  const check = compileSarifSchema();

  test('is what its published schema wants', () => {
    expect(check(JSON.parse(render(loadRules(), fixtures))), JSON.stringify(check.errors)).toBe(true);
    expect(check({ version: '2.1.0', runs: [{}] })).toBe(false);
    fc.assert(
      fc.property(hostileNames, (names) => {
        expect(check(JSON.parse(render(small, nameResult(names)))), JSON.stringify(check.errors)).toBe(true);
      }),
      { numRuns: howMany(50) },
    );
  });
});
