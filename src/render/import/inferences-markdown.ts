import type { RootContent } from 'mdast';
import { createNames, type NameIndex } from '../../report/names.ts';
import { wordClaims } from '../../report/claims.ts';
import {
  bulletList,
  code,
  codeBlock,
  heading,
  type Inline,
  listCodes,
  paragraph,
  writeMarkdown,
} from '../../text/markdown.ts';
import type { InferenceTable, Renderer } from '../renderer.ts';

/** The rules of inference as a document. */
export const renderInferenceDocs: Renderer<readonly InferenceTable[]> = (tables, { rulebook }) => {
  const names = createNames(rulebook);
  const shared = new Set<string>();
  return writeMarkdown(
    [
      heading(1, 'What files of other programs prove'),
      paragraph(
        'Every rule of inference: the keys it reads, what follows for certain, what is only likely, what it shows of actions, and why. Written by ',
        code('npm run docs'),
        '; what a rule is and how one is added stands in importers.md.',
      ),
      ...tables.flatMap(({ title, rules }) => [
        heading(2, title),
        ...rules.flatMap((rule) => {
          // What several kinds have in common is told once.
          if (shared.has(rule.id)) return [];
          shared.add(rule.id);
          return writeRule(rule, names);
        }),
      ]),
    ],
    { tablePipeAlign: false },
  );
};

function writeRule(rule: InferenceTable['rules'][number], names: NameIndex): RootContent[] {
  const lines: Inline[] = [
    ...(rule.reads.length === 0 ? [] : [['Reads ', ...listCodes(rule.reads)]]),
    ...wordClaims(rule.proves, names).map((claim) => [`Proves ${claim}`]),
    ...wordClaims(rule.suggests, names).map((claim) => [`Suggests ${claim}`]),
    ...(rule.shows === undefined ? [] : [['Shows ', code(rule.shows)]]),
    ...(rule.not === undefined ? [] : [[`Not said: ${rule.not}`]]),
  ];
  return [
    heading(3, rule.id),
    paragraph(rule.because),
    bulletList(lines),
    codeBlock('yaml', `# fires\n${rule.examples.fires}\n---\n# quiet\n${rule.examples.quiet}`),
  ];
}
