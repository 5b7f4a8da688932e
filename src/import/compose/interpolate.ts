/** Variables that are set, by name. */
export type Variables = ReadonlyMap<string, string>;

const pattern = /\$(?:\$|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])((?:[^{}]|\{[^{}]*\})*))?\})/g;

/**
 * Puts values in the place of variables, as Compose does: `$NAME`, `${NAME}`, with a default behind `-`
 * or `:-`, an alternative behind `+` or `:+`; `$$` is a dollar. A variable that is not set and has no
 * default stays as it is written, so that nobody takes it for nothing.
 */
export function interpolate(text: string, variables: Variables): string {
  if (!text.includes('$')) return text;
  return text.replace(
    pattern,
    (
      written: string,
      bare: string | undefined,
      braced: string | undefined,
      operator: string | undefined,
      word: string | undefined,
    ) => {
      const name = bare ?? braced;
      if (name === undefined) return '$';
      const value = variables.get(name);
      const counts = value !== undefined && !(operator?.startsWith(':') === true && value === '');
      if (operator?.endsWith('+') === true) return counts ? interpolate(word ?? '', variables) : '';
      if (counts) return value;
      return operator?.endsWith('-') === true ? interpolate(word ?? '', variables) : written;
    },
  );
}

/** Whether a text holds a variable that nobody set. */
export function isUnresolved(text: string | undefined): boolean {
  return text !== undefined && /\$\{?[A-Za-z_]/.test(text);
}

/** The variables of a `.env` file. */
export function parseEnvFile(text: string): Variables {
  const entries = text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const [, name, value = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined) return [];
    const [, , quoted] = /^(['"])(.*)\1$/.exec(value) ?? [];
    return [[name, quoted ?? value.replace(/\s+#.*$/, '')]];
  });
  return new Map(entries);
}
