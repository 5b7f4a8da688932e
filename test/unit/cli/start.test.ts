import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../src/main.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { createTestWorld, type TestWorldOptions } from '../../support/create-test-world.ts';
import { createScriptedPrompter } from '../../support/scripted-prompter.ts';
import { interviewRulebook } from '../ask/interview-rulebook.ts';

// `advise` without a command: who is asked, and what is assessed.

const ready = buildRulebook(interviewRulebook);
const web = 'advise: 1\nname: web\nfacts: { app: { state: stateless } }\n';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'advise-start-'));
  mkdirSync(join(folder, 'services'));
  writeFileSync(join(folder, 'web.yaml'), web);
  writeFileSync(join(folder, 'services/web.yaml'), web);
  writeFileSync(join(folder, 'two.yaml'), `${web}---\n${web}`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(argv: readonly string[], options: Partial<TestWorldOptions> = {}) {
  const prompter = createScriptedPrompter(ready.rulebook, {});
  const { world, stdout, stderr } = createTestWorld({
    folder,
    terminal: 80,
    env: { NO_COLOR: '1' },
    prompter,
    comesWith: { folder: 'rules', ready },
    ...options,
  });
  const code = await main(argv, world);
  return { code, stdout: stdout(), stderr: stderr(), asked: prompter.shown.length > 0 };
}

describe('at a terminal', () => {
  it.each([
    { argv: [] },
    { argv: ['--all'] },
    { argv: ['--no-color', '-q'] },
    { argv: ['web.yaml'] },
    { argv: ['web.yaml', '--all'] },
    { argv: ['--no-config', 'web.yaml', '-q'] },
  ])('somebody who types $argv is asked', async ({ argv }) => {
    expect(await run(argv)).toMatchObject({ asked: true });
  });

  it.each([
    { argv: ['web.yaml', '--no-input'] },
    { argv: ['web.yaml', '-f', 'csv'] },
    { argv: ['web.yaml', '--set', 'app.family=linux'] },
    { argv: ['web.yaml', '--today', '2027-01-01'] },
    { argv: ['--no-rulings', 'web.yaml'] },
    { argv: ['web.yaml', 'services/web.yaml'] },
    { argv: ['services'] },
    { argv: ['two.yaml'] },
  ])('$argv is an assessment', async ({ argv }) => {
    const started = await run(argv);
    expect(started).toMatchObject({ code: 0, asked: false });
    const words = argv.filter((word) => word !== '--no-input');
    expect(started.stdout).toBe((await run(['assess', ...words])).stdout);
  });
});

it('in a pipe a file is assessed', async () => {
  const { code, stdout, asked } = await run(['web.yaml'], { terminal: undefined });
  expect({ code, asked }).toEqual({ code: 0, asked: false });
  expect(stdout).toMatch(/^web → /);
});

it('a file called like a word is a file', async () => {
  writeFileSync(join(folder, 'asses'), web);
  expect(await run(['asses'], { terminal: undefined })).toMatchObject({ code: 0 });
});
