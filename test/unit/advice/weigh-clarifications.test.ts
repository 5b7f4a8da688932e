import { expect, it } from 'vitest';
import { weighClarifications } from '../../../src/advice/weigh-clarifications.ts';
import type { FactStatement, Workload } from '../../../src/workload/workload.ts';
import { loadRules } from '../../support/load-rules.ts';

const at = { file: 'estate.csv', line: 2, column: 1 };
const workload = (
  name: string,
  clarification: string,
  facts: readonly FactStatement[],
  more = 0,
): Workload => ({
  name,
  file: at.file,
  facts,
  waivers: [],
  components: [],
  unclear: [{ clarification, at }],
  alike: Array.from({ length: more }, (_, index) => ({ name: `${name}-${index}`, at })),
});
const say = (fact: string, value: string): FactStatement => ({ fact, values: [value], origin: 'stated' });

it('of the questions that are open, those come first on which most verdicts hang', () => {
  const desktop = [say('os.desktop', 'yes'), say('os.family', 'windows')];
  const weighed = weighClarifications(
    [
      workload('desk', 'own-module', desktop, 9),
      workload('camera', 'which-rights', [say('package.form', 'official-image')], 2),
      workload('vpn', 'why-the-engine', [say('package.form', 'official-image')]),
    ],
    loadRules(),
    [],
  );
  expect(
    weighed.map(({ clarification: { id }, things, hanging, raisedBy }) => [id, things, hanging, raisedBy]),
  ).toEqual([
    ['which-rights', 3, 3, ['camera and 2 like it']],
    ['why-the-engine', 1, 1, ['vpn']],
    ['own-module', 10, 0, ['desk and 9 like it']],
  ]);
});
