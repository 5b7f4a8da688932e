import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/read/parse-yaml.ts';
import { parseWorkload } from '../../../src/workload/parse-workload.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { howMany } from '../../support/how-many.ts';
import { seedRandom } from '../../support/random-values.ts';
import { interviewRulebook } from '../../unit/ask/interview-rulebook.ts';

// Interviews that are killed at some moment: the draft is whole, and holds every answer that was given before
// the prompt that stood there.

const { rulebook } = buildRulebook(interviewRulebook);
const draft = '.advise-draft.yaml';
const runs = howMany(300);
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'advise-interview-'));
  await build({
    entryPoints: [fileURLToPath(new URL('answer-interview.ts', import.meta.url))],
    outfile: join(folder, 'interview.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text' },
    logLevel: 'error',
    define: { 'import.meta.url': JSON.stringify(import.meta.url) },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What an interview told before it ended, or was killed. */
interface Interview {
  /** The facts of its prompts, in order; null for what asks about none. */
  readonly prompts: (string | null)[];
  /** Milliseconds from its first prompt to its end. */
  readonly took: number;
  readonly code: number | null;
}

/**
 * Holds an interview in a folder.
 * @param after milliseconds after its first prompt, when it is killed
 */
function interview(work: string, after?: number): Promise<Interview> {
  const child = spawn(process.execPath, [join(folder, 'interview.cjs')], {
    cwd: work,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const prompts: (string | null)[] = [];
  let began = 0;
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    if (began === 0 && after !== undefined) setTimeout(() => child.kill('SIGKILL'), after);
    began ||= performance.now();
    text += piece;
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) prompts.push((JSON.parse(line) as { fact?: string }).fact ?? null);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ prompts, took: performance.now() - began, code });
    });
  });
}

/** The facts that stand in a draft, which is whole; none where there is no draft. */
function readDraft(work: string): string[] {
  let text: string;
  try {
    text = readFileSync(join(work, draft), 'utf8');
  } catch {
    return [];
  }
  const documents = parseYaml(text, draft);
  expect(documents).toHaveLength(1);
  return documents.flatMap((each) => parseWorkload(each, rulebook).facts.map(({ fact }) => fact));
}

function makeWork(): string {
  return mkdtempSync(join(folder, 'work-'));
}

describe('an interview', () => {
  test('that nobody kills asks for several facts, and leaves no draft', async () => {
    const work = makeWork();
    const { prompts, code } = await interview(work);
    expect(code).toBe(0);
    expect(prompts.filter((fact) => fact !== null).length).toBeGreaterThan(2);
    expect(readdirSync(work).filter((name) => name.startsWith(draft))).toEqual([]);
  });

  test('that is killed leaves a whole draft with all that was answered', async () => {
    const random = seedRandom(16);
    const { took } = await interview(makeWork());
    let kept = 0;
    for (let number = 0; number < runs; number++) {
      const work = makeWork();
      const { prompts } = await interview(work, (took * random.below(1000)) / 1000);
      const answered = prompts.slice(0, -1).filter((fact) => fact !== null);
      const facts = readDraft(work);
      // One that came to its end before it was killed has been saved, and needs no draft.
      const isSaved = readdirSync(work).some((name) => /^[^.].*\.yaml$/.test(name));
      if (!isSaved) expect(facts, `run ${number}`).toEqual(expect.arrayContaining(answered));
      if (facts.length > 0) kept++;
      rmSync(work, { recursive: true });
    }
    expect(kept).toBeGreaterThan(0);
  });

  test('beside another in the same folder leaves a draft that is whole at any moment', async () => {
    let seen = 0;
    for (let number = 0; number < Math.ceil(runs / 20); number++) {
      const work = makeWork();
      const state = { over: false };
      const both = Promise.all([interview(work), interview(work)]).finally(() => (state.over = true));
      while (!state.over) {
        if (readDraft(work).length > 0) seen++;
        await setImmediate();
      }
      await both;
      rmSync(work, { recursive: true });
    }
    expect(seen).toBeGreaterThan(0);
  });
});
