import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText } from '../../../../src/text/safe.ts';
import { renderJunit } from '../../../../src/render/advice/junit.ts';
import { assessText } from '../../../support/build-workload.ts';
import {
  drivesTerminal,
  hostileNames,
  makeContext,
  makeResult,
  nameResult,
} from '../../../support/format-results.ts';
import { loadSmallRulebook } from '../../../support/load-small-rulebook.ts';
import { howMany } from '../../../support/how-many.ts';

const small = loadSmallRulebook();
const context = makeContext(small);

function parse(text: string) {
  const document = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(text, 'text/xml');
  return {
    list: (name: string) => [...document.getElementsByTagName(name)],
    root: document.documentElement,
  };
}

function reportText(text: string, options = {}) {
  return parse(renderJunit(makeResult(small, [assessText(small, text, options)]), context));
}

const engine = 'facts: { site: { containers: engine, vms: yes } }';

describe('cases', () => {
  test('there is one that passes where no gate was asked for', () => {
    const { list, root } = reportText(engine);
    expect(list('testcase').map((each) => each.getAttribute('name'))).toEqual(['advice was given']);
    expect(list('failure')).toEqual([]);
    expect([root?.getAttribute('tests'), root?.getAttribute('failures')]).toEqual(['1', '0']);
  });

  test('are the gates, those of the file too, and each that tripped says what it hangs on', () => {
    const { list, root } = reportText(`expect: vm\n${engine}`, {
      gates: { expect: ['container'], require: ['favoured'] },
    });
    expect(list('testcase').map((each) => each.getAttribute('name'))).toEqual([
      'expect container',
      'expect vm (in the file)',
      'require favoured',
    ]);
    expect(list('failure').map((each) => each.getAttribute('message'))).toEqual([
      'it is container',
      'it is lean',
    ]);
    expect(list('failure')[0]?.textContent).toBe(
      'Wanted vm (in the file), is container. Decided by site.containers: engine (line 3). Memory is not stated; os.memory: 256 GiB or more would make it vm. So would state.kind: one-writer (not stated), or site.containers: none (engine, line 3).\napp.yaml:2\napp.yaml:3',
    );
    expect([root?.getAttribute('tests'), root?.getAttribute('failures')]).toEqual(['3', '2']);
  });

  test('the verdict stands in the properties', () => {
    const { list } = reportText(engine);
    const values: Record<string, string | null> = Object.fromEntries(
      list('property').map((each) => [each.getAttribute('name') ?? '', each.getAttribute('value')]),
    );
    expect(values).toMatchObject({
      headline: 'container',
      strength: 'lean',
      status: 'open',
      placement: 'container.single-host',
      isolation: 'shared-kernel',
      'rulebook small': `1.0.0 ${small.rulebook.digest}`,
    });
  });
});

test('hostile names come back as they were, made safe to print', () => {
  fc.assert(
    fc.property(hostileNames, (names) => {
      const text = renderJunit(nameResult(names), context);
      expect(text).not.toMatch(drivesTerminal);
      const { list } = parse(text);
      const safe = (name: string) =>
        escapeText(name).replace(/[\ufffe\uffff]/g, (each) => `\\u${each.charCodeAt(0).toString(16)}`);
      expect(list('testsuite').map((each) => each.getAttribute('name'))).toEqual([safe(names.workload)]);
      expect(list('testsuite')[0]?.getAttribute('file')).toBe(safe(names.file));
      expect(list('testcase')).toHaveLength(4);
      expect(list('property').map((each) => each.getAttribute('name'))).toContain(
        `component ${safe(names.component)}`,
      );
    }),
    { numRuns: howMany(60) },
  );
});
