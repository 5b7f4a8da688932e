import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderJunit } from '../../../src/render/advice/junit.ts';
import { assessText } from '../../support/build-workload.ts';
import {
  assessFixtures,
  hostileNames,
  makeContext,
  makeResult,
  nameResult,
} from '../../support/format-results.ts';
import { loadRules } from '../../support/load-rules.ts';
import { loadSmallRulebook } from '../../support/load-small-rulebook.ts';
import { skipWithout } from '../../support/skip-without.ts';

const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined;
skipWithout(hasXmllint, 'JUnit by its schema', 'xmllint is missing: apt-get install libxml2-utils');

const small = loadSmallRulebook();
const context = makeContext(small);
const engine = 'facts: { site: { containers: engine, vms: yes } }';

test.runIf(hasXmllint)('a JUnit report is what the schema of CI servers wants', () => {
  const folder = mkdtempSync(join(tmpdir(), 'advise-junit-'));
  const check = (files: readonly string[]) =>
    spawnSync('xmllint', ['--noout', '--nonet', '--schema', 'test/support/junit.xsd', ...files], {
      encoding: 'utf8',
    });
  try {
    const names = fc.sample(hostileNames, { numRuns: 30, seed: 20271126 });
    const reports = [
      renderJunit(assessFixtures(), makeContext(loadRules())),
      renderJunit(makeResult(small, [assessText(small, engine)]), context),
      ...names.map((each) => renderJunit(nameResult(each), context)),
    ];
    const files = reports.map((report, index) => {
      const file = join(folder, `${index}.xml`);
      writeFileSync(file, report);
      return file;
    });
    const { status, stderr } = check(files);
    expect(status, stderr).toBe(0);
    const broken = join(folder, 'broken.xml');
    writeFileSync(broken, (reports[1] ?? '').replace('tests="1"', 'tests="one"'));
    expect(check([broken]).status).not.toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
