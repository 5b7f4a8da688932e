import { Chalk, type ColorSupportLevel } from 'chalk';

/** How text is marked. Meaning is never carried by colour alone: every mark has a word beside it. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  /** A headline, coloured by its kind. */
  headline(headline: string, text: string): string;
  warn(text: string): string;
}

/**
 * Makes the marks of a stream.
 * @param colour whether colour may be used
 */
export function createStyle(colour: boolean): Style {
  const level: ColorSupportLevel = colour ? 1 : 0;
  const chalk = new Chalk({ level });
  const headlines: Readonly<Record<string, (text: string) => string>> = {
    vm: chalk.magenta,
    container: chalk.cyan,
    none: chalk.red,
    split: chalk.yellow,
  };
  return {
    bold: chalk.bold,
    dim: chalk.dim,
    headline: (headline, text) => chalk.bold((headlines[headline] ?? ((plain: string) => plain))(text)),
    warn: chalk.yellow,
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
