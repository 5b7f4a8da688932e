import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { binary, buildBinary } from '../../support/build-binary.ts';
import { skipWithout } from '../../support/skip-without.ts';
import { listMissing, openShell, type OpenShell, shells } from './open-shell.ts';

// Completion as people meet it: the real shells in a real terminal, words begun, and the Tab key.

/** What is typed before Tab, and what must then stand there. */
const completed: readonly (readonly [name: string, typed: string, wanted: string])[] = [
  ['a command', 'advise sch', 'advise schema'],
  ['a command of a command', 'advise rules sh', 'advise rules show'],
  ['an option', 'advise assess --exp', 'advise assess --expect'],
  ['a format', 'advise assess --format js', 'advise assess --format json'],
  ['a format behind an equals sign', 'advise assess --format=js', 'advise assess --format=json'],
  ['a fact', 'advise assess --set os.fam', 'advise assess --set os.family='],
  ['a value of it', 'advise assess --set os.family=ma', 'advise assess --set os.family=macos'],
  [
    'a value of a fact with a hyphen',
    'advise assess --set site.kubernetes-skill=prod',
    'advise assess --set site.kubernetes-skill=production',
  ],
  ['a rule', 'advise why own-kernel-module-on', 'advise why own-kernel-module-on-shared-hosts'],
  ['a placement', 'advise why container.sandb', 'advise why container.sandboxed'],
  ['a fact to be told of', 'advise facts state.oper', 'advise facts state.operator'],
  ['what has a schema', 'advise schema prof', 'advise schema profile'],
  ['a shell', 'advise completion zs', 'advise completion zsh'],
  ['a file', 'advise assess odd-na', 'advise assess odd-name.yaml'],
  ['a file behind other words', 'advise assess --all odd-na', 'advise assess --all odd-name.yaml'],
  ['the file of an option', 'advise assess --profile odd-na', 'advise assess --profile odd-name.yaml'],
  ['a file behind an equals sign', 'advise assess --profile=odd-na', 'advise assess --profile=odd-name.yaml'],
  ['a rulebook to compare', 'advise rules diff odd-na', 'advise rules diff odd-name.yaml'],
  ['a fact behind an equals sign', 'advise assess --set=os.fam', 'advise assess --set=os.family='],
  [
    'a value behind two equals signs',
    'advise assess --set=os.family=ma',
    'advise assess --set=os.family=macos',
  ],
  [
    'one more value behind a comma',
    'advise assess --set os.family=linux,ma',
    'advise assess --set os.family=linux,macos',
  ],
  ['in quotes', 'advise assess --set "os.family=ma', 'advise assess --set "os.family=macos"'],
  ['behind quotes', "advise -q 'assess' --exp", "advise -q 'assess' --expect"],
  ['a file to write to', 'advise why > odd-na', 'advise why > odd-name.yaml'],
  ['a file to write to, without a blank', 'advise why >>odd-na', 'advise why >>odd-name.yaml'],
];

let folder = '';

beforeAll(() => {
  buildBinary();
  folder = mkdtempSync(join(tmpdir(), 'advise-completion-'));
  writeFileSync(join(folder, 'odd-name.yaml'), 'advise: 1\n');
  writeFileSync(join(folder, 'advise'), `#!/bin/sh\nexec '${process.execPath}' '${binary}' "$@"\n`);
  chmodSync(join(folder, 'advise'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(shells)('$name', (shell) => {
  const lacking = listMissing(shell);
  if (lacking.length > 0) {
    const why = `${lacking.join(' and ')} missing: apt-get install ${lacking.join(' ')}`;
    skipWithout(false, `completion in ${shell.name}`, why);
    return;
  }
  let terminal: OpenShell;

  beforeEach(async () => {
    terminal = await openShell(shell, folder, folder);
  });
  afterEach(() => {
    terminal.close();
  });

  test('completes what is begun', async () => {
    const failed: string[] = [];
    for (const [name, typed, wanted] of completed) {
      terminal.press(typed, 'Tab');
      const line = new RegExp(`^ready> ${wanted.replace(/[.=]/g, '\\$&')}\\s*$`, 'm');
      await terminal.see(line).catch((error: unknown) => failed.push(`${name}: ${String(error)}`));
      terminal.clear();
    }
    expect(failed).toEqual([]);
  });

  test('lists what may follow', async () => {
    terminal.press('advise assess --set os.family=', 'Tab', 'Tab');
    await terminal.see(/linux[\s\S]*windows/);
  });
});

describe('the words that the scripts ask for', () => {
  const ask = (...words: string[]): string[] =>
    execFileSync(join(folder, 'advise'), ['complete', 'zsh', '--', ...words], {
      encoding: 'utf8',
      cwd: folder,
    })
      .trimEnd()
      .split('\n');

  test.each([
    { name: 'a fact stands open for its value', words: ['assess', '--set', 'os.fam'], first: 'open' },
    { name: 'a value is whole', words: ['assess', '--set', 'os.family=lin'], first: 'words' },
    { name: 'a file is left to the shell', words: ['assess', ''], first: 'file' },
    { name: 'a date is nothing to complete', words: ['assess', '--today', ''], first: 'words' },
  ])('$name', ({ words, first }) => expect(ask(...words)[0]).toBe(first));

  test('more values of a fact may follow a comma', () => {
    expect(ask('assess', '--set', 'os.family=linux,ma')).toEqual(['words', 'os.family=linux,macos\tmacOS']);
  });

  test('a broken rulebook of the folder does not break it', () => {
    writeFileSync(join(folder, '.advise.yaml'), 'rules: nowhere\n');
    expect(ask('facts', 'os.family')).toHaveLength(2);
    rmSync(join(folder, '.advise.yaml'));
  });

  test('every command is known', () => {
    const names = ask('').map((line) => line.split('\t')[0]);
    expect(names).toEqual(
      expect.arrayContaining(['ask', 'assess', 'why', 'rules', 'facts', 'init', 'schema', 'completion']),
    );
    expect(names).not.toContain('complete');
  });
});
