import { Chalk } from 'chalk';

/** How a piece of text can be marked; a headline by its kind. */
export type Look = 'bold' | 'dim' | 'warn' | 'vm' | 'container' | 'either' | 'none' | 'split';

/** How marks look. Meaning is never carried by colour alone: every mark has a word beside it. */
export type Style = Readonly<Record<Look, (text: string) => string>>;

function leave(text: string): string {
  return text;
}

const plain: Style = {
  bold: leave,
  dim: leave,
  warn: leave,
  vm: leave,
  container: leave,
  either: leave,
  none: leave,
  split: leave,
};

/**
 * Makes the marks of a stream.
 * @param colour whether colour may be used
 */
export function createStyle(colour: boolean): Style {
  if (!colour) return plain;
  const { bold, dim, yellow, magenta, cyan, red } = new Chalk({ level: 1 });
  return {
    bold,
    dim,
    warn: yellow,
    vm: (text) => bold(magenta(text)),
    container: (text) => bold(cyan(text)),
    either: bold,
    none: (text) => bold(red(text)),
    split: (text) => bold(yellow(text)),
  };
}

/**
 * Whether a stream is coloured: the flag first, then FORCE_COLOR, NO_COLOR, TERM=dumb, and last
 * whether it is a terminal.
 * @param flag --color or --no-color; undefined where neither was given
 */
export function wantsColour(
  flag: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (flag !== undefined) return flag;
  const force = env.FORCE_COLOR;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return isTerminal && env.TERM !== 'dumb';
}
