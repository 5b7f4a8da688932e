import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildState } from '../../../src/decide/build-state.ts';
import { decide } from '../../../src/decide/decide.ts';
import type { Model } from '../../../src/decide/model.ts';
import { connectProcess } from '../../../src/io.ts';
import { combineFacts } from '../../../src/workload/workload.ts';
import { readWorkloads } from '../../../src/workload/read-workloads.ts';
import { loadRules } from '../../support/load-rules.ts';
import { positionOf } from '../../support/build-rulebook.ts';

// What the golden sets cannot see: mechanisms of the deciding, each with workloads that come out
// differently without it. Its absence is simulated by a model that is changed, not by other code.

const { model, rulebook } = loadRules();
const io = connectProcess();
const folder = 'fixtures/golden/mechanisms';

const mechanisms = ['by-way-of', 'cap', 'needs', 'concerns'] as const;
type Mechanism = (typeof mechanisms)[number];

interface Outcome {
  readonly headline: string;
  readonly strength: string | null;
  readonly forms: readonly string[];
}

interface Row {
  readonly mechanism: Mechanism;
  readonly 'comes-out': Outcome;
  readonly without: Outcome;
  readonly because: string;
}

const table = Object.entries(parse(readFileSync(`${folder}/expected.yaml`, 'utf8')) as Record<string, Row>);

/** Concerns that an earlier trial had as one, "the machine". */
const daughters = ['own-kernel', 'machine-identity', 'desktop-and-devices', 'ageing'].map((id) =>
  positionOf(rulebook.concerns, id),
);

/** The model with the votes of some concerns counted as those of one. */
function mergeConcerns(merged: readonly number[]): Model {
  const rules = model.rules.map((rule) =>
    merged.includes(rule.concern) ? { ...rule, concern: merged[0] ?? rule.concern } : rule,
  );
  return { ...model, rules };
}

const everywhere = 2 ** model.placements.length - 1;
const without: Readonly<Record<Mechanism, Model>> = {
  'by-way-of': { ...model, rules: model.rules.map((rule) => ({ ...rule, byWayOf: everywhere })) },
  cap: {
    ...model,
    concerns: model.rules.length,
    rules: model.rules.map((rule, index) => ({ ...rule, concern: index })),
  },
  needs: { ...model, placements: model.placements.map((placement) => ({ ...placement, needs: null })) },
  concerns: mergeConcerns(daughters),
};

function decideOn(within: Model, name: string): Outcome {
  const [workload] = readWorkloads(io, `${folder}/${name}.yaml`, rulebook);
  if (workload === undefined) throw new Error(`${name} is empty`);
  const { state } = buildState(model, combineFacts(workload.facts));
  const { headline, strength, forms } = decide(within, state);
  return { headline, strength, forms: forms.map((form) => model.placements[form]?.id ?? '') };
}

describe.each(table)('%s', (name, row) => {
  it(`comes out as it should: ${row.because}`, () => {
    expect(decideOn(model, name)).toEqual(row['comes-out']);
  });

  it(`comes out otherwise without ${row.mechanism}`, () => {
    expect(decideOn(without[row.mechanism], name)).toEqual(row.without);
    expect(row.without).not.toEqual(row['comes-out']);
  });

  it.each(mechanisms.filter((each) => each !== row.mechanism))('does not hang on %s', (other) => {
    expect(decideOn(without[other], name)).toEqual(row['comes-out']);
  });
});

describe('the workloads for mechanisms', () => {
  it('are all in the table, and nothing else is', () => {
    const files = readdirSync(folder).filter((name) => name !== 'expected.yaml');
    expect(files.sort()).toEqual(table.map(([name]) => `${name}.yaml`).sort());
  });

  it.each(mechanisms)('show %s at least twice', (mechanism) => {
    expect(table.filter(([, row]) => row.mechanism === mechanism).length).toBeGreaterThanOrEqual(2);
  });

  it.each(daughters.map((daughter) => [rulebook.concerns[daughter]?.title ?? '', daughter] as const))(
    'show that %s is a concern of its own',
    (_, daughter) => {
      const others = daughters.filter((other) => other !== daughter);
      const seen = table.some(([name, row]) =>
        others.some((other) => {
          const merged = mergeConcerns([daughter, other]);
          return JSON.stringify(decideOn(merged, name)) !== JSON.stringify(row['comes-out']);
        }),
      );
      expect(seen).toBe(true);
    },
  );
});
