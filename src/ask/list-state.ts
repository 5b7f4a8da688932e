import type { Asking, Option, Section } from './prompter.ts';

/** A list to choose one of, or to pick any of. */
export interface ListQuestion extends Asking {
  readonly sections: readonly Section[];
  /** Whether any number may be picked; else Enter takes the one under the cursor. */
  readonly many: boolean;
  /** Whether only headings are shown at first. */
  readonly folded: boolean;
  /** The title of the entry that sections of the rest stand under. */
  readonly rest?: string;
}

/** What stands in a line of a list: a heading, an answer, the entry of the rest, or the way on. */
export type Row =
  | { readonly is: 'heading'; readonly section: number }
  | { readonly is: 'option'; readonly section: number; readonly option: Option }
  | { readonly is: 'rest' }
  | { readonly is: 'on' };

/** How far somebody is with a list. */
export interface ListState {
  /** The row under the cursor. */
  readonly active: number;
  /** What was typed to find something. */
  readonly term: string;
  readonly open: ReadonlySet<number>;
  readonly showsRest: boolean;
  readonly picked: readonly string[];
  readonly showsHelp: boolean;
}

/** A key that means something in a list; anything else that is typed is looked for. */
export type ListKey = 'up' | 'down' | 'enter' | 'escape' | 'erase' | { readonly typed: string };

/** What a key did. */
export type ListMove =
  | { readonly then: 'stay'; readonly state: ListState }
  | { readonly then: 'answer'; readonly values: readonly string[] }
  | { readonly then: 'back' };

/** A list before the first key. */
export function beginList(question: ListQuestion, picked: readonly string[]): ListState {
  const open = new Set(question.folded ? [] : question.sections.keys());
  const state = { active: 0, term: '', open, showsRest: false, picked, showsHelp: false };
  const rows = listRows(question, state);
  const chosen = rows.findIndex((row) => row.is === 'option' && picked.includes(row.option.value));
  const first = question.folded ? 0 : rows.findIndex((row) => row.is === 'option');
  return { ...state, active: Math.max(question.folded || chosen < 0 ? first : chosen, 0) };
}

/** The rows that are shown: while somebody looks for something, only what is found. */
export function listRows(
  { sections, many, folded }: ListQuestion,
  { term, open, showsRest }: Pick<ListState, 'term' | 'open' | 'showsRest'>,
): Row[] {
  // A heading leads to all that is under it only where no answer is called that.
  const byAnswer = sections.some(({ options }) => options.some((option) => matches(option, term)));
  const firstOfRest = sections.findIndex(({ isRest }) => isRest);
  const rows = sections.flatMap((section, index): Row[] => {
    const entry: Row[] = term === '' && index === firstOfRest ? [{ is: 'rest' }] : [];
    const title = byAnswer ? '' : section.title;
    const found = section.options.filter((option) => matches(option, term, title));
    const options = found.map((option): Row => ({ is: 'option', section: index, option }));
    const heading: Row[] = section.title === '' ? [] : [{ is: 'heading', section: index }];
    if (term !== '') return found.length === 0 ? [] : [...heading, ...options];
    if (section.isRest === true && !showsRest) return entry;
    return [...entry, ...heading, ...(open.has(index) ? options : [])];
  });
  if (term !== '' && rows.length === 0) return [];
  const on: Row[] = many ? [{ is: 'on' }] : [];
  return folded ? [...on, ...rows] : [...rows, ...on];
}

/** Whether all that was typed stands in an answer, its other names, or a title; where a blank ticks, `_` parts words. */
function matches({ label, value, names = [] }: Option, term: string, title = ''): boolean {
  const text = [title, label, value, ...names].join(' ').toLowerCase();
  return term
    .toLowerCase()
    .split(/[\s_]+/)
    .every((word) => text.includes(word));
}

