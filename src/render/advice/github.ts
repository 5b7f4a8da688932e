import type { Result, UnreadFile } from '../../advice/result.ts';
import { escapeText } from '../../text/safe.ts';
import { type Annotation, listAnnotations } from '../../report/annotations.ts';
import { createNames } from '../../report/names.ts';
import type { Renderer } from '../renderer.ts';

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const;
const loudestFirst = ['error', 'warning', 'note'] as const;

/**
 * Annotations for GitHub Actions, one a line. Only ten of each sort are shown a step, so errors come
 * first. The Markdown of the decision for the step summary is a format of its own.
 */
export const renderGithub: Renderer<Result> = (result, { rulebook }) => {
  const names = createNames(rulebook);
  const annotations = result.results.flatMap((advice) => listAnnotations(advice, result, names));
  const unread = (result.unread ?? []).map((file) => `${annotateUnread(file)}\n`);
  const found = loudestFirst
    .flatMap((level) => annotations.filter((annotation) => annotation.level === level))
    .map((annotation) => `${writeAnnotation(annotation)}\n`);
  return [...unread, ...found].join('');
};

/** A file that could not be used: nobody was advised on it. */
function annotateUnread({ file, problems }: UnreadFile): string {
  return problems
    .map(({ message, at }) => {
      const place = at ?? { file, line: 1, column: 1 };
      const where = `file=${escapeProperty(place.file)},line=${place.line},col=${place.column}`;
      return `::error title=${escapeProperty(`${file}: cannot be used`)},${where}::${escapeMessage(message)}`;
    })
    .join('\n');
}

function writeAnnotation({ level, title, message, at, workload, component }: Annotation): string {
  const [place] = at;
  const name = component === undefined ? workload.name : `${workload.name}/${component}`;
  const properties = [
    `title=${escapeProperty(`${name}: ${title}`)}`,
    ...(place === undefined
      ? []
      : [`file=${escapeProperty(place.file)}`, `line=${place.line}`, `col=${place.column}`]),
  ];
  return `::${commands[level]} ${properties.join(',')}::${escapeMessage(message)}`;
}

// The escaping is that of @actions/core, which cannot be used itself: it writes to the process and
// brings an HTTP client along. A test compares the two.

function escapeMessage(text: string): string {
  return escapeText(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
