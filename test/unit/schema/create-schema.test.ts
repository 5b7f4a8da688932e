import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { type Result, resultShape } from '../../../src/advice/result.ts';
import { main } from '../../../src/main.ts';
import { parseYaml } from '../../../src/read/parse-yaml.ts';
import { createSchema } from '../../../src/schema/create-schema.ts';
import { schemaNames } from '../../../src/schema/schema-names.ts';
import { compileSchema } from '../../support/compile-schema.ts';
import { createTestWorld } from '../../support/create-test-world.ts';
import { loadRules } from '../../support/load-rules.ts';
import { loadSmallRulebook } from '../../support/load-small-rulebook.ts';
import { parseScenario, type Run } from '../../support/parse-scenario.ts';
import { readContent } from '../../support/scenario-content.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const { rulebook } = loadRules();

function listYaml(folder: string): string[] {
  const names = readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name))
    .sort();
}

function readDocuments(file: string): unknown[] {
  return parseYaml(readFileSync(join(project, file), 'utf8'), file).map((document) => document.data);
}

const profiles = listYaml('fixtures').filter((file) => file.startsWith('fixtures/profiles/'));
/** What lies among the workloads and is none. */
const others =
  /^fixtures\/(profiles|broken|rulebooks\/(?!workloads))\/?|^fixtures\/golden\/[^/]+$|\/expected\.yaml$/;
const workloads = listYaml('fixtures').filter((file) => !others.test(file));

