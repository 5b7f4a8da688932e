/** A text that somebody broke. */
export interface BrokenText {
  /** What was done to it, for whoever reads of a failure. */
  readonly by: string;
  readonly text: string;
}

/** What may stand before a text that nobody put in quotes, or that was pasted badly. */
const before = [
  '*',
  '!',
  '&',
  '|',
  '>',
  '@',
  '`',
  '%',
  '{',
  '[',
  '"',
  "'",
  '? ',
  '- ',
  ': ',
  ',',
  ']',
  '}',
  '$',
  '${',
  '<',
  '</',
  '\\',
  '\t',
  '\u0000',
  '!!int ',
  '<<: *',
  '"",',
  '\n',
  '\n%',
  '\nx: ',
  '\n{',
  '---\n',
  '</a>',
  '<a b=',
];

/** What may stand behind it. */
const behind = [
  ': x',
  '"',
  "'",
  ' #',
  '\u0000',
  '${',
  '\\',
  '}',
  ']',
  ',',
  '>',
  '=',
  ': [',
  '}}',
  '{{',
  '@x@',
  '\n- a',
];

/**
 * Breaks a text at each place in turn that something begins with, in each way: evenly so many of all of them.
 * @param kind of a table, a line more would be a row more, whose name is told by right
 */
export function breakAt(text: string, mark: RegExp, kind: string, most: number): BrokenText[] {
  const places = [...text.matchAll(new RegExp(mark.source, 'gi'))];
  const isTable = kind === 'inventory' || kind === 'table';
  const all = places.flatMap(({ index, 0: found }): BrokenText[] => {
    const [head, tail] = [text.slice(0, index), text.slice(index + found.length)];
    const by = (what: string, broken: string) => ({ by: `${what} at ${found}`, text: broken });
    return [
      ...before.map((each) => by(`${JSON.stringify(each)} before`, `${head}${each}${found}${tail}`)),
      ...behind.map((each) => by(`${JSON.stringify(each)} behind`, `${head}${found}${each}${tail}`)),
      by('the end', `${head}${found}`),
      by('no quote before', `${head.replace(/["'](?=[^"'\n]*$)/, '')}${found}${tail}`),
      by('a list', `${head}[${found}]${tail}`),
    ];
  });
  const kept = isTable ? all.filter((each) => each.text.split('\n').length <= text.split('\n').length) : all;
  const step = Math.max(1, kept.length / most);
  return Array.from(
    { length: Math.min(most, kept.length) },
    (_, index) => kept[Math.floor(index * step)],
  ).flatMap((each) => each ?? []);
}
