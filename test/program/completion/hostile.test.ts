import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { binary, buildBinary } from '../../support/build-binary.ts';
import { skipWithout } from '../../support/skip-without.ts';
import { listMissing, openShell, type OpenShell, shells } from './open-shell.ts';

// A cloned folder may hold anything: a rulebook whose values and titles are commands, files and folders
// called like commands. Pressing Tab there runs none of them, and what Tab inserts is the one word that
// was offered: the line is entered, and what advise got is compared.

/** Values of a fact, by what is odd about them. */
const values: readonly (readonly [name: string, value: string])[] = [
  ['a command without blanks', '$(touch${IFS}x)'],
  ['a command', 'a$(touch x)'],
  ['a command in backticks', '`touch x`'],
  ['a command of fish', '(touch x)'],
  ['a command behind a semicolon', ';touch x;'],
  ['a command behind an ampersand', 'a&touch x&'],
  ['a command behind a pipe', '|touch x'],
  ['a redirection', '>x'],
  ['a process', '<(touch x)'],
  ['an index that is a command', 'a[$(touch x)]'],
  ['a single quote', "it's $(touch x)"],
  ['single quotes', "';touch x;'"],
  ['double quotes', '";touch x;"'],
  ['a backslash', 'back\\$(touch x)\\\\'],
  ['a backslash at the end', 'a b\\'],
  ['two blanks', 'two  words'],
  ['a variable', '$HOME${HOME}'],
  ['a home', '~root'],
  ['patterns', 'a*?[a-z]{a..c}'],
  ['a remark', '#x'],
  ['history', 'a!!touch!'],
  ['a quick substitution', '^a^b^'],
  ['the path of a command', '=ls'],
  ['signs that words are split at', 'a:b=c@d'],
  ['an option', '--rules=x'],
  ['a word in quotes of its own', "$'\\x24(touch x)'"],
  ['signs of prompts and formats', 'a%F{red}%n%s\\n'],
  ['letters beyond ASCII', 'größe東'],
];

/** Names of folders and files, and the shells that go no further than the folder of themselves. */
const files: readonly (readonly [name: string, ...stopping: string[]])[] = [
  ['$(touch x)'],
  ['`touch x`'],
  [';touch x;'],
  ["it's $(touch x)"],
  ['"$(touch x)"'],
  ['(touch x)'],
  ['\\$(touch x)', 'zsh'],
  ['two\n$(touch x)', 'zsh'],
  ['tab\t$(touch x)', 'zsh', 'fish'],
  ['\u001b[31m', 'zsh'],
];

const title = 'T\n$(touch x) `touch x`\u001b[31m (touch x) %F{red}:\\n\u202e';

/** Words that cannot be shown and inserted as what they are, or that --set takes for something else. */
const unspeakable = [
  'line\n$(touch x)',
  'tab\ttouch',
  'esc\u001b]0;x\u0007',
  'bidi\u202ex',
  '\u009b31m',
  'nul\u0000',
  'comma,x',
  ' blank',
];

const write = (path: string, text: string): void => writeFileSync(path, text);
const choice = (id: string, known: readonly string[], means: string) => ({
  id,
  name: id,
  question: `${title}?`,
  kind: 'choice',
  values: Object.fromEntries(known.map((value) => [value, means])),
});

/** JSON is YAML. */
const rulebook = JSON.stringify({
  rulebook: 1,
  name: 'hostile',
  version: '1.0.0',
  date: '2027-01-01',
  extends: 'default',
  about: 'What a stranger may write.',
  facts: [
    ...values.map(([, value], index) => choice(`life.v${index}`, [value, 'zz'], title)),
    choice('life.unspeakable', [...unspeakable, 'speakable'], title),
  ],
  rules: ['one', 'two'].map((name) => ({
    id: `hostile-${name}`,
    concern: 'lifetime',
    title,
    when: { 'life.unspeakable': 'speakable' },
    favours: { vm: 'slight' },
    because: 'It is hostile.',
    cites: ['judgement'],
    examples: { fires: { 'life.unspeakable': 'speakable' }, quiet: { 'life.unspeakable': unspeakable[0] } },
  })),
});

