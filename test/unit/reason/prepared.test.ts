import { describe, expect, it } from 'vitest';
import { compileKernel } from '../../../src/decide/kernel.ts';
import { prepareModel } from '../../../src/reason/engine/prepared.ts';
import { loadSmallRulebook } from '../../support/load-small-rulebook.ts';

const { model } = loadSmallRulebook();
const kernel = compileKernel(model, new Set());

describe('a kernel that is there already', () => {
  it('is taken for the model that it was compiled from', () => {
    expect(prepareModel(model, new Set(), kernel).kernel).toBe(kernel);
  });

  it.each([
    { where: 'a rule is waived', of: model, waived: [0] },
    { where: 'the model is another one', of: { ...model, rules: model.rules.slice(1) }, waived: [] },
  ])('is left where $where', ({ of, waived }) => {
    const prepared = prepareModel(of, new Set(waived), kernel);
    expect(prepared.kernel).not.toBe(kernel);
    expect(prepared.kernel.table).toEqual(compileKernel(of, new Set(waived)).table);
  });
});
