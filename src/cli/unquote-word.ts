/**
 * What a word of bash means as far as quotes and backslashes go, also where its last quote is still
 * open. Nothing in it is expanded: a variable or a command stays as it is written.
 * @param typed the word as it stands on the line
 */
export function unquoteWord(typed: string): string {
  return typed.replace(
    /\\([\s\S]?)|'([^']*)'?|"((?:\\[\s\S]|[^"\\])*)\\?"?/g,
    (_, escaped?: string, single?: string, double?: string) =>
      escaped ?? single ?? (double ?? '').replace(/\\([$`"\\])/g, '$1'),
  );
}