describe.each(schemaNames)('the schema of a %s', (name) => {
  const schema = createSchema(name, rulebook);

  test('is draft-07', () => {
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(new Ajv().validateSchema(schema)).toBe(true);
    expect(() => compileSchema(schema)).not.toThrow();
  });

  test('is the one in schemas/ (npm run schemas)', () => {
    const file = join(project, `schemas/${name}.schema.json`);
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(schema, null, 2)}\n`);
  });
});

describe('what the program accepts, the schema accepts', () => {
  const cases = [
    { of: 'workload', files: workloads },
    { of: 'profile', files: profiles },
    { of: 'test', files: listYaml('rules/tests') },
    { of: 'rulebook', files: listYaml('rules').filter((file) => file.split('/').length === 2) },
  ] as const;

  test.each(cases)('every $of', ({ of, files }) => {
    const validate = compileSchema(createSchema(of, rulebook));
    expect(files).not.toHaveLength(0);
    const wrong = files.flatMap((file) =>
      readDocuments(file).flatMap((data) => {
        const { valid, errors } = validate(data);
        return valid ? [] : [`${file}: ${errors}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('every result', async () => {
    const validate = compileSchema(createSchema('result', rulebook));
    const { world, stdout } = createTestWorld({ folder: project });
    await main(['assess', ...workloads, '-f', 'json', '--no-config'], world);
    const whole = JSON.parse(stdout()) as Result;
    expect(whole.results.length).toBeGreaterThanOrEqual(workloads.length);
    for (const one of whole.results) {
      const { name, file } = one.workload;
      expect(`${file} ${name}: ${validate({ ...whole, results: [one] }).errors}`).toBe(`${file} ${name}: `);
    }
  });

  test('a result with everything in it', async () => {
    const { world, stdout } = createTestWorld({ folder: project });
    const argv = [
      'assess',
      ...workloads.filter((file) => file.split('/').length === 2),
      '-f',
      'json',
      '--no-config',
      '--expect',
      'vm',
      '--require',
      'clear',
    ];
    await main([...argv, '--set', 'os.family=linux,windows', '--profile', ...profiles.slice(0, 1)], world);
    const { valid, errors } = compileSchema(createSchema('result', rulebook))(JSON.parse(stdout()));
    expect(errors).toBe('');
    expect(valid).toBe(true);
  });
});

// The scenarios say of many workload files whether the program takes them; the schema has to agree.

const small = compileSchema(createSchema('workload', loadSmallRulebook().rulebook));

/** Scenarios of which every refused file is refused for its shape or vocabulary. */
const refusals = ['bad-workload', 'bad-number', 'bad-waiver', 'bad-component'];

/** What a schema cannot see: it looks at one value at a time. */
const beyondSchemas: readonly string[] = [
  'bad-waiver: waived-twice.yaml', // two entries with one rule
  'bad-component: alike.yaml', // two entries with one name
];

interface Judged {
  readonly name: string;
  readonly data: unknown;
  readonly exit: number | undefined;
}

function listJudged(): Judged[] {
  const folder = join(project, 'test/program/scenarios');
  const names = readdirSync(folder).filter((name) => name.endsWith('.scenario'));
  return names.flatMap((name) => {
    const { runs, comesWith } = parseScenario(readFileSync(join(folder, name), 'utf8'));
    if (comesWith === undefined) return [];
    return runs.flatMap((run) => readJudged(run, name.replace(/\.scenario$/, '')));
  });
}

/** The file that was prepared for a run and nothing else, where the run assesses that one alone. */
function readJudged(run: Run, scenario: string): Judged[] {
  const [command, file, ...flags] = run.argv;
  const section = run.setup.find(({ keyword, argument }) => keyword === 'file' && argument === file);
  if (command !== 'assess' || section === undefined || flags.some((flag) => !flag.startsWith('-'))) return [];
  const text = Buffer.from(readContent(section)).toString('utf8');
  const documents = parseYaml(text, section.argument);
  return documents.map(({ data }) => ({ name: `${scenario}: ${section.argument}`, data, exit: run.exit }));
}

describe('the schema judges the files of the scenarios as the program does', () => {
  const judged = listJudged();
  const refused = judged.filter(
    (each) => refusals.includes(each.name.split(':')[0] ?? '') && each.exit === 2,
  );
  const accepted = judged.filter((each) => each.exit === 0 || each.exit === 1);

  test('there are many of both', () => {
    expect(refused.length).toBeGreaterThan(40);
    expect(accepted.length).toBeGreaterThan(15);
  });

  test.each(accepted)('$name is accepted', ({ data }) => {
    expect(small(data).errors).toBe('');
  });

  test.each(refused)('$name is refused', ({ name, data }) => {
    expect(small(data).valid).toBe(beyondSchemas.includes(name));
  });

  test('nothing is called invisible that is not', () => {
    const names = refused.map((each) => each.name);
    expect(beyondSchemas.filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe('a result of 0.1.0', () => {
  const text = readFileSync(join(project, 'test/unit/schema/result-0.1.0.json'), 'utf8');
  const validate = compileSchema(createSchema('result', rulebook));

  test('still fits the schema, which has more keys by now', () => {
    expect(validate(JSON.parse(text)).errors).toBe('');
  });

  test('is read as one that says nothing of what came later', () => {
    const { results } = resultShape.parse(JSON.parse(text));
    expect(results).toHaveLength(2);
    for (const { consider, rulings, verdict } of results)
      expect([consider, rulings, verdict.leastBad]).toEqual([[], [], null]);
  });
});

describe('the schema of a test', () => {
  const { rulebook: small } = loadSmallRulebook();
  const validate = compileSchema(createSchema('test', small));

  test.each([
    { what: 'a workload alone', data: { advise: 1, facts: {} } },
    {
      what: 'what has to come out',
      data: { advise: 1, expected: { headline: 'vm', fires: 'needs-windows' } },
    },
    {
      what: 'what has to come out of a component',
      data: { advise: 1, components: [{ name: 'a', expected: { must: ['keep-copies'] } }] },
    },
    { what: 'a file', data: { advise: 1, workload: 'a.yaml', expected: { placement: 'vm.single' } } },
  ])('takes $what', ({ data }) => expect(validate(data).errors).toBe(''));

  test.each([
    { what: 'a key that does not exist', data: { advise: 1, expect3d: { headline: 'vm' } } },
    { what: 'nothing expected', data: { advise: 1, expected: {} } },
    { what: 'a rule that does not exist', data: { advise: 1, expected: { fires: 'needs-window' } } },
    { what: 'a strength of rules', data: { advise: 1, expected: { strength: 'strong' } } },
    { what: 'facts beside a file', data: { advise: 1, workload: 'a.yaml', facts: {} } },
    { what: 'no version', data: { workload: 'a.yaml' } },
  ])('refuses $what', ({ data }) => expect(validate(data).valid).toBe(false));
});
