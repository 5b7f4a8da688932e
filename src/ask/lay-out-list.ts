import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { type ListQuestion, listRows, type ListState, type Row } from './list-state.ts';
import { shortenAnswer } from './word-question.ts';

/** The lines of a list as they stand on the screen. */
export interface ListLayout {
  /** The question, and below it how far it is and why. */
  readonly head: readonly string[];
  /** The lines of each row, or of the rows that stand in one line; a sign is before that under the cursor. */
  readonly rows: readonly (readonly string[])[];
  /** Which of them the cursor is in. */
  readonly active: number;
}

/** However wide the screen is: a longer line of answers is no easier to read than a list. */
const widestLine = 80;

/** Text gets at least this many columns, however narrow the screen is. */
export const leastRoom = 16;

/**
 * Lays a list out.
 * @param width columns of the screen
 */
export function layOutList(question: ListQuestion, state: ListState, width: number): ListLayout {
  const rows = listRows(question, state);
  const active = Math.min(state.active, rows.length - 1);
  const blocks: { lines: string[]; hasCursor: boolean; section?: number }[] = [];
  for (const [index, row] of rows.entries()) {
    const hasCursor = index === active;
    const line = layOutInLine(question, state, row, rows[active], width);
    const last = blocks.at(-1);
    if (line === undefined || row.is !== 'option') {
      const { sign, text } = describeRow(question, state, row);
      blocks.push({ lines: hang(`${hasCursor ? '❯' : ' '} ${sign}`, text, width), hasCursor });
    } else if (last?.section === row.section) last.hasCursor ||= hasCursor;
    else blocks.push({ lines: [line], hasCursor, section: row.section });
  }
  const current = rows[active];
  const own = current?.is === 'option' ? question.sections[current.section]?.help : undefined;
  const helped = { ...question, help: [...(question.help ?? []), ...(own ?? [])] };
  return {
    head: layOutHead(helped, state.showsHelp, state.term, width),
    rows: blocks.map(({ lines }) => lines),
    active: Math.max(
      blocks.findIndex(({ hasCursor }) => hasCursor),
      0,
    ),
  };
}

/** On a sheet, answers that are short enough together stand in one line; undefined where these are not. */
function layOutInLine(
  { sections, many, folded }: ListQuestion,
  { picked, term }: ListState,
  row: Row,
  active: Row | undefined,
  width: number,
): string | undefined {
  if (!many || folded || term !== '' || row.is !== 'option') return undefined;
  const options = sections[row.section]?.options ?? [];
  const cells = options.map(({ value, label }) => {
    const cursor = active?.is === 'option' && active.option.value === value ? '❯' : ' ';
    return `${cursor} ${picked.includes(value) ? '◉' : '◯'} ${shortenAnswer(label)}`;
  });
  const line = `  ${cells.join('  ')}`;
  return stringWidth(line) <= Math.min(width, widestLine) ? line : undefined;
}

/**
 * The lines above the answers: question, how far and why, and what `?` shows.
 * @param term what was typed
 */
export function layOutHead(
  {
    message,
    lead = '',
    help = [],
    canGoBack = false,
  }: Pick<ListQuestion, 'message' | 'lead' | 'help' | 'canGoBack'>,
  showsHelp: boolean,
  term: string,
  width: number,
): string[] {
  const keys = [...(help.length > 0 ? ['? help'] : []), ...(canGoBack ? ['< back'] : [])].join(', ');
  // The keys are the same everywhere and were said at the beginning: they are worth no line of their own.
  const reminder = keys === '' ? '' : ` (${keys})`;
  const fits = 2 + stringWidth(lead) + stringWidth(reminder) <= width;
  const below = fits ? `${lead}${reminder}`.trim() : lead;
  return [
    ...hang('?', term === '' ? message : `${message} ${term}`, width),
    ...(below === '' ? [] : hang('  ', below, width)),
    ...(showsHelp ? help.flatMap((line) => hang('  ', line.trim(), width)) : []),
  ];
}

function describeRow(
  { sections, folded, many, rest = '' }: ListQuestion,
  { open, showsRest, picked, term }: ListState,
  row: Row,
): { sign: string; text: string } {
  if (row.is === 'on') {
    const none = folded ? 'None of these' : 'Go on';
    return { sign: '', text: picked.length === 0 ? none : `Go on with ${picked.length}` };
  }
  if (row.is === 'rest') return { sign: showsRest ? '▾ ' : '▸ ', text: rest };
  if (row.is === 'heading') {
    const { title = '', options = [] } = sections[row.section] ?? {};
    if (!folded) return { sign: '', text: title };
    const count = options.filter(({ value }) => picked.includes(value)).length;
    const sign = term !== '' || open.has(row.section) ? '▾ ' : '▸ ';
    return { sign, text: count === 0 ? title : `${title} (${count})` };
  }
  const tick = picked.includes(row.option.value) ? '◉ ' : '◯ ';
  const indent = folded || (sections[row.section]?.title ?? '') !== '' ? '  ' : '';
  return { sign: `${indent}${many ? tick : ''}`, text: row.option.label };
}

/** Text that is broken to fit, its further lines below its first. */
function hang(sign: string, text: string, width: number): string[] {
  const lead = sign.endsWith(' ') ? sign : `${sign} `;
  const [first = '', ...others] = wrapAnsi(text, Math.max(width - lead.length, leastRoom)).split('\n');
  return [`${lead}${first}`, ...others.map((line) => `${' '.repeat(lead.length)}${line}`)];
}
