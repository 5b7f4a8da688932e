import { formatPosition } from '../../errors.ts';
import { isProven } from '../../prove/test/test-report.ts';
import { createNames } from '../../report/names.ts';
import { wordUnnoticed } from '../../report/tests.ts';
import { wordUnmet } from '../../prove/test/run-case.ts';
import type { Renderer, TestOutcome } from '../renderer.ts';
import { writeXml, type XmlElement } from '../../text/xml.ts';

/**
 * The outcome of `rules test` as JUnit XML: a suite of the tests that say what has to come out, and
 * one of the rules with their examples and changes.
 */
export const renderTestsJunit: Renderer<TestOutcome> = ({ report, reproductions }, { rulebook }) => {
  const { proofs, cases } = report;
  const names = createNames(rulebook);
  const suites = [
    writeSuite(
      'test cases',
      cases.map((each) => {
        const { workload, at } = each.test;
        const lines = each.unmet.map((one) => `${formatPosition(one.expected.at)}  ${wordUnmet(one)}`);
        return writeCase(workload.name, at.file, at, lines, reproductions.get(each));
      }),
    ),
    writeSuite(
      'rules',
      proofs.map((proof) => {
        const rule = names.rules(proof.rule);
        const lines = isProven(proof)
          ? []
          : [
              ...proof.examples.map(({ example, message }) => `example ${example}: ${message}`),
              ...proof.changes
                .filter(({ witness }) => witness === null)
                .map(({ change }) => wordUnnoticed(change)),
            ];
        return writeCase(proof.rule, rule?.concern ?? '', rule?.at, lines);
      }),
    ),
  ];
  const total = proofs.length + cases.length;
  const failures = suites.reduce((sum, { attributes }) => sum + Number(attributes?.failures ?? 0), 0);
  const attributes = { name: 'advise rules test', tests: total, failures, errors: 0 };
  return writeXml({ name: 'testsuites', attributes, content: suites });
};

function writeSuite(name: string, cases: readonly XmlElement[]): XmlElement {
  const failures = cases.filter(({ content = [] }) => content.length > 0).length;
  const attributes = { name, tests: cases.length, failures, errors: 0, skipped: 0 };
  return { name: 'testsuite', attributes, content: cases };
}

function writeCase(
  name: string,
  classname: string,
  at: { readonly file: string; readonly line: number } | undefined,
  failures: readonly string[],
  output?: string,
): XmlElement {
  const place = at === undefined ? {} : { file: at.file, line: at.line };
  const [message = ''] = failures;
  const failure = { name: 'failure', attributes: { message }, content: failures.join('\n') };
  const out = output === undefined ? [] : [{ name: 'system-out', content: output }];
  return {
    name: 'testcase',
    attributes: { name, classname, ...place },
    content: failures.length === 0 ? [] : [failure, ...out],
  };
}
