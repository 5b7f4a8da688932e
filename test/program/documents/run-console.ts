import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { main } from '../../../src/main.ts';
import { createTestWorld } from '../../support/create-test-world.ts';

/** The day on which the documents' commands are run, so that waivers in the examples do not expire. */
const today = '2026-11-23';

/**
 * Runs a block as a reader would see it in a terminal: each `$` line, and below it what it prints.
 * Known are `advise ...` and `npx advise ...`, patterns such as fixtures/*.yaml, `| head -n 5`,
 * `| tail -n 5` and `> file` behind them, and `echo $?`. No file is written. Blanks at line ends, which nobody sees and
 * formatters of Markdown remove, are left out.
 * @param block the text of the block, with commands and whatever output stands there now
 * @param folder the working directory of the commands
 * @returns the block with the output that its commands have today
 */
export async function runConsole(block: string, folder: string = process.cwd()): Promise<string> {
  const screen: string[] = [];
  let code = 0;
  for (const line of block.split('\n').filter((each) => each.startsWith('$ '))) {
    screen.push(`${line}\n`);
    if (line === '$ echo $?') screen.push(`${code}\n`);
    else {
      const ran = await runLine(line.slice(2), folder);
      screen.push(ran.shown);
      code = ran.code;
    }
  }
  return screen.join('').replace(/ +$/gm, '').trimEnd();
}

/** What a terminal shows of one command, and what the command ended with. */
async function runLine(line: string, folder: string): Promise<{ shown: string; code: number }> {
  const [, call = '', symbol, rest = ''] = /^(.*?)(?: ([|>]) (.*))?$/.exec(line) ?? [];
  const [program, ...args] = splitWords(call.replace(/^npx advise /, 'advise '));
  if (program !== 'advise') throw new Error(`only advise can be run here, not: ${line}`);
  const test = createTestWorld({ folder, today });
  const code = await main(args, test.world);
  const stderr = test.stderr();
  if (stderr.includes('this is a bug')) throw new Error(`${line}: ${stderr}`);
  if (symbol === '>') return { shown: stderr, code };
  if (symbol === '|') return { shown: stderr + cut(test.stdout(), rest), code: 0 };
  return { shown: test.stdout() + stderr, code };
}

function splitWords(call: string): string[] {
  const words = call.match(/'[^']*'|"[^"]*"|[^\s'"]+/g) ?? [];
  return words.flatMap((word) =>
    word.includes('*') ? expand(word) : [word.replace(/^(['"])(.*)\1$/, '$2')],
  );
}

function expand(pattern: string): string[] {
  const folder = dirname(pattern);
  const [before = '', after = ''] = pattern.slice(folder.length + 1).split('*');
  const names = readdirSync(folder).filter((name) => name.startsWith(before) && name.endsWith(after));
  return names.sort().map((name) => `${folder}/${name}`);
}

/** A pipe's exit code is that of head or tail, which is why such a command counts as 0. */
function cut(text: string, filter: string): string {
  const [, end, count] = /^(head|tail) -n (\d+)$/.exec(filter) ?? [];
  if (end === undefined) throw new Error(`only head -n and tail -n can be run here, not: ${filter}`);
  const lines = text.trimEnd().split('\n');
  const kept = end === 'head' ? lines.slice(0, Number(count)) : lines.slice(-Number(count));
  return `${kept.join('\n')}\n`;
}
