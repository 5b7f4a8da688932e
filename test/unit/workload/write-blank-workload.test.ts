import { describe, expect, it } from 'vitest';
import { listValues } from '../../../src/rulebook/fact-value.ts';
import { parseWorkload } from '../../../src/workload/parse-workload.ts';
import { writeBlankWorkload } from '../../../src/workload/write-blank-workload.ts';
import { parseOne } from '../../support/build-workload.ts';
import { loadRules } from '../../support/load-rules.ts';

const { rulebook } = loadRules();
const blank = writeBlankWorkload(rulebook, 'app');

describe('the blank workload', () => {
  it('is a workload that says nothing', () => {
    const workload = parseWorkload(parseOne(blank), rulebook);
    expect(workload).toMatchObject({ name: 'app', facts: [], waivers: [], components: [] });
  });

  it.each(['app', 'yes', '7', 'a: b', '# no comment', "it's", 'ünï'])('keeps the name %s', (name) => {
    expect(parseWorkload(parseOne(writeBlankWorkload(rulebook, name)), rulebook).name).toBe(name);
  });

  it.each(rulebook.facts)('lets $id be filled in by removing the #', (fact) => {
    const [, name = ''] = fact.id.split('.');
    const value = listValues(fact)[0] ?? '7';
    const group = blank.indexOf(`\n  ${fact.id.split('.')[0] ?? ''}:`);
    const line = blank.indexOf(`    # ${name}:`, group);
    const filled = `${blank.slice(0, line)}    ${name}: ${value}${blank.slice(line + `    # ${name}:`.length)}`;
    const { facts } = parseWorkload(parseOne(filled), rulebook);
    expect(facts.map(({ fact: id, values }) => [id, values?.map(String)])).toEqual([[fact.id, [value]]]);
  });

  it('asks every question and names every presumption', () => {
    for (const fact of rulebook.facts) {
      expect(blank).toContain(fact.question);
      if (typeof fact.presumed === 'string') expect(blank).toContain(`; presumed ${fact.presumed}`);
    }
  });

  it('points an editor to the schema it is given', () => {
    expect(writeBlankWorkload(rulebook, 'app', 'here/s.json').split('\n')[0]).toBe(
      '# yaml-language-server: $schema=here/s.json',
    );
  });
});
