import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseCell } from '../../../src/import/table/read-mapped.ts';
import { parseMap } from '../../../src/import/table/parse-map.ts';
import { loadRules } from '../../support/load-rules.ts';

it('the map of columns that users are shown says what the page says', () => {
  const page = readFileSync('docs/inventories.md', 'utf8');
  const map = /```yaml\n(advise-map:.*?)```/s.exec(page)?.[1] ?? '';
  const { facts } = parseMap(map, 'map.yaml', loadRules().rulebook.facts);
  const cell = (id: string, text: string) => {
    const mapped = facts.find(({ fact }) => fact.id === id);
    return mapped && parseCell(mapped, text);
  };
  expect(cell('os.family', 'Red Hat Enterprise Linux 9 (64-bit)')).toEqual({ values: ['linux'] });
  expect(cell('os.family', 'microsoft windows 10')).toEqual({ values: ['windows'] });
  expect(cell('os.family', 'A Red Hat')).toEqual({ problem: 'System: a text that the map does not name' });
  expect(cell('hardware.memory', '4096')).toEqual({ values: [4] });
  expect(cell('trust.regulated', '')).toEqual({ values: ['no'] });
  expect(cell('state.kind', 'DB')).toEqual({ values: ['one-writer'] });
});
