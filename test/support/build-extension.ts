import { loadSmallRulebook } from './load-small-rulebook.ts';
import { compileRulebook } from '../../src/rulebook/compile-rulebook.ts';
import { extendRulebook } from '../../src/rulebook/extend/extend-rulebook.ts';
import type { RulebookFile } from '../../src/rulebook/load/shape-file.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import type { ReadyRulebook } from '../../src/rulebook/ready.ts';

/** What every rulebook that extends another begins with; five lines. */
export function writeHead(name = 'acme'): string {
  return `rulebook: 1\nname: ${name}\nversion: 1.0.0\ndate: 2026-11-25\nextends: default\n`;
}

/** A file of a rulebook. */
export function toFile(name: string, text: string): RulebookFile {
  return { path: name, name: name.split('/').pop() ?? '', text };
}

/** The small rulebook with a team's own, in one file, laid over it. */
export function extendSmall(
  text: string,
  name = 'acme',
  base: Rulebook = loadSmallRulebook().rulebook,
): Rulebook {
  return extendRulebook(base, [toFile(`${name}.yaml`, writeHead(name) + text)]);
}

/** A rulebook ready for use. */
export function makeReady(rulebook: Rulebook): ReadyRulebook {
  return { rulebook, model: compileRulebook(rulebook) };
}
