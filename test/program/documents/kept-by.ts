import { readFileSync } from 'node:fs';
import { readTable } from './worked-examples.ts';

/** What a document says always holds, and the test that keeps it. */
export interface Kept {
  readonly always: string;
  readonly keeper: string;
}

/** The rows of the table `name` of a page. */
export function listKept(page: string, name: string): Kept[] {
  return readTable(page, name).map(([always = '', keeper = '']) => ({ always, keeper }));
}

/** Whether a keeper, such as `test/a.test.ts` "says so", names a test, a group of tests or a scenario that exists. */
export function namesTest(keeper: string): boolean {
  const [, file = '', title = ''] = /^`([^`]+)` "([^"]+)"$/.exec(keeper) ?? [];
  const text = readFileSync(file, 'utf8');
  const marks = file.endsWith('.scenario') ? [`# ${title}\n`] : [`'${title}'`, `\`${title}\``];
  return marks.some((mark) => text.includes(mark));
}
