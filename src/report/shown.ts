import type { ActionItem, Shown } from '../advice/result.ts';
import { type NameIndex, wordFactName, type Wording } from './names.ts';

/** What was observed of an action, in words. */
export interface ShownView {
  readonly is: Shown['is'];
  /** "done: a read-only root, line 12"; "against it: privileged mode, line 3"; "not seen: nobody looked". */
  readonly text: string;
}

const leads: Readonly<Record<Shown['is'], string>> = {
  done: 'done',
  part: 'in part',
  against: 'against it',
  'not-found': 'not seen',
  'not-looked-for': 'not seen',
};

/** What was observed of an action and where; null where the action says of nothing that it shows it. */
export function viewShown({ shown, hangsOn = [] }: ActionItem, { names, file }: Wording): ShownView | null {
  if (shown === undefined) return null;
  const { is, by, missing } = shown;
  const against = by.filter((each) => each.against);
  const seen = is === 'against' ? against : by;
  const words = seen.length > 0 ? wordSeen(seen, names, file) : '';
  const rest = is === 'part' && missing.length > 0 ? `; not seen: ${wordNames(missing, names)}` : '';
  const lacking =
    is === 'not-looked-for'
      ? 'nobody looked'
      : missing.length > 0
        ? wordNames(missing, names)
        : 'anything against it';
  const unless =
    hangsOn.length === 0
      ? ''
      : ` (open whether it applies: ${hangsOn.map((fact) => wordFactName(names, fact)).join(', ')})`;
  return { is, text: `${leads[is]}: ${words === '' ? lacking : words}${rest}${unless}` };
}

/** What was seen with its places: lines of the workload's own file, others with the name of theirs. */
function wordSeen(seen: Shown['by'], names: NameIndex, file: string): string {
  const ids = [...new Set(seen.map(({ observation }) => observation))];
  return ids
    .map((id) => {
      const places = seen.flatMap(({ observation, at }) =>
        observation === id && at !== undefined ? [at] : [],
      );
      const own = [...new Set(places.filter((at) => at.file === file).map(({ line }) => line))];
      const others = new Set(places.filter((at) => at.file !== file).map((at) => `${at.file}:${at.line}`));
      const lines = own.length === 0 ? [] : [`line${own.length > 1 ? 's' : ''} ${own.join(', ')}`];
      return [wordObservation(names, id), ...lines, ...others].join(', ');
    })
    .join('; ');
}

function wordNames(ids: readonly string[], names: NameIndex): string {
  return ids.map((id) => wordObservation(names, id)).join(', ');
}

/** What an observation is called in running text. */
export function wordObservation(names: NameIndex, id: string): string {
  return names.observations(id)?.title ?? id;
}
