import { isCollection, isMap, isScalar, isSeq, type Node, parseAllDocuments, Scalar, visit } from 'yaml';
import type { Random } from '../support/random-values.ts';

/** What a text may be made of that its reader may not expect: values, keys, and pieces of syntax. */
const oddValues: readonly string[] = [
  ...[
    '',
    'null',
    '~',
    'true',
    'yes',
    'NO',
    '0',
    '-0',
    '-1',
    '1e999',
    '.inf',
    '.nan',
    '0x10',
    '0o17',
    '1_000',
  ],
  ...[
    '9007199254740993',
    '2026-02-30',
    '9999-12-31',
    '12:30:45',
    '[]',
    '{}',
    '[[]]',
    '{ a: { b: c } }',
    '[1, a]',
  ],
  ...[
    '{ toString: a }',
    '{ valueOf: a }',
    '{ __proto__: a }',
    '__proto__',
    'constructor',
    'prototype',
    'length',
  ],
  ...[
    '&a [*a]',
    '*nowhere',
    '<<',
    '{ <<: 1 }',
    '!!binary x',
    '!!set { a }',
    '!<tag:x> a',
    '? a',
    '- - a',
    '|',
    '>-',
  ],
  ...['"\\u202e"', '"\\u0000"', '"\\ud800"', '\u202e', '\u009b31m', '\ufeff', '\u2028', '\u0000', '\u0007'],
  ...[
    '%YAML 1.3',
    '---',
    '...',
    '# ',
    '"',
    "'",
    '${X}',
    '${X:-y}',
    '$(touch x)',
    '{{ .Values.x }}',
    '<a>',
    '=1+1',
  ],
  ...[
    '512Mi',
    '4 GiB',
    '1e3Ki',
    '100m',
    '5%',
    '../../etc/passwd',
    '/dev/zero',
    'http://[::1',
    'a'.repeat(5000),
  ],
  ...['\r', '\r\n', '\t', '日本語', '🙂', 'é', 'e\u0301', '[', '{', '}', ']', ':', ',', '&', '*', '@', '`'],
];

/**
 * Spoils a text: a few changes of its structure, where it has one that can be read, or of its letters.
 * @param text a good file
 * @param others other files of the same sort, of which pieces are taken
 */
export function mutate(text: string, others: readonly string[], random: Random): string {
  let mutated = text;
  for (let rounds = 1 + random.below(3); rounds > 0; rounds--)
    mutated = random.chance(0.5)
      ? (mutateStructure(mutated, random) ?? mutateText(mutated, others, random))
      : mutateText(mutated, others, random);
  return mutated;
}

/** Changes one value or key of a YAML or JSON text; undefined where it is none, or has none. */
function mutateStructure(text: string, random: Random): string | undefined {
  if (text.length > 20_000 || (/^[^:{}[\]]*$/m.test(text.slice(0, 200)) && !text.includes(':')))
    return undefined;
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  if (!Array.isArray(documents) || documents.length === 0) return undefined;
  const document = random.pick(documents);
  if (document.errors.length > 0) return undefined;
  const nodes: Node[] = [];
  visit(document, { Node: (_, node) => void nodes.push(node) });
  if (nodes.length === 0) return undefined;
  spoilNode(random.pick(nodes), random.pick(nodes), random);
  try {
    return documents
      .map((each, index) => (index > 0 ? '---\n' : '') + each.toString({ lineWidth: 0 }))
      .join('');
  } catch {
    return undefined;
  }
}

function spoilNode(node: Node, other: Node, random: Random): void {
  if (isScalar(node)) {
    node.value = isScalar(other) && random.chance(0.4) ? other.value : random.pick(oddValues);
    if (random.chance(0.7)) node.type = random.chance(0.5) ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
    return;
  }
  if (!isCollection(node)) return;
  const items = node.items as unknown[];
  const at = random.below(items.length + 1);
  const what = random.below(4);
  if (what === 0) items.splice(at, 1);
  else if (what === 1 && items[at] !== undefined) items.push(items[at]);
  else if (isSeq(node)) items.splice(at, 0, new Scalar(random.pick(oddValues)));
  else if (isMap(node) && isScalar(other))
    node.items.push(node.items[at] ?? node.items[0] ?? ({ key: other, value: other } as never));
}

/** Changes letters, words and lines, whatever they mean. */
function mutateText(text: string, others: readonly string[], random: Random): string {
  const from = random.below(text.length + 1);
  const to = Math.min(text.length, from + random.below(random.chance(0.5) ? 8 : 200));
  const cut = (middle: string): string => text.slice(0, from) + middle + text.slice(to);
  switch (random.below(9)) {
    case 0:
      return cut('');
    case 1:
      return text.slice(0, to) + text.slice(from);
    case 2:
      return text.slice(0, from);
    case 3:
      return text.slice(0, from) + random.pick(oddValues) + text.slice(from);
    case 4:
      return replaceWord(text, random);
    case 5:
      return replaceWord(text, random);
    case 6:
      return changeLines(text, random);
    case 7:
      return cut(takePiece(random.pick(others), random));
    default:
      return cut(String.fromCharCode(random.chance(0.8) ? random.below(128) : random.below(0xffff)));
  }
}

/** A word, number or cell becomes something odd. */
function replaceWord(text: string, random: Random): string {
  const words = [...text.matchAll(/[^\s,;:"'{}[\]<>=]+/g)];
  if (words.length === 0) return random.pick(oddValues);
  const word = random.pick(words);
  return text.slice(0, word.index) + random.pick(oddValues) + text.slice(word.index + word[0].length);
}

/** A line is dropped, doubled, moved, or set further in or out. */
function changeLines(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const line = lines[at] ?? '';
  const [count, ...instead] = random.pick<[number, ...string[]]>([
    [1],
    [0, line],
    [1, `  ${line}`],
    [1, line.replace(/^ {1,2}/, '')],
    [1, line, random.pick(lines)],
    [1, `- ${line}`],
  ]);
  lines.splice(at, count, ...instead);
  return lines.join('\n');
}

function takePiece(text: string, random: Random): string {
  const from = random.below(text.length + 1);
  return text.slice(from, from + random.below(300));
}
