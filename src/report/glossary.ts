import type { Verdict } from '../advice/result.ts';
import type { Isolation, Reliance } from '../words.ts';

/** A word of a report and what it means, to stand beside it. */
export interface GlossaryEntry {
  readonly word: string;
  /** The end of a sentence that begins with the word, without its stop. */
  readonly means: string;
}

const scales: Readonly<Record<Reliance, string>> = {
  Firm: 'nothing unsaid could change it',
  Likely: 'only something presumed that turns out wrong could change it',
  'A first guess': 'an answer that nobody gave could change it, or only slight reasons decide it',
};

const strengths: Readonly<Record<NonNullable<Verdict['strength']>, string>> = {
  forced: 'nothing of the other kind is possible',
  clear: 'strong reasons decide',
  favoured: 'moderate reasons decide',
  lean: 'only slight reasons decide',
};

const statuses: Readonly<Record<Verdict['status'], string>> = {
  firm: 'nothing unsaid could change it',
  presumed: 'only a presumption that is wrong could change it',
  open: 'something that nobody said could change it',
};

const headlines: Readonly<Partial<Record<Verdict['headline'], string>>> = {
  either: 'nothing tells the two kinds apart',
  none: 'every placement is ruled out',
  split: 'some parts belong in VMs and others in containers',
};

/** What the levels of isolation promise; who shares a kernel is what is asked first. */
const isolations: Readonly<Record<Isolation, string>> = {
  'shared-kernel': 'it shares the kernel of its host with neighbours',
  'user-namespace': 'it shares the kernel of its host, and root in it is nobody outside',
  'user-kernel': 'a kernel in user space stands between it and the kernel of its host',
  'own-kernel':
    'no neighbour runs on its kernel; containers that have a host to themselves share it among each other',
};

/** The words on how far verdicts can be relied on, each once, in their order. */
export function listScaleWords(used: readonly Reliance[]): GlossaryEntry[] {
  return (Object.keys(scales) as Reliance[])
    .filter((word) => used.includes(word))
    .map((word) => ({ word, means: scales[word] }));
}

/** The words that a verdict is told with. */
export function listVerdictWords({ headline, strength, contested, status }: Verdict): GlossaryEntry[] {
  const own = headlines[headline];
  return [
    ...(own === undefined ? [] : [{ word: headline, means: own }]),
    ...(strength === null ? [] : [{ word: strength, means: strengths[strength] }]),
    ...(contested
      ? [{ word: 'contested', means: 'stronger reasons stood on both sides and weighed the same' }]
      : []),
    { word: status, means: statuses[status] },
  ];
}

/** What a level of isolation promises, as the end of a sentence. */
export function wordIsolationMeaning(level: Isolation): string {
  return isolations[level];
}
