/** Files by their paths; the first is read, the others lie beside it. */
export type Files = Readonly<Record<string, string>>;

/** What is read in a book: files in which each thing is nearly another one, by what they are about. */
export type Book = Readonly<Record<string, Files>>;

/** Texts by names, each made something that is called so. */
export function each(
  rows: Readonly<Record<string, string>>,
  make: (name: string, text: string) => string,
): string[] {
  return Object.entries(rows).map(([name, text]) => make(name, text));
}

/** Something by each of many words, called by its position. */
export function number(words: string, make: (name: string, word: string) => string): string[] {
  return words.split(/\s+/).map((word, index) => make(`n${index + 1}`, word));
}
