import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildBinary } from '../../support/build-binary.ts';

// What is published: packed, installed into an empty folder with a blank in its path, and used.
// .ci/run does the same on every Node that is supported.

const project = fileURLToPath(new URL('../../../', import.meta.url));
const tool = (name: string): string => join(project, 'node_modules/.bin', name);
const workload = readFileSync(join(project, 'fixtures/payments-api.yaml'), 'utf8');
let folder = '';
let tarball = '';
let installed = '';
let output = '';

beforeAll(() => {
  buildBinary();
  folder = mkdtempSync(join(tmpdir(), 'advise-package-'));
  const name = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: project,
    encoding: 'utf8',
  });
  tarball = join(folder, name.trim());
  installed = join(folder, 'a folder');
  mkdirSync(installed);
  writeFileSync(join(installed, 'package.json'), '{ "private": true }\n');
  writeFileSync(join(installed, 'web.yaml'), workload);
  output = execFileSync(
    'npm',
    ['install', '--offline', '--omit=dev', '--foreground-scripts', '--no-audit', '--no-fund', tarball],
    { cwd: installed, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
});

afterAll(() => {
  // A folder without the right to write cannot be emptied.
  spawnSync('chmod', ['-R', 'u+w', folder]);
  rmSync(folder, { recursive: true, force: true });
});

const here = (file: string, ...args: string[]) => spawnSync(file, args, { cwd: installed, encoding: 'utf8' });
const advise = (...args: string[]) => here(join(installed, 'node_modules/.bin/advise'), ...args);

describe('the tarball', () => {
  test('is small', () => expect(statSync(tarball).size).toBeLessThan(1_500_000));

  test('holds the program and nothing of its making', () => {
    const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
    const tops = new Set(files.map((file) => file.split('/')[1]));
    expect([...tops].sort()).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'bin',
        'dist',
        'docs',
        'fixtures',
        'package.json',
        'rules',
        'schemas',
      ].sort(),
    );
    expect(files.filter((file) => /\.ts$|\/cache\/|\.map$|node_modules/.test(file))).toEqual([]);
  });

  test('satisfies publint', () => {
    const { stdout, stderr, status } = here(tool('publint'), 'run', tarball, '--strict', '--pack', 'false');
    expect(`${stdout}${stderr}`).toMatch(/All good!/);
    expect(status).toBe(0);
  });

  test('has types that are right for every way to import it', () => {
    const { stdout, status } = here(tool('attw'), tarball, '--format', 'json');
    expect((JSON.parse(stdout) as { problems?: object }).problems ?? {}).toEqual({});
    expect(status).toBe(0);
  });
});

describe('its bill of materials', () => {
  const text = (): string => readFileSync(join(installed, 'node_modules/advise/dist/sbom.cdx.json'), 'utf8');
  interface Bill {
    readonly components: readonly {
      readonly group?: string;
      readonly name: string;
      readonly version: string;
      readonly licenses: readonly { readonly expression: string }[];
    }[];
  }
  const list = () =>
    (JSON.parse(text()) as Bill).components.map(({ group, name, ...rest }) => ({
      name: group === undefined ? name : `${group}/${name}`,
      ...rest,
    }));

  test('is valid CycloneDX', async () => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    expect(await validator.validate(text())).toBeNull();
    expect(await validator.validate(text().replace('"library"', '"no such type"'))).not.toBeNull();
  });

  test('has every package whose licence is passed on, as it is locked', () => {
    const passedOn = readFileSync(
      join(installed, 'node_modules/advise/dist/THIRD-PARTY-LICENCES.txt'),
      'utf8',
    );
    const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
      packages: Readonly<Record<string, { readonly version: string }>>;
    };
    const locked = new Set(
      Object.entries(packages).map(
        ([path, each]) => `${path.replace(/^.*node_modules\//, '')} ${each.version}`,
      ),
    );
    const listed = list().map(({ name, version }) => `${name} ${version}`);
    expect(listed).toEqual(
      expect.arrayContaining([expect.stringMatching(/^yaml /), expect.stringMatching(/^preact /)]),
    );
    expect(listed.filter((each) => !locked.has(each))).toEqual([]);
    expect(listed.filter((each) => !`\n${passedOn}`.includes(`\n${each}\n`))).toEqual([]);
  });

  test('has no licence that asks for more than to be passed on', () => {
    const licences = new Set(list().flatMap(({ licenses }) => licenses.map(({ expression }) => expression)));
    const free = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'];
    expect([...licences].filter((each) => !free.includes(each))).toEqual([]);
  });
});

