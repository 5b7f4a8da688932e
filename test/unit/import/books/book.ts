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

/** Something by each of many words, called after its word. */
export function number(words: string, make: (name: string, word: string) => string): string[] {
  return each(nameAll(words), make);
}

/** Words by names that are made of them, as far as letters go. */
export function nameAll(words: string): Readonly<Record<string, string>> {
  const named = new Map<string, string>();
  for (const word of words.split(/\s+/)) {
    const plain = word.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
    const name = /^[A-Za-z]/.test(plain) ? plain : `n${plain}`;
    named.set(named.has(name) ? `${name}-${named.size}` : name, word);
  }
  return Object.fromEntries(named);
}