/** What a key does to a list. */
export function pressKey(question: ListQuestion, state: ListState, key: ListKey): ListMove {
  const stay = (change: Partial<ListState>): ListMove => ({ then: 'stay', state: { ...state, ...change } });
  const look = (term: string): ListMove => {
    const rows = listRows(question, { ...state, term });
    const found = rows.findIndex((row) => row.is === 'option');
    return stay({ term, active: Math.max(term === '' ? 0 : found, 0) });
  };
  if (key === 'up' || key === 'down') return stay({ active: step(question, state, key) });
  if (key === 'enter') return act(question, state);
  if (key === 'escape') return look('');
  if (key === 'erase') return look(state.term.slice(0, -1));
  const isBlank = key.typed.trim() === '';
  // Who was told that space ticks ticks what was found by it.
  if (isBlank && (question.many || state.term === ''))
    return question.many ? tick(question, state) : stay({});
  if (state.term === '') {
    if (key.typed === '?') return stay({ showsHelp: !state.showsHelp });
    if (key.typed === '<') return question.canGoBack === true ? { then: 'back' } : stay({});
  }
  return look(state.term + key.typed);
}

/** Headings that cannot be opened are passed over. */
function step(question: ListQuestion, state: ListState, key: 'up' | 'down'): number {
  const rows = listRows(question, state);
  const by = key === 'up' ? -1 : 1;
  for (let next = state.active + by; rows[next] !== undefined; next += by)
    if (rows[next]?.is !== 'heading' || (question.folded && state.term === '')) return next;
  return state.active;
}

/** The space bar ticks and takes back. In a folded list the cursor stays, so that what stands together is ticked in a row. */
function tick(question: ListQuestion, state: ListState): ListMove {
  const row = listRows(question, state)[state.active];
  if (row === undefined || (question.folded && row.is === 'on')) return { then: 'stay', state };
  if (row.is !== 'option') return act(question, state);
  const ticked = { ...state, picked: toggle(question, state.picked, row.option) };
  if (question.folded)
    return { then: 'stay', state: { ...ticked, open: new Set([...state.open, row.section]) } };
  const wasPicked = state.picked.includes(row.option.value);
  return { then: 'stay', state: wasPicked ? ticked : goOn(question, { ...ticked, term: '' }, row.section) };
}

/** Enter takes what is under the cursor and goes on; it takes nothing back. */
function act(question: ListQuestion, state: ListState): ListMove {
  const row = listRows(question, state)[state.active];
  if (row === undefined) return { then: 'stay', state };
  if (row.is === 'rest') return { then: 'stay', state: { ...state, showsRest: !state.showsRest } };
  if (row.is === 'on') return { then: 'answer', values: state.picked };
  if (row.is === 'heading') {
    const open = new Set(state.open);
    if (!open.delete(row.section)) open.add(row.section);
    return { then: 'stay', state: { ...state, open } };
  }
  const { value } = row.option;
  if (!question.many) return { then: 'answer', values: [value] };
  const picked = state.picked.includes(value) ? state.picked : toggle(question, state.picked, row.option);
  return { then: 'stay', state: goOn(question, { ...state, picked, term: '' }, row.section) };
}

/** Picks an option instead of its alternatives, or drops it. */
function toggle({ sections }: ListQuestion, picked: readonly string[], { value, of }: Option): string[] {
  if (picked.includes(value)) return picked.filter((each) => each !== value);
  const others = sections.flatMap(({ options }) =>
    options.filter((option) => of !== undefined && option.of === of).map((option) => option.value),
  );
  return [...picked.filter((each) => !others.includes(each)), value];
}

/**
 * Behind a pick the cursor goes to what comes next: on a sheet to the next section that has no answer, since
 * another Enter there would change one; in a list the section stays.
 */
function goOn(question: ListQuestion, state: ListState, section: number): ListState {
  if (question.folded) {
    const open = new Set([...state.open, section]);
    return { ...state, open, active: 0 };
  }
  const isAnswered = (index: number): boolean =>
    question.sections[index]?.options.some(({ value }) => state.picked.includes(value)) === true;
  const next = listRows(question, state).findIndex(
    (row) => row.is === 'on' || (row.is === 'option' && row.section > section && !isAnswered(row.section)),
  );
  return { ...state, active: Math.max(next, 0) };
}