/** The beginning of a value, quoted so far that every shell takes it. */
const begin = (value: string): string => value.slice(0, 1).replace(/[^\w=-]/, '\\$&');

let programs = '';
let folder = '';
const record = (): string => join(programs, 'record');

beforeAll(() => {
  buildBinary();
  programs = mkdtempSync(join(tmpdir(), 'advise-hostile-'));
  // What is entered is written down, with a zero behind each word; what Tab asks for is answered.
  const program = `#!/bin/sh
case $1 in complete | completion) exec '${process.execPath}' '${binary}' "$@" ;; esac
printf '%s\\0' "$@" > '${record()}.new'
mv '${record()}.new' '${record()}'
`;
  write(join(programs, 'advise'), program);
  chmodSync(join(programs, 'advise'), 0o755);
  folder = join(programs, "it's $(touch x) `touch x`;touch x;");
  mkdirSync(join(folder, '$(touch x)'), { recursive: true });
  write(join(folder, '.advise.yaml'), 'rules: "$(touch x)/rules.yaml"\n');
  write(join(folder, '$(touch x)/rules.yaml'), rulebook);
  for (const [index, [name]] of files.entries()) {
    mkdirSync(join(folder, `d${index}${name}`));
    write(join(folder, `d${index}${name}`, `in${name}`), '');
  }
});
afterAll(() => rmSync(programs, { recursive: true, force: true }));

const list = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

