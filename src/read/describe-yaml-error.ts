import type { YAMLError } from 'yaml';

const stand = 'the keys of one map, and the dashes of one list, stand below each other';

/**
 * What is wrong with the syntax, in the words of people who write YAML by hand; null for a second
 * complaint about the same slip.
 * @param error what the library found
 * @param errors all that it found in the document
 * @param text the text it was found in
 */
export function describeYamlError(
  error: YAMLError,
  errors: readonly YAMLError[],
  text: string,
): string | null {
  const [offset] = error.pos;
  const alsoHere = (code: YAMLError['code']) =>
    errors.some((each) => each.code === code && each.pos[0] === offset);
  if (error.code === 'MULTILINE_IMPLICIT_KEY' && alsoHere('BLOCK_AS_IMPLICIT_KEY')) return null;
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY')
    return alsoHere('MULTILINE_IMPLICIT_KEY')
      ? `the next line is indented deeper than this one, as if it went on with this value; ${stand}`
      : 'a value that holds a colon and a blank needs quotes';
  if (/^Sequence item without -|must start at the same column/.test(error.message))
    return `this line is indented otherwise than those above it; ${stand}`;
  if (error.code === 'DUPLICATE_KEY') {
    const connective = ['any', 'all', 'not'].some((word) => text.startsWith(`${word}:`, offset));
    return `this key stands twice in one map${connective ? '; write all: [{any: ...}, {any: ...}] instead' : ''}`;
  }
  if (error.code === 'TAG_RESOLVE_FAILED') return 'YAML tags (!...) are not used here';
  if (error.code === 'TAB_AS_INDENT') return 'a tab cannot indent; use spaces';
  return `not valid YAML: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`;
}
