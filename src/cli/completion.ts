import type { Command } from 'commander';
import { isInputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { escapeText } from '../text/safe.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { answers, completionScripts, type Shell } from './completion-scripts.ts';
import { parseLine, type Offer, type Cursor } from './parse-line.ts';
import { listNames } from './list-names.ts';
import { openRulebook } from './open-rulebook.ts';
import { unquoteWord } from './unquote-word.ts';
import type { World } from './world.ts';

/**
 * `advise completion`: prints the script of a shell.
 * @returns the exit code
 */
export function runCompletion(world: World, shell: Shell): number {
  world.io.stdout.write(completionScripts[shell]);
  return exitCodes.advised.code;
}

/**
 * What the scripts ask: what may stand where the last of some words stands. The first line says what
 * the shell shall do; then come the words, one a line, each with a tab and what it means.
 * @param program the tree of commands to complete
 * @param words what was typed after the name of the program
 * @returns the exit code
 */
export async function runComplete(
  world: World,
  program: Command,
  shell: Shell,
  words: readonly string[],
): Promise<number> {
  const { plain, kept } = readWords(shell, words);
  const cursor = parseLine(program, plain);
  const lines =
    cursor.wanted === 'file' ? [answers.file] : writeOffers(await listOffers(world, cursor), kept);
  world.io.stdout.write(`${lines.join('\n')}\n`);
  return exitCodes.advised.code;
}

/**
 * zsh and fish take the quotes off by themselves. bash hands over what was typed, and the word at the
 * cursor in two parts, of which it keeps the first one on the line.
 */
function readWords(shell: Shell, words: readonly string[]): { plain: readonly string[]; kept: number } {
  if (shell !== 'bash') return { plain: words, kept: 0 };
  const [before = '', end = ''] = words.slice(-2);
  const plain = [...words.slice(0, -2), before + end].map(unquoteWord);
  return { plain, kept: unquoteWord(before).length };
}

/** The whole words that begin as the one at the cursor does. */
async function listOffers(world: World, cursor: Cursor): Promise<Offer[]> {
  const { wanted, before, begun } = cursor;
  if (wanted === 'file') return [];
  // Tab is pressed in folders of strangers: no file is read but for names that only a rulebook has.
  const offers =
    typeof wanted === 'string' ? listNames(await loadNames(world, cursor.rules), wanted, begun) : wanted;
  return offers
    .filter(({ word }) => word.startsWith(begun))
    .map(({ word, says }) => ({ word: before + word, says }));
}

/** A word that drives a terminal, forges a line or turns text round has no cursor on a command line. */
function writeOffers(offers: readonly Offer[], kept: number): string[] {
  const harmless = offers.filter(({ word }) => word.length > kept && escapeText(word) === word);
  const open = harmless.length > 0 && harmless.every(({ word }) => word.endsWith('='));
  return [
    open ? answers.open : answers.words,
    ...harmless.map(({ word, says }) => `${word.slice(kept)}\t${escapeText(says)}`),
  ];
}

/** The rulebook of the settings; where it is broken, the one that comes with the program will do here. */
async function loadNames(world: World, rules: Cursor['rules']): Promise<Rulebook> {
  try {
    const patient = { ...world, io: skipPipes(world.io) };
    return (await openRulebook(patient, { ...rules, quiet: true })).rulebook;
  } catch (error) {
    if (!isInputError(error)) throw error;
    return (await world.loadDefault()).rulebook;
  }
}

/** The shell waits for an answer, so nothing may be read that waits itself, as a pipe or a terminal does. */
function skipPipes(io: Io): Io {
  return {
    ...io,
    readBytes: (path, limit) => {
      const refusal = io.refuseToWrite(path) as { readonly code?: string } | undefined;
      if (refusal?.code === 'ENOTFILE') throw Object.assign(new Error('no file'), refusal);
      return io.readBytes(path, limit);
    },
  };
}
