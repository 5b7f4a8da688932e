import type { Result, UnreadFile } from '../../advice/result.ts';
import { escapeText } from '../../text/safe.ts';
import type { Annotation } from '../../report/annotation.ts';
import { listAllAnnotations } from '../../report/annotations.ts';
import { createNames } from '../../report/names.ts';
import type { Renderer } from '../renderer.ts';

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const;
const loudestFirst = ['error', 'warning', 'note'] as const;
const nouns = { error: 'errors', warning: 'warnings', note: 'notices' } as const;

/** How many annotations of a kind GitHub shows of a step; it drops the rest without a word. */
const mostShown = 10;
/** How many of those that the rest are about are named. */
const mostNamed = 20;

/**
 * Annotations for GitHub Actions, one a line: the errors, then the warnings, then the notices, of each the
 * worst first. Where there are more than GitHub shows, the last one counts the rest. The summary of the job
 * is a format of its own.
 */
export const renderGithub: Renderer<Result> = (result, { rulebook }) => {
  const names = createNames(rulebook);
  const annotations = listAllAnnotations(result, names);
  const unread = (result.unread ?? []).flatMap(listUnread);
  return loudestFirst
    .flatMap((level) => {
      const own = annotations.filter((annotation) => annotation.level === level);
      const found = own.toSorted((a, b) => a.rank - b.rank).map(writeAnnotation);
      return keepShown(level, level === 'error' ? [...unread, ...found] : found);
    })
    .join('');
};

/** An annotation as it is written, and the name of what it is about. */
interface WrittenAnnotation {
  readonly about: string;
  readonly line: string;
}

/** The first ones; where there are more than are shown, a last one that counts the rest by what they are about. */
function keepShown(level: Annotation['level'], all: readonly WrittenAnnotation[]): string[] {
  if (all.length <= mostShown) return all.map(({ line }) => line);
  const rest = all.slice(mostShown - 1);
  const counts = new Map<string, number>();
  for (const { about } of rest) counts.set(about, (counts.get(about) ?? 0) + 1);
  const named = [...counts].slice(0, mostNamed).map(([about, count]) => `${about} (${count})`);
  const more = counts.size - named.length;
  const title = `${rest.length} more ${nouns[level]}`;
  const message = `GitHub shows ${mostShown} of a kind. These are on ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
  return [
    ...all.slice(0, mostShown - 1).map(({ line }) => line),
    `::${commands[level]} title=${escapeProperty(title)}::${escapeMessage(message)}\n`,
  ];
}

/** Files that could not be used: nobody was advised on them. */
function listUnread({ file, problems }: UnreadFile): WrittenAnnotation[] {
  return problems.map(({ message, at }) => {
    const place = at ?? { file, line: 1, column: 1 };
    const where = `file=${escapeProperty(place.file)},line=${place.line},col=${place.column}`;
    const title = escapeProperty(`${file}: cannot be used`);
    return { about: file, line: `::error title=${title},${where}::${escapeMessage(message)}\n` };
  });
}

function writeAnnotation({ level, title, message, at, workload, component }: Annotation): WrittenAnnotation {
  const [place] = at;
  const about = component === undefined ? workload.name : `${workload.name}/${component}`;
  const properties = [
    `title=${escapeProperty(`${about}: ${title}`)}`,
    ...(place === undefined
      ? []
      : [`file=${escapeProperty(place.file)}`, `line=${place.line}`, `col=${place.column}`]),
  ];
  return { about, line: `::${commands[level]} ${properties.join(',')}::${escapeMessage(message)}\n` };
}

// The escaping is that of @actions/core, which cannot be used itself: it writes to the process and
// brings an HTTP client along. A test compares the two.

function escapeMessage(text: string): string {
  return escapeText(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
