import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runConsole } from './run-console.ts';

/** A command of a page and what stands below it. */
export interface Shown {
  readonly block: string;
  readonly now: string;
}

/**
 * Runs the commands of a page from an empty folder in which the tests of the project lie where they lie
 * in it, and the files of the page (`<!-- file x.yaml -->` before a block) have been written.
 */
export async function runPage(text: string): Promise<Shown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'advise-page-'));
  try {
    symlinkSync(resolve('test'), join(folder, 'test'));
    for (const [, name = '', content = ''] of text.matchAll(/<!-- file (\S+) -->\n\n```\w+\n([^]*?)```/g))
      writeFileSync(join(folder, name), content);
    const shown: Shown[] = [];
    for (const [, block = ''] of text.matchAll(/```console\n([^]*?)\n```/g))
      shown.push({ block, now: await runConsole(block, folder) });
    return shown;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rows of the table between `<!-- name -->` and `<!-- end of name -->`, cell by cell, without its head. */
export function readTable(text: string, name: string): string[][] {
  const block = new RegExp(`<!-- ${name} -->([^]*?)<!-- end of ${name} -->`).exec(text)?.[1] ?? '';
  return block
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| -'))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