describe('installing it', () => {
  test('brings one package', () => {
    const names = readdirSync(join(installed, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(names).toEqual(['advise']);
  });

  test('runs nothing', () => {
    expect(output).not.toMatch(/^> /m);
    const manifest = JSON.parse(
      readFileSync(join(installed, 'node_modules/advise/package.json'), 'utf8'),
    ) as { scripts: Record<string, string>; dependencies?: object };
    const ran = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare'];
    expect(Object.keys(manifest.scripts).filter((name) => ran.includes(name))).toEqual([]);
    expect(manifest.dependencies).toBeUndefined();
  });
});

describe('the installed program', () => {
  test('gives advice, keeps its compiled code, and gives the same again', () => {
    const first = advise('assess', 'web.yaml');
    expect(first.stderr).toBe('');
    expect(first.stdout).toMatch(/^payments-api → container, clear\n/);
    for (let again = 0; again < 2; again++) expect(advise('assess', 'web.yaml').stdout).toBe(first.stdout);
    expect(readdirSync(join(installed, 'node_modules/advise/dist/cache'))).toHaveLength(1);
  });

  test('loads what it needs on demand', () => {
    expect(advise('facts', 'state.kind').stdout).toMatch(/^state\.kind\n/);
    expect(advise('rules', 'list', '--rules', 'node_modules/advise/rules').status).toBe(0);
    expect((JSON.parse(advise('schema', 'result').stdout) as { title: string }).title).toMatch(/advise/);
  });

  test('has its schema named in the file that init writes', () => {
    expect(advise('init', 'new.yaml').status).toBe(0);
    const [first = ''] = readFileSync(join(installed, 'new.yaml'), 'utf8').split('\n');
    const [, path = ''] = /^# yaml-language-server: \$schema=(.+)$/.exec(first) ?? [];
    expect(JSON.parse(readFileSync(join(installed, path), 'utf8'))).toMatchObject({ type: 'object' });
  });

  test('works where nothing can be written', () => {
    const expected = advise('assess', 'web.yaml').stdout;
    rmSync(join(installed, 'node_modules/advise/dist/cache'), { recursive: true, force: true });
    spawnSync('chmod', ['-R', 'a-w', installed]);
    for (const each of [folder, installed]) chmodSync(each, 0o555);
    // Root may write everywhere, so it runs as nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['node_modules/advise/bin/advise.js', 'assess', 'web.yaml'],
      { cwd: installed, encoding: 'utf8', ...nobody },
    );
    const written = readdirSync(join(installed, 'node_modules/advise/dist')).includes('cache');
    spawnSync('chmod', ['-R', 'u+w', folder]);
    expect({ stdout, stderr, status }).toEqual({ stdout: expected, stderr: '', status: 0 });
    expect(written).toBe(false);
  });
});

describe('the library', () => {
  const ask = `
    const [workload] = parseWorkloads(${JSON.stringify(workload)});
    const { verdict } = assess(workload, defaultRulebook);
    console.log(verdict.headline, verdict.strength);`;

  test.each([
    ['import', 'use.mjs', `import { assess, defaultRulebook, parseWorkloads } from 'advise';${ask}`],
    ['require', 'use.cjs', `const { assess, defaultRulebook, parseWorkloads } = require('advise');${ask}`],
  ])('gives the advice of the program, by %s', (_, name, text) => {
    writeFileSync(join(installed, name), text);
    const { stdout, stderr } = here(process.execPath, name);
    expect({ stdout, stderr }).toEqual({ stdout: 'container clear\n', stderr: '' });
  });

  test('gives the whole result of the program', () => {
    const text = `
      import * as advise from 'advise';
      const missing = Object.keys(advise).filter((name) => advise[name] === undefined);
      const text = ${JSON.stringify(workload)};
      const read = () => advise.parseWorkloads(text, advise.defaultRulebook, 'web.yaml');
      advise.assess(read()[0]).reasons.for[0].cites.push('what a caller does with his own');
      process.stdout.write(JSON.stringify({ missing, result: advise.assessAll(read()) }));`;
    writeFileSync(join(installed, 'result.mjs'), text);
    const { stdout, stderr } = here(process.execPath, 'result.mjs');
    expect(stderr).toBe('');
    const program = advise('assess', 'web.yaml', '--no-config', '-f', 'json');
    expect(JSON.parse(stdout)).toEqual({ missing: [], result: JSON.parse(program.stdout) as unknown });
  });

  test('does what docs/library.md shows', () => {
    const readme = readFileSync(join(project, 'docs/library.md'), 'utf8');
    const [, example = ''] = /<!-- library -->\s+```js\n([\s\S]*?)```/.exec(readme) ?? [];
    writeFileSync(join(installed, 'readme.mjs'), example);
    const { stdout, stderr } = here(process.execPath, 'readme.mjs');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^vm \w+ [A-Z].*\.\n$/);
  });

  test('touches neither file, process nor clock while it works', () => {
    const text = `
      import { assess, defaultRulebook, parseWorkloads } from 'advise';
      import fs from 'node:fs';
      for (const name of Object.keys(fs)) if (name.endsWith('Sync')) fs[name] = () => { throw new Error(name); };
      globalThis.process = globalThis.Date = undefined;
      const [workload] = parseWorkloads(${JSON.stringify(workload)});
      const { log } = console;
      log(assess(workload, defaultRulebook).verdict.headline);`;
    writeFileSync(join(installed, 'pure.mjs'), text);
    expect(here(process.execPath, 'pure.mjs').stdout).toBe('container\n');
  });

  test('says of bad text what is wrong and where, and of a waiver that ends that it needs the day', () => {
    const text = `
      import { assess, formatPosition, isInputError, loadRulebook, parseWorkloads } from 'advise';
      const waiver = 'waivers: [{ rule: vendor-support-is-required, because: agreed, until: 2027-01-01 }]';
      const tell = (error) => {
        if (!isInputError(error)) throw error;
        for (const { at, message } of error.problems) console.log(formatPosition(at), message);
      };
      try { parseWorkloads('advise: 1\\nfacts: { os: { famly: linux } }\\n'); } catch (error) { tell(error); }
      try { assess(parseWorkloads('advise: 1\\n' + waiver)[0]); } catch (error) { tell(error); }
      await loadRulebook([{ name: 'facts.yaml', text: 'facts: 1' }]).catch(tell);`;
    writeFileSync(join(installed, 'wrong.mjs'), text);
    const { stdout, stderr } = here(process.execPath, 'wrong.mjs');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^workload\.yaml:2:16 no fact is called os\.famly; did you mean family\?$/m);
    expect(stdout).toMatch(/^workload\.yaml:2:\d+ a waiver or ruling with an end needs options\.today$/m);
    expect(stdout).toMatch(/^facts\.yaml/m);
  });

  test('judges by a rulebook that is handed to it', () => {
    const text = `
      import { readdirSync, readFileSync } from 'node:fs';
      import { assess, defaultRulebook, loadRulebook, parseWorkloads } from 'advise';
      const folder = 'node_modules/advise/rules/';
      const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
      const rulebook = await loadRulebook(names.map((name) => ({ name, text: readFileSync(folder + name, 'utf8') })));
      const [workload] = parseWorkloads(${JSON.stringify(workload)}, rulebook);
      console.log(rulebook.digest === defaultRulebook.digest, assess(workload, rulebook).verdict.headline);`;
    writeFileSync(join(installed, 'own.mjs'), text);
    expect(here(process.execPath, 'own.mjs')).toMatchObject({ stdout: 'true container\n', stderr: '' });
  });

  test('lays a rulebook over the default one', () => {
    const head = [
      'rulebook: 1',
      'name: ours',
      'version: 1.0.0',
      'date: 2026-11-26',
      'extends: default',
      'disable: [{ rule: only-processes, because: We do not count that. }]',
    ];
    const text = `
      import { assess, extendRulebook, parseWorkloads } from 'advise';
      const rulebook = await extendRulebook([{ name: 'rulebook.yaml', text: ${JSON.stringify(head.join('\n'))} }]);
      const [workload] = parseWorkloads(${JSON.stringify(workload)}, rulebook);
      const { reasons } = assess(workload, rulebook);
      console.log(rulebook.name, reasons.for.some(({ rule }) => rule === 'only-processes'));
      await extendRulebook([{ name: 'rulebook.yaml', text: ${JSON.stringify(head.join('\n').replace('only-processes', 'only-processed'))} }])
        .catch((error) => console.log(error.problems[0].message));`;
    writeFileSync(join(installed, 'extend.mjs'), text);
    const { stdout, stderr } = here(process.execPath, 'extend.mjs');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^ours false\n.*only-processed.*did you mean only-processes/);
  });

  test('has types that say what it gives and refuse what it does not take', () => {
    const good = `
      import { assess, defaultRulebook, parseWorkloads, type Advice, type Workload } from 'advise';
      const workloads: Workload[] = parseWorkloads('advise: 1');
      export const all: Advice[] = workloads.map((workload) => assess(workload, defaultRulebook, { set: ['os.family=linux'], require: ['firm'] }));
      export const headline: 'vm' | 'container' | 'either' | 'none' | 'split' | undefined = all[0]?.verdict.headline;
      export const first: string | undefined = all[0]?.reasons.for[0]?.because;`;
    const bad = `
      import { assess, parseWorkloads } from 'advise';
      export const one = parseWorkloads('advise: 1').map((workload) => assess(workload).verdict.headlin);
      export const two = parseWorkloads(1);`;
    for (const type of ['mts', 'cts']) {
      expect(compile(`good.${type}`, good)).toEqual([]);
      expect(compile(`bad.${type}`, bad)).toEqual([
        expect.stringContaining("Property 'headlin' does not exist"),
        expect.stringContaining("'number' is not assignable to parameter of type 'string'"),
      ]);
    }
  });

  /** What the compiler finds wrong, the library's own types included. */
  function compile(name: string, text: string): string[] {
    const file = join(installed, name);
    writeFileSync(file, text);
    const program = ts.createProgram([file], {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
      types: [],
      lib: ['lib.es2022.d.ts'],
    });
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  }
});
