import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Result } from '../../src/advice/result.ts';
import type { ReadyRulebook } from '../../src/rulebook/ready.ts';
import { assess } from '../../src/assess.ts';
import { parseYaml } from '../../src/read/parse-yaml.ts';
import type { RenderContext } from '../../src/render/renderer.ts';
import { createStyle } from '../../src/text/style.ts';
import { parseWorkload } from '../../src/workload/parse-workload.ts';
import { stdinName, type Workload } from '../../src/workload/workload.ts';
import { readWorkload } from './build-workload.ts';
import { loadRules } from './load-rules.ts';
import { loadSmallRulebook } from './load-small-rulebook.ts';

/** What a renderer is given besides the result. */
export function makeContext({ rulebook }: Pick<ReadyRulebook, 'rulebook'>): RenderContext {
  return { width: 80, style: createStyle(false), all: false, verbose: false, rulebook, version: '1.2.3' };
}

/** A result as `assess` puts it together. */
export function makeResult({ rulebook }: ReadyRulebook, results: Result['results']): Result {
  const { name, version, digest } = rulebook;
  return {
    schemaVersion: 1,
    tool: { name: 'advise', version: '1.2.3' },
    rulebooks: [{ name, version, digest }],
    results,
  };
}

/** Every workload among the fixtures, for readers and of the trials, each held to gates that some trip. */
export function assessFixtures(): Result {
  const ready = loadRules();
  const folders = ['fixtures', 'fixtures/golden/tricky', 'fixtures/golden/mechanisms'];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml') && name !== 'expected.yaml')
      .map((name) => `${folder}/${name}`),
  );
  const gates = { expect: ['vm'], require: ['presumed', 'clear'] };
  const advice = files.flatMap((file) => {
    const documents = parseYaml(readFileSync(file, 'utf8'), file);
    return documents.map((document, index) => {
      const number = documents.length > 1 ? index + 1 : undefined;
      const workload = parseWorkload(document, ready.rulebook, number);
      return assess(workload, ready, { today: '2027-01-15', gates });
    });
  });
  return makeResult(ready, advice);
}

/** A system whose rules speak for, against and rule out, and whose gates trip and pass. */
const text = `name: shop
facts: { site: { containers: engine, vms: yes, instances: 20 } }
components:
  - name: front
    facts: { state: { kind: one-writer } }
  - name: desk
    facts: { os: { desktop: yes } }
`;

/**
 * That system under other names. They are put in behind the reader, which would not let all of them
 * pass.
 */
export function nameResult(names: { workload: string; component: string; file: string }): Result {
  const ready = loadSmallRulebook();
  const plain = readWorkload(ready, text);
  const move = (facts: Workload['facts']) =>
    facts.map((fact) => ({ ...fact, at: fact.at && { ...fact.at, file: names.file } }));
  const [front, ...others] = plain.components;
  const workload: Workload = {
    ...plain,
    name: names.workload,
    file: names.file,
    facts: move(plain.facts),
    components: [...(front === undefined ? [] : [{ ...front, name: names.component }]), ...others].map(
      (component) => ({ ...component, facts: move(component.facts) }),
    ),
  };
  const gates = { expect: ['either'], require: ['presumed', 'firm', 'forced'] };
  const advice = assess(workload, ready, { today: '2027-01-15', gates });
  return makeResult(ready, [advice]);
}

const nasty = [
  '=cmd|calc!A0',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  'a,b:c%25::error::d',
  '\n::error file=x::forged',
  '%0A::error::forged',
  '"><failure/><!--',
  ']]>&amp;&#10;<![CDATA[',
  '\u001b[31mred\u001b[0m',
  '\u0000\u0008\u000b\u000c',
  '\ud800',
  '\ufffe\uffff',
  '\u202egnp.exe',
  '\u2028\u2029\u0085',
  'Größe 漢字 🦀',
  '../a b/#?%:c.yaml',
  'a;b\t"c"\'d\'',
  ' ',
  '*_`[x](y)<b>|',
];

/** Text that somebody might use to break out of a format. */
export const hostileText = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc
    .tuple(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme', maxLength: 8 }))
    .map((parts) => parts.join('')),
);

/** Such names for everything that a person names. */
export const hostileNames = fc.record({
  workload: hostileText,
  component: hostileText.filter((name) => name !== 'desk'),
  file: hostileText.filter((name) => name !== stdinName),
});

/** Characters that drive a terminal or forge a line; none is ever written raw, line ends apart. */
// eslint-disable-next-line no-control-regex
export const drivesTerminal = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|\p{Cs}/u;
