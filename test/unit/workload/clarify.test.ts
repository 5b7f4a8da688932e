import { describe, expect, it } from 'vitest';
import { artefactKinds } from '../../../src/import/kinds.ts';
import { clarifications } from '../../../src/workload/clarifications.ts';
import { answerFacts, clarify, type GivenAnswer } from '../../../src/workload/clarify.ts';
import { splitAnswers } from '../../../src/workload/parse-clarify.ts';
import type { FactStatement, Workload } from '../../../src/workload/workload.ts';
import { loadRules } from '../../support/load-rules.ts';

const { facts } = loadRules().rulebook;
const at = { file: 'compose.yaml', line: 7, column: 3 };
const given = (clarification: string, answer: string): GivenAnswer => ({
  clarification,
  answer,
  origin: 'set',
});
const say = (
  fact: string,
  values: readonly string[],
  origin: FactStatement['origin'] = 'component',
): FactStatement => ({ fact, values, origin });
const known = (statements: readonly FactStatement[]) =>
  Object.fromEntries(statements.map(({ fact, values, origin }) => [fact, [origin, ...(values ?? [])]]));

describe('every clarification', () => {
  const answers = clarifications.flatMap(({ id, answers: all }) =>
    Object.entries(all).map(([answer, { says }]) => ({ name: `${id}=${answer}`, says })),
  );

  it.each(answers)('$name says values of facts that the rulebook knows', ({ says }) => {
    for (const [id, values] of Object.entries(says)) {
      const fact = facts.find((each) => each.id === id);
      for (const value of values) expect(Object.keys(fact?.values ?? {}), id).toContain(value);
    }
  });

  it('is called like no fact', () => {
    const ids = facts.flatMap(({ id, was = [] }) => [id, ...was]);
    expect(clarifications.filter(({ id }) => ids.includes(id))).toEqual([]);
  });

  it('is asked and settled by rules of inference that there are', async () => {
    const importers = await Promise.all(artefactKinds.map(({ load }) => load()));
    const rules = importers.flatMap((importer) => importer.rules.map(({ id }) => id));
    for (const { askedBy, settledBy = [] } of clarifications)
      expect(rules).toEqual(expect.arrayContaining([...askedBy, ...settledBy]));
  });
});

describe('an answer', () => {
  const cases: {
    name: string;
    before: FactStatement[];
    answer: GivenAnswer;
    after: Record<string, readonly unknown[]>;
  }[] = [
    {
      name: 'narrows what was certain',
      before: [say('os.host-access', ['none', 'host-paths', 'node-agent'])],
      answer: given('which-rights', 'parts-of-the-host'),
      after: {
        'os.host-access': ['set', 'host-paths'],
        'os.runs-containers': ['set', 'no'],
        'os.runs-vms': ['set', 'no'],
      },
    },
    {
      name: 'takes the place of what was only suggested, and of nothing else',
      before: [say('os.kernel-module', ['no'], 'suggested'), say('os.realtime', ['yes'], 'suggested')],
      answer: given('own-module', 'own'),
      after: { 'os.realtime': ['suggested', 'yes'], 'os.kernel-module': ['set', 'yes'] },
    },
    {
      name: 'counts more than what it contradicts',
      before: [say('os.kernel-module', ['no'])],
      answer: given('own-module', 'own'),
      after: { 'os.kernel-module': ['set', 'yes'] },
    },
    {
      name: 'says nothing of what it does not speak of',
      before: [],
      answer: given('which-rights', 'all'),
      after: { 'os.host-access': ['set', 'privileged-app'] },
    },
  ];
  it.each(cases)('$name', ({ before, answer, after }) => {
    expect(known(answerFacts(before, [answer], facts))).toEqual(after);
  });

  it('says nothing in a rulebook that does not know its facts or values', () => {
    const others = facts.map((fact) =>
      fact.id === 'os.kernel-module' ? { ...fact, values: { yes: '' } } : fact,
    );
    expect(answerFacts([], [given('own-module', 'shipped')], others)).toEqual([]);
    expect(answerFacts([], [given('own-module', 'own')], [])).toEqual([]);
  });

  it('holds of the parts that raised the question, where they raised it', () => {
    const part = (name: string, ids: readonly string[]) => ({
      name,
      facts: [],
      at,
      unclear: ids.map((clarification) => ({ clarification, at })),
    });
    const den: Workload = {
      name: 'den',
      file: at.file,
      facts: [],
      waivers: [],
      components: [part('camera', ['which-rights', 'own-module']), part('web', [])],
    };
    const clear = clarify(den, [given('which-rights', 'all')], facts);
    expect(clear.facts).toEqual([]);
    expect(clear.components).toEqual([
      {
        ...part('camera', ['own-module']),
        facts: [{ ...say('os.host-access', ['privileged-app'], 'set'), at, rule: 'which-rights' }],
      },
      part('web', []),
    ]);
  });
});

describe('on the command line', () => {
  it('answers are told from facts', () => {
    expect(splitAnswers(['os.family=linux', 'own-module = own', 'which-rights=some'])).toEqual({
      given: [given('own-module', 'own')],
      rest: ['os.family=linux'],
      problems: [
        '--set: which-rights cannot be "some" (expected none, capabilities, parts-of-the-host, starts-containers, all, for-the-machine); did you mean none?',
      ],
    });
  });
});
