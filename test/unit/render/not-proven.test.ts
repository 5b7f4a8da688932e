import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decidePlacing } from '../../../src/advice/placing.ts';
import { gatherUnanswered } from '../../../src/ask/gather-unanswered.ts';
import { prepareInterviewer } from '../../../src/ask/interviewer.ts';
import { beginProgress } from '../../../src/ask/plan-interview.ts';
import { reviewAnswers } from '../../../src/ask/review-answers.ts';
import type { Io } from '../../../src/io.ts';
import { main } from '../../../src/main.ts';
import { compareParts } from '../../../src/page/compare-parts.ts';
import { gatherOutcome } from '../../../src/prove/diff/compare-outcomes.ts';
import { readRecord } from '../../../src/record/read-record.ts';
import { writeLock } from '../../../src/record/write-lock.ts';
import { wordTripped } from '../../../src/report/gates.ts';
import { createNames } from '../../../src/report/names.ts';
import { type Format, formats, render } from '../../../src/render/render.ts';
import { assessText } from '../../support/build-workload.ts';
import { createTestWorld } from '../../support/create-test-world.ts';
import { makeContext, makeResult } from '../../support/format-results.ts';
import { buildHardRulebook, writeHardRulebook } from '../../support/hard-rulebook.ts';
import { createScriptedPrompter } from '../../support/scripted-prompter.ts';

// Where the budget ended the proof of a status, the status is the more doubtful one, and whoever reads it
// is told, wherever it stands. Each row is also tried with a status that is proven, of which nothing is said.

const ready = buildHardRulebook('h0');
const input = {
  workloads: [],
  profile: [],
  set: [],
  today: '2026-07-01',
  gates: { expect: [], require: [] },
  ignoreWaivers: false,
  ignoreRulings: false,
};
const context = { ...makeContext(ready), page: { script: '', style: '', ready, input } };
const names = createNames(ready.rulebook);
const gates = { expect: [], require: ['firm'] as const };
const cut = assessText(ready, 'name: coop', { gates });
/** Everything is stated, so that nothing is left to prove. */
const stated = Array.from({ length: 9 }, (_, pigeon) => `pigeon-${pigeon}: h0`).join(', ');
const whole = assessText(ready, `name: coop\nfacts: { p: { ${stated} } }`, { gates });

/** How it is said in each format. */
const doubts: Readonly<Record<Format, RegExp>> = {
  text: /not\s+finished/,
  json: /"proven": false/,
  markdown: /the proof was not finished/,
  html: /<span class="chip">not proven<\/span>/,
  sarif: /"proven": false/,
  github: /presumed, not proven/,
  summary: /the proof was not finished/,
  junit: /name="proven" value="no"/,
  csv: /^coop,(?:.*,)?no$/m,
};

describe('a status that is not proven', () => {
  it('is what the rulebook of pigeons gives, and only where something is left to prove', () => {
    expect(cut.verdict).toMatchObject({ headline: 'vm', status: 'presumed', proven: false });
    expect(whole.verdict).toMatchObject({ headline: 'vm', status: 'firm', proven: true });
  });

  it.each(formats)('is told in %s', async (format) => {
    expect(await render('advice', format, makeResult(ready, [cut]), context)).toMatch(doubts[format]);
    expect(await render('advice', format, makeResult(ready, [whole]), context)).not.toMatch(doubts[format]);
  });

  it.each(['text', 'html', 'markdown', 'github'] as const)(
    'is told of one among several in %s',
    async (format) => {
      const text = await render('advice', format, makeResult(ready, [whole, cut]), context);
      expect(text).toMatch(/not proven|the proof was not finished/);
    },
  );

  it('is told by a gate that asks for more', () => {
    const result = makeResult(ready, [cut]);
    const [gate] = cut.gates;
    expect(gate && wordTripped(gate, cut, result, names)).toMatch(
      /proof that nothing unsaid could change it was not finished/,
    );
  });

  it('is told by a lock, and read back', () => {
    const [lock, other] = [cut, whole].map((advice) => writeLock(makeResult(ready, [advice])));
    expect(lock).toContain('proven: false');
    expect(other).not.toContain('proven');
    const io = { readBytes: () => Buffer.from(lock ?? '') } as unknown as Io;
    expect(readRecord(io, 'lock.yaml', 'lock.yaml', '1.2.3').results).toHaveLength(1);
  });

  it('is told of what differs on a page, and between two rulebooks', () => {
    expect(compareParts(whole, cut, names).verdict).toContainEqual({
      what: 'status',
      before: 'firm',
      now: 'presumed, not proven',
    });
    expect(gatherOutcome(decidePlacing(ready, new Map(), new Set())).proven).toBe(false);
  });

  it('is told with the questions that are left, and in the interview', async () => {
    const open = buildHardRulebook();
    const said = new Map([['p.pigeon-0', { fact: 'p.pigeon-0', values: ['h1'], origin: 'asked' as const }]]);
    const unanswered = gatherUnanswered(prepareInterviewer(open), said);
    expect(unanswered.proven).toBe(false);
    const lists = [{ workload: 'coop', ...unanswered }];
    expect(await render('unanswered', 'text', lists, context)).toContain('The proof was not finished');
    expect(await render('unanswered', 'json', lists, context)).toContain('"proven": false');

    const prompter = createScriptedPrompter(ready.rulebook, {});
    await reviewAnswers(prepareInterviewer(ready), beginProgress(new Map()), prompter);
    expect(prompter.shown[0]?.message).toBe('Your answers say: a VM (likely, not proven).');
  });
});

describe('a fleet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'advise-not-proven-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  for (const { name, text } of writeHardRulebook('h0')) writeFileSync(join(folder, name), text);
  writeFileSync(
    join(folder, 'rows.ndjson'),
    `{"name":"a"}\n{"name":"b","p.pigeon-0":"h0","p.pigeon-1":"h0"}\n`,
  );
  const run = async (...argv: string[]) => {
    const test = createTestWorld({ folder });
    expect(await main([...argv, '--no-config', '--quiet'], test.world), test.stderr()).toBe(0);
    return test.stdout();
  };
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const endings = ['txt', 'md', 'html', 'json', 'csv'];

  it('says of how many the status is not proven, in its records and where they are counted', async () => {
    const records = ['r.ndjson', 'r.csv'];
    const summaries = endings.map((ending) => `s.${ending}`);
    await run(
      'fleet',
      'assess',
      'rows.ndjson',
      '--rules',
      '.',
      ...records.flatMap((file) => ['-o', file]),
      ...summaries.flatMap((file) => ['--summary', file]),
    );
    expect(read('r.ndjson')).toMatch(/"name":"a".*"proven":false[^]*"name":"b".*"proven":true/);
    expect(read('r.csv')).toMatch(/^a,vm,forced,presumed,false,.*\nb,vm,forced,firm,true,/m);
    for (const file of summaries)
      expect(read(file), file).toMatch(
        /1 has a status that is not proven|The status is not proven|"notProven": 1/,
      );
  });

  it('says so of decisions about vectors, and where they are compared', async () => {
    writeFileSync(join(folder, 'v.ndjson'), await run('fleet', 'vectors', 'rows.ndjson', '--rules', '.'));
    writeFileSync(join(folder, 'd.ndjson'), await run('fleet', 'decide', 'v.ndjson', '--rules', '.'));
    expect(read('d.ndjson')).toMatch(/"proven":false/);
    expect(await run('fleet', 'diff', 'd.ndjson', 'd.ndjson')).toMatch(
      /status of 1 workloads .* not\s+proven/,
    );
  });
});
