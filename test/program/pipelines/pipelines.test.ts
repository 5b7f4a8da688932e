import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Result } from '../../../src/advice/result.ts';
import { binary, buildBinary } from '../../support/build-binary.ts';
import { smallRulebook } from '../../support/load-small-rulebook.ts';
import { readSnippet, runScript, runSteps, type Ended, type Place, type Step } from './run-steps.ts';

// The shell steps of action.yml and of the recipes in docs/ci.md, run against the packed tarball in a project
// with a main branch and a pull request.

const web = `advise: 1
name: web
facts:
  package: { form: built-from-source }
  state: { kind: stateless }
  site: { hosting: public-cloud, containers: managed-kubernetes, kubernetes-skill: production }
  scale: { instances: 12 }
`;
/** What a pull request would do to have a VM pass: the decision is another one. */
const desktop = web.replace('state:', 'os: { family: windows, desktop: yes }\n  state:');

let folder = '';
let digest = '';

beforeAll(() => {
  buildBinary();
  folder = mkdtempSync(join(tmpdir(), 'advise pipelines-'));
  const main = join(folder, 'main');
  const write = (file: string, text: string) => writeProject(main, file, text);
  write('services/web/workload.yaml', web);
  write('services/my api/workload.yaml', web.replace('name: web', 'name: my api'));
  const files = ['services/my api/workload.yaml', 'services/web/workload.yaml'];
  const result = execFileSync(process.execPath, [binary, 'assess', ...files, '-f', 'json'], { cwd: main });
  write('decisions.json', result.toString());
  const lock = execFileSync(process.execPath, [binary, 'lock', ...files], { cwd: main });
  write('decisions.lock.yaml', lock.toString());
  digest = (JSON.parse(result.toString()) as Result).rulebooks[0]?.digest ?? '';
  mkdirSync(join(main, 'tools'));
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', join(main, 'tools')]);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: main });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'main');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeProject(project: string, file: string, text: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
}

let count = 0;

/** A checkout of a pull request: the main branch with some files changed. */
function openPullRequest(changes: Readonly<Record<string, string>>): Place {
  const at = join(folder, String(++count));
  const place = { project: join(at, 'project'), temp: join(at, 'temp') };
  mkdirSync(place.temp, { recursive: true });
  execFileSync('git', ['clone', '--quiet', join(folder, 'main'), place.project]);
  for (const [file, text] of Object.entries(changes)) writeProject(place.project, file, text);
  return place;
}

/** The workflow of docs/ci.md. */
function runWorkflow(place: Place, inputs: NonNullable<Step['with']> = {}): Ended {
  const workflow = readSnippet('.github/workflows/placement.yml') as {
    jobs: { placement: { steps: Step[] } };
  };
  const steps = workflow.jobs.placement.steps.map((step) =>
    step.uses?.startsWith('OWNER/') === true ? { ...step, with: { ...step.with, ...inputs } } : step,
  );
  return runSteps(steps, { 'runner.temp': place.temp, 'vars.ADVISE_RULES_DIGEST': digest }, place);
}

function runGitlab({ project, temp }: Place): Ended {
  const { placement } = readSnippet('.gitlab-ci.yml') as { placement: { script: string[] } };
  const env = { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main', ADVISE_RULES_DIGEST: digest };
  return runScript(placement.script.join('\n'), env, { project, temp });
}

/** What a pull request might change, and how the pipelines of docs/ci.md end. */
const pullRequests: readonly {
  name: string;
  changes: Readonly<Record<string, string>>;
  ends: number;
  says?: RegExp;
}[] = [
  { name: 'nothing', changes: {}, ends: 0 },
  {
    name: 'a word that changes no decision',
    changes: { 'services/web/workload.yaml': `# ours\n${web}` },
    ends: 0,
  },
  { name: 'the workload', changes: { 'services/web/workload.yaml': desktop }, ends: 1 },
  {
    name: 'the workload, and the record with it',
    changes: { 'services/web/workload.yaml': desktop, 'decisions.lock.yaml': 'advise-lock: 1' },
    ends: 1,
  },
  {
    name: 'the workload, and what it expects',
    changes: { 'services/web/workload.yaml': `${desktop}expect: vm\n` },
    ends: 1,
  },
  {
    name: 'a waiver that changes the decision',
    changes: {
      'services/web/workload.yaml': `${desktop}waivers: [{ rule: windows-desktop, because: not today }]\n`,
    },
    ends: 1,
  },
  {
    name: 'a waiver alone, which would change the decision if it counted',
    changes: {
      'services/web/workload.yaml': `${web}waivers: [{ rule: kubernetes-suits, because: not today }]\n`,
    },
    ends: 0,
  },
  {
    name: 'settings that bring another rulebook and a format',
    changes: { '.advise.yaml': 'rules: nowhere\nformat: nothing\n' },
    ends: 0,
  },
  {
    name: 'settings of npm, and a program of its own',
    changes: {
      '.npmrc': 'bin-links=false\nregistry=https://registry.invalid/\n',
      'package.json': '{ "dependencies": { "missing": "1.0.0" } }',
      'node_modules/.bin/advise': 'exit 0',
      'base/decisions.lock.yaml': 'advise-lock: 1',
    },
    ends: 0,
  },
  {
    name: 'a workload that cannot be read',
    changes: { 'services/web/workload.yaml': 'advise: 2\n' },
    ends: 2,
  },
  {
    name: 'a workload that was never recorded',
    changes: { 'services/new/workload.yaml': web.replace('web', 'new') },
    ends: 1,
    says: /^advise: ✗ new: wanted the decision of .*, is not recorded there/m,
  },
  {
    name: 'a workload under another name',
    changes: { 'services/web/workload.yaml': web.replace('web', 'new') },
    ends: 1,
    says: /wanted every decision of it assessed, but these were not: web/,
  },
];

describe('the GitHub workflow of docs/ci.md', () => {
  test.each(pullRequests)('$name: ends with $ends', ({ changes, ends, says }) => {
    const { code, stdout, stderr } = runWorkflow(openPullRequest(changes));
    expect(code, stdout + stderr).toBe(ends);
    if (says !== undefined) expect(stderr).toMatch(says);
    else if (ends === 1) {
      expect(stdout).toMatch(
        /^::error title=web%3A against .* tripped,file=services\/web\/workload\.yaml,line=\d+/m,
      );
      expect(stderr).toMatch(/^advise: ✗ web: wanted the decision of .* drifted: headline container → vm/m);
    }
  });

  test('says why a report could not be written', () => {
    const { code, stderr } = runWorkflow(openPullRequest({}), { sarif: 'nowhere/a.sarif' });
    expect(code).toBe(2);
    expect(stderr).toContain('nowhere/a.sarif: No such file or directory');
  });

  test('lets waivers count where it is told to, and then one that changes the decision is drift', () => {
    const waived = pullRequests.find(({ name }) => name.startsWith('a waiver alone'));
    const { code, stderr } = runWorkflow(openPullRequest(waived?.changes ?? {}), {
      waivers: true,
      // A lock holds no facts and rules, and so no cause.
      against: join(folder, 'main', 'decisions.json'),
    });
    expect(code).toBe(1);
    expect(stderr).toContain('kubernetes-suits is waived');
  });

  test('refuses another rulebook before any advice', () => {
    const place = openPullRequest({});
    cpSync(smallRulebook, join(place.project, 'ours'), { recursive: true });
    const { code, stdout, stderr } = runWorkflow(place, { rules: 'ours' });
    expect(code).toBe(2);
    expect(stderr).toContain('--rules-digest: rulebook small 1.0.0 has digest ');
    expect(stdout).not.toContain('::');
  });

  test('writes reports to files as well, whether a gate trips or not', () => {
    for (const changes of [{}, { 'services/web/workload.yaml': desktop }]) {
      const place = openPullRequest(changes);
      runWorkflow(place, { sarif: 'a.sarif', junit: 'a.xml', json: 'a.json' });
      const read = (file: string) => readFileSync(join(place.project, file), 'utf8');
      expect(JSON.parse(read('a.sarif'))).toMatchObject({ version: '2.1.0' });
      expect((JSON.parse(read('a.json')) as Result).results).toHaveLength(2);
      expect(read('a.xml')).toMatch(/<\/testsuites>\n$/);
    }
  });

  const readSummary = (place: Place) => readFileSync(join(place.temp, 'step-summary'), 'utf8');

  test('puts a table and the records into the summary of the job', () => {
    const place = openPullRequest({});
    expect(runWorkflow(place).code).toBe(0);
    const summary = readSummary(place);
    expect(summary).toMatch(/^## 2 workloads: 2 containers; none of 3 gates tripped\n/);
    expect(summary).toMatch(/^\| \| web \| container, clear \| The Kubernetes you already run \| /m);
    expect(summary).toMatch(/^<summary>my api /m);
  });

  test.each(['decisions.lock.yaml', 'decisions.json'])('says there what changed since %s', (record) => {
    const place = openPullRequest({ 'services/web/workload.yaml': desktop });
    const against = join(folder, 'main', record);
    expect(runWorkflow(place, { against }).code).toBe(1);
    const summary = readSummary(place);
    expect(summary).toMatch(/^\| ✗ changed \| web \| vm, forced /m);
    expect(summary).toMatch(/^```diff\n {2}web\n- headline container\n\+ headline vm\n/m);
  });

  test('takes other gates, and runs nothing that an input says', () => {
    const place = openPullRequest({});
    const gates = { against: '', require: 'presumed clear', expect: 'vm' };
    const { code, stderr } = runWorkflow(place, gates);
    expect(code).toBe(1);
    expect(stderr.match(/✗ (web|my api): wanted vm, is container/g)).toHaveLength(2);
    const inputs = { files: '$(touch owned)\n`touch owned`\n; touch owned', against: '"; touch owned; "' };
    expect(runWorkflow(openPullRequest({}), inputs).stderr).toContain('$(touch owned): no such file');
  });

  test('lets no name of a file be a command to the runner', () => {
    const place = openPullRequest({ '::stop-commands::x.yaml': 'advise: 2\n' });
    const { code, stderr } = runWorkflow(place, { files: '*.yaml' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^\.\/::stop-commands::x\.yaml:1:9: /m);
    expect(stderr).not.toMatch(/^::/m);
  });

  test('names a pattern that fits no file', () => {
    const { code, stderr } = runWorkflow(openPullRequest({}), { files: 'apps/*.yaml' });
    expect(code).toBe(2);
    expect(stderr).toContain('apps/*.yaml: no such file');
  });
});

describe('the GitLab job of docs/ci.md', () => {
  const some = pullRequests.filter(({ name }) => /^nothing|the record|alone|settings|read/.test(name));
  test.each(some)('$name: ends with $ends', ({ changes, ends }) => {
    const place = openPullRequest(changes);
    const { code, stderr } = runGitlab(place);
    expect(code, stderr).toBe(ends);
    const report = readFileSync(join(place.project, 'placement.xml'), 'utf8');
    if (ends < 2)
      expect(report).toMatch(new RegExp(`<testsuites name="advise" tests="\\d" failures="${ends}"`));
  });
});

describe('the pre-commit hook of docs/ci.md', () => {
  const config = readSnippet('.pre-commit-config.yaml') as {
    repos: { hooks: { entry: string; files: string }[] }[];
  };
  const hook = config.repos[0]?.hooks[0];

  let place: Place;
  beforeAll(() => {
    place = openPullRequest({});
    const install = 'npm install --no-save --ignore-scripts ./tools/advise-*.tgz';
    expect(runScript(install, {}, place).code).toBe(0);
  });

  test.each([
    { name: 'a clear workload', text: web, ends: 0 },
    { name: 'one that says nothing', text: 'advise: 1\n', ends: 1 },
    { name: 'one that expects something else', text: `${web}expect: vm\n`, ends: 1 },
    { name: 'one that cannot be read', text: 'advise: 1\nnom: web\n', ends: 2 },
  ])('$name: ends with $ends', ({ text, ends }) => {
    writeProject(place.project, 'workload.yaml', text);
    const { code, stderr } = runScript(`${hook?.entry ?? ''} workload.yaml`, {}, place);
    expect(code, stderr).toBe(ends);
  });

  test('takes workload files and no others', () => {
    const pattern = new RegExp(hook?.files ?? '');
    expect(['workload.yaml', 'a/b/workload.yaml'].every((file) => pattern.test(file))).toBe(true);
    expect(
      ['a/my-workload.yaml', 'workload.yaml.md', 'workloads.yaml'].some((file) => pattern.test(file)),
    ).toBe(false);
  });
});

describe('action.yml', () => {
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly description?: string }>>;
    readonly runs: {
      readonly using: string;
      readonly steps: readonly (Step & { readonly shell?: string })[];
    };
  }
  const action = parse(readFileSync('action.yml', 'utf8')) as Action;

  test('describes every input, and uses each', () => {
    const used = action.runs.steps.flatMap((step) =>
      Object.values(step.env ?? {}).map((value) => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1]),
    );
    expect(Object.keys(action.inputs).sort()).toEqual(used.sort());
    for (const input of Object.values(action.inputs)) expect(input.description).toBeTruthy();
  });

  test('is composite: each step says its shell, and has no expression in its script', () => {
    expect(action.runs.using).toBe('composite');
    for (const step of action.runs.steps) {
      expect(step.shell).toBe('bash');
      expect(step.run).not.toContain('${{');
    }
  });
});
