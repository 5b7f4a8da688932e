import type { Advice, Result, UnreadFile } from '../../advice/result.ts';
import { formatPosition, type Position } from '../../errors.ts';
import { listAnnotations } from '../../report/annotations.ts';
import { wordGate, wordIncomplete } from '../../report/gates.ts';
import { createNames, type NameIndex } from '../../report/names.ts';
import type { Renderer } from '../renderer.ts';
import { wordHeadline } from '../../report/verdict.ts';
import { wordWaived } from '../../report/remarks.ts';
import { writeXml, type XmlElement } from '../../text/xml.ts';

/**
 * JUnit XML: a suite a workload, a case a gate, one passing case where no gate was asked for. The
 * verdict stands in the properties of the suite.
 */
export const renderJunit: Renderer<Result> = (result, { rulebook }) => {
  const names = createNames(rulebook);
  const unread = result.unread ?? [];
  const held = describeRecord(result);
  const missing = wordIncomplete(result) === undefined ? 0 : 1;
  const suites = [
    ...unread.map(describeUnread),
    ...result.results.map((advice) => describeSuite(advice, result, names)),
    ...held,
  ];
  const gates = result.results.flatMap((advice) => advice.gates);
  const attributes = {
    name: result.tool.name,
    tests: result.results.reduce(
      (sum, advice) => sum + Math.max(advice.gates.length, 1),
      unread.length + held.length,
    ),
    failures: gates.filter((gate) => !gate.passed).length + missing,
    errors: unread.length,
  };
  return writeXml({ name: 'testsuites', attributes, content: suites });
};

/** A file that could not be used is an error: nobody was advised on it. */
function describeUnread({ file, problems }: UnreadFile): XmlElement {
  const lines = problems.map(
    ({ message, at }) => `${at === undefined ? file : formatPosition(at)}: ${message}`,
  );
  const error = { name: 'error', attributes: { message: 'cannot be used' }, content: lines.join('\n') };
  return {
    name: 'testsuite',
    attributes: { name: file, tests: 1, failures: 0, errors: 1, skipped: 0, file },
    content: [{ name: 'testcase', attributes: { name: 'can be read', classname: file }, content: [error] }],
  };
}

/** With --complete a suite of the record, whose case is that all of it was assessed. */
function describeRecord(result: Result): XmlElement[] {
  if (result.against?.complete !== true) return [];
  const { file } = result.against;
  const message = wordIncomplete(result);
  const failure =
    message === undefined
      ? []
      : [{ name: 'failure', attributes: { type: 'complete', message: 'it is not' }, content: message }];
  return [
    {
      name: 'testsuite',
      attributes: { name: file, tests: 1, failures: failure.length, errors: 0, skipped: 0, file },
      content: [
        { name: 'testcase', attributes: { name: 'all of it assessed', classname: file }, content: failure },
      ],
    },
  ];
}

function describeSuite(advice: Advice, result: Result, names: NameIndex): XmlElement {
  const { workload, gates } = advice;
  const tripped = listAnnotations(advice, result, names).filter(({ level }) => level === 'error');
  const failing = gates.filter((gate) => !gate.passed);
  const cases = gates.map((gate): XmlElement => {
    const annotation = tripped[failing.indexOf(gate)];
    return describeCase(
      wordGate(gate),
      advice,
      annotation === undefined
        ? []
        : [
            {
              name: 'failure',
              attributes: { type: gate.gate, message: `it is ${gate.got}` },
              content: [annotation.message, ...listLines(annotation.at)].join('\n'),
            },
          ],
    );
  });
  return {
    name: 'testsuite',
    attributes: {
      name: workload.name,
      tests: Math.max(gates.length, 1),
      failures: failing.length,
      errors: 0,
      skipped: 0,
      file: workload.file,
    },
    content: [
      { name: 'properties', content: listProperties(advice, result) },
      ...(cases.length > 0 ? cases : [describeCase('advice was given', advice, [])]),
    ],
  };
}

function listLines(places: readonly Position[]): string[] {
  return [...new Set(places.map(({ file, line }) => `${file}:${line}`))];
}

function describeCase(name: string, { workload }: Advice, content: readonly XmlElement[]): XmlElement {
  return { name: 'testcase', attributes: { name, classname: workload.name }, content };
}

function listProperties(advice: Advice, { rulebooks, tool }: Result): XmlElement[] {
  const { verdict, components, workload, waivers } = advice;
  const values: [name: string, value: string][] = [
    ['headline', verdict.headline],
    ['strength', verdict.strength ?? 'none'],
    ['status', verdict.status],
    ['proven', verdict.proven ? 'yes' : 'no'],
    ['contested', verdict.contested ? 'yes' : 'no'],
    ['placement', verdict.forms.join(' ')],
    ['isolation', verdict.isolation ?? ''],
    ...(workload.document === undefined ? [] : [['document', String(workload.document)] as [string, string]]),
    ...components.map(({ name, verdict: own }): [string, string] => [
      `component ${name}`,
      `${wordHeadline(own)}: ${own.forms.join(' ')}`,
    ]),
    ...waivers.map((waiver): [string, string] => [`waiver ${waiver.rule}`, wordWaived(waiver, waivers)]),
    ['advise', tool.version],
    ...rulebooks.map((book): [string, string] => [`rulebook ${book.name}`, `${book.version} ${book.digest}`]),
  ];
  return values.map(([name, value]) => ({ name: 'property', attributes: { name, value } }));
}
