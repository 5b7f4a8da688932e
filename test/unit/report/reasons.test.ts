import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mostConflicts } from '../../../src/decide/list-conflicts.ts';
import { createNames, type ReportPart } from '../../../src/report/names.ts';
import { viewConflicts } from '../../../src/report/reasons.ts';
import { assessText } from '../../support/build-workload.ts';
import { loadRules } from '../../support/load-rules.ts';

const ready = loadRules();
const part = assessText(ready, readFileSync('fixtures/call-server.yaml', 'utf8').replace(/^advise: 1$/m, ''));
const about: ReportPart = {
  name: 'call-server',
  file: 'call-server.yaml',
  all: true,
  names: createNames(ready.rulebook),
  part,
  waivers: [],
  members: ['app'],
  shared: new Set(),
};

it.each([
  { count: 1, title: 'What leaves nothing' },
  { count: 2, title: 'Each of these leaves nothing' },
  { count: mostConflicts - 1, title: 'Each of these leaves nothing' },
  { count: mostConflicts, title: 'Each of these leaves nothing, the first 100 of them' },
])('above $count smallest sets: $title', ({ count, title }) => {
  const [set = []] = part.conflicts;
  const conflicts = Array.from({ length: count }, () => set);
  expect(viewConflicts({ ...about, part: { ...part, conflicts } }).title).toBe(title);
});
