import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { renderSarif } from '../../../src/render/advice/sarif.ts';
import { assessFixtures, makeContext } from '../../support/format-results.ts';
import { loadRules } from '../../support/load-rules.ts';
import { skipWithout } from '../../support/skip-without.ts';

// Microsoft's multitool: npm run sarif-tools puts it there. It is no dependency, since it is a hundred
// megabytes that only one test needs.
const tools = 'node_modules/.cache/sarif/node_modules/@microsoft/sarif-multitool-linux';
const hasTools = existsSync(tools);
skipWithout(hasTools, 'the validator of SARIF', 'the multitool is missing: npm run sarif-tools');

test.runIf(hasTools)("SARIF passes Microsoft's validator without an error", () => {
  const folder = mkdtempSync(join(tmpdir(), 'advise-sarif-'));
  try {
    const [file, report] = [join(folder, 'advise.sarif'), join(folder, 'report.sarif')];
    writeFileSync(file, renderSarif(assessFixtures(), makeContext(loadRules())));
    execFileSync(
      `${tools}/Sarif.Multitool`,
      ['validate', file, '--rule-kind', 'Sarif;Ghas', '--output', report],
      { stdio: 'pipe' },
    );
    const found = (JSON.parse(readFileSync(report, 'utf8')) as Log).runs[0]?.results ?? [];
    const said = found.map((each) => `${each.level ?? 'warning'} ${each.ruleId}`);
    // SARIF2005: no address is given where more can be read, since the project has none yet.
    expect([...new Set(said)]).toEqual(['warning SARIF2005']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