// bash-completion takes no part in it, which shells.test.ts shows.
describe.each(shells.filter(({ name }) => name !== 'bash with bash-completion'))('$name', (shell) => {
  const lacking = listMissing(shell);
  if (lacking.length > 0) {
    const why = `${lacking.join(' and ')} missing: apt-get install ${lacking.join(' ')}`;
    skipWithout(false, `completion in ${shell.name}`, why);
    return;
  }
  let terminal: OpenShell;
  let before: string[] = [];

  beforeEach(async () => {
    write(join(folder, 'kept'), 'kept\n');
    terminal = await openShell(shell, folder, programs);
    before = list();
  });
  afterEach(() => {
    terminal.close();
    const after = list();
    rmSync(join(folder, 'x'), { force: true });
    expect(after).toEqual(before);
    expect(readFileSync(join(folder, 'kept'), 'utf8')).toBe('kept\n');
  });

  /** Presses keys behind what is typed, and returns the words that advise got. */
  async function enter(typed: string, ...keys: string[]): Promise<string[]> {
    rmSync(record(), { force: true });
    terminal.press(typed, ...keys, 'Enter');
    for (const until = Date.now() + 120_000; Date.now() < until;) {
      if (existsSync(record())) return readFileSync(record(), 'utf8').split('\0').slice(0, -1);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`advise got nothing from ${typed}`);
  }

  test('what is inserted is the word that was offered', async () => {
    const got: Record<string, string[]> = {};
    for (const [index, [name, value]] of values.entries())
      got[name] = await enter(`advise assess f --set life.v${index}=${begin(value)}`, 'Tab');
    expect(got).toEqual(
      Object.fromEntries(
        values.map(([name, value], index) => [name, ['assess', 'f', '--set', `life.v${index}=${value}`]]),
      ),
    );
  });

  test('the same behind an equals sign', async () => {
    expect(await enter('advise assess f --set=life.v1=a', 'Tab')).toEqual([
      'assess',
      'f',
      '--set=life.v1=a$(touch x)',
    ]);
    expect(await enter('advise assess f --set=life.v23=a:b', 'Tab')).toEqual([
      'assess',
      'f',
      '--set=life.v23=a:b=c@d',
    ]);
  });

  test('a name that is quoted already is gone on with', async () => {
    const wanted = ['assess', 'f', '--set', "life.v10=it's $(touch x)"];
    expect(await enter("advise assess f --set life.v10=it\\'s\\ \\$\\(to", 'Tab')).toEqual(wanted);
  });

  test('files and folders are inserted as what they are called', async () => {
    const wrong: string[][] = [];
    for (const [index, [name, ...stopping]] of files.entries()) {
      const got = await enter(`advise assess d${index}`, 'Tab', 'Tab');
      const wanted = `d${index}${name}/in${name}`;
      const [command, word = '', ...more] = got;
      const stops = stopping.includes(shell.is) && wanted.startsWith(word);
      if (command !== 'assess' || (word !== wanted && !stops) || more.length > 0) wrong.push(got);
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    { quote: "'", about: 'a command' },
    { quote: '"', about: 'a command' },
    { quote: "'", about: 'a command behind an ampersand' },
    { quote: '"', about: 'history' },
    { quote: "'", about: 'a backslash at the end' },
    { quote: '"', about: 'patterns' },
  ])('nothing gets out of quotes that are open: $about in $quote', async ({ quote, about }) => {
    const index = values.findIndex(([name]) => name === about);
    const value = values[index]?.[1] ?? '';
    // bash lets nobody quote what stands in quotes, so what needs it is not offered there.
    const isLeftOut = shell.is === 'bash' && /['"\\$`!]/.test(value);
    const setting = `life.v${index}=${isLeftOut ? value.slice(0, 1) : value}`;
    const keys = isLeftOut ? ['Tab', quote] : ['Tab'];
    expect(await enter(`advise assess f --set ${quote}life.v${index}=${value.slice(0, 1)}`, ...keys)).toEqual(
      ['assess', 'f', '--set', setting],
    );
  });

  test('a list shows no more than text', async () => {
    terminal.press('advise why hostile-', 'Tab', 'Tab');
    const screen = await terminal.see(/hostile-one[^]*hostile-two|hostile-two +hostile-one/);
    if (shell.is !== 'bash')
      expect(screen).toContain('T\\n$(touch x) `touch x`\\u001b[31m (touch x) %F{red}:\\n');
  });

  test.each(['$(touch x)', '`touch x`', '(touch x)', '> x', '> kept'])(
    'what stands on the line is not run: %s',
    async (typed) => {
      for (const start of ['advise', 'advise why']) {
        terminal.press(`${start} ${typed} a`, 'Tab', 'Tab', 'C-u');
        terminal.press("echo do''ne", 'Enter');
        await terminal.see(/^done$/m);
        terminal.press('', 'C-l');
      }
    },
  );
});

describe('the answer to a shell', () => {
  const ask = (shell: string, ...words: string[]): string =>
    execFileSync(process.execPath, [binary, 'complete', shell, '--', ...words], {
      encoding: 'utf8',
      cwd: folder,
      timeout: 120_000,
    });

  test('holds no word that drives a terminal or forges a line', () => {
    const lines = ask('zsh', 'assess', '--set', 'life.unspeakable=').split('\n');
    expect(lines.map((line) => line.split('\t')[0])).toEqual([
      'words',
      'life.unspeakable=speakable',
      'life.unspeakable=unknown',
      '',
    ]);
  });

  test('holds titles as text on one line', () => {
    expect(ask('fish', 'why', 'hostile-one')).toBe(
      'words\nhostile-one\tT\\n$(touch x) `touch x`\\u001b[31m (touch x) %F{red}:\\n\\u202e\n',
    );
  });

  test.each([
    { what: 'a pipe for a rulebook', pipe: 'pipe.yaml', settings: 'rules: pipe.yaml\n' },
    { what: 'a pipe for settings', pipe: '.advise.yaml', settings: undefined },
  ])('does not wait for $what', ({ pipe, settings }) => {
    const other = mkdtempSync(join(programs, 'pipe-'));
    execFileSync('mkfifo', [join(other, pipe)]);
    if (settings !== undefined) write(join(other, '.advise.yaml'), settings);
    const answer = execFileSync(process.execPath, [binary, 'complete', 'zsh', '--', 'facts', 'os.fam'], {
      encoding: 'utf8',
      cwd: other,
      timeout: 120_000,
    });
    expect(answer).toMatch(/^words\nos.family\t/);
  });
});
