import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { smallRulebook } from './load-small-rulebook.ts';

/** Text that turns around, recolours, rings, forges a line: something of every sort that is dangerous. */
export const hostile = 'evil\u202e \u009b31m \u001b[2J\u0007 \u2066 \u061c \ufeff \u2028forged';
/** The same as one word: a value that the hostile rulebook gives a fact. */
export const hostileWord = 'evil\u202e\u009b31m\u001b[2J';

/** The keys of a rulebook below which somebody may write what they like. */
const free: readonly string[] = [
  ...['title', 'name', 'question', 'help', 'because', 'instead', 'contested', 'note', 'is', 'about'],
  ...['concern', 'supports', 'publisher', 'says', 'holds', 'so', 'topic', 'exception', 'version', 'silent'],
];

/** A rulebook file with hostile text in every place where text may stand, and a hostile value of every fact. */
function spoil(text: string, file: string): string {
  const document = parseDocument(text);
  visit(document, {
    Pair: (_, { key, value }) => {
      const name = isScalar(key) ? String(key.value) : '';
      // The name of a rulebook is an id; that of a fact is text.
      const isId = file === 'rulebook.yaml' && name === 'name';
      if (free.includes(name) && !isId && isScalar(value) && typeof value.value === 'string')
        value.value = `${hostile} ${value.value}`;
      if (name === 'values' && isMap(value)) {
        for (const { value: meaning } of value.items)
          if (isScalar(meaning)) meaning.value = `${hostile} ${String(meaning.value)}`;
        if (value.has('linux')) value.set(hostileWord, 'odd');
      }
    },
  });
  return document.toString();
}

const workload = JSON.stringify({
  advise: 1,
  name: hostile,
  facts: { site: { containers: 'engine', vms: 'yes', instances: 20 } },
  expect: 'split',
  waivers: [{ rule: 'many-instances', because: hostile, by: hostile }],
  components: [
    { name: `${hostile} one`, facts: { os: { family: hostileWord } } },
    { name: `${hostile} two`, facts: { os: { desktop: 'yes' }, state: { kind: 'one-writer' } } },
  ],
});

const alone = JSON.stringify({
  advise: 1,
  name: hostile,
  facts: { os: { family: hostileWord }, site: { containers: 'kubernetes', vms: 'yes' } },
});

const team = `rulebook: 1
name: team
version: ${JSON.stringify(`1 ${hostile}`)}
date: 2026-11-25
extends: ./rules
set:
  - { param: many, to: 12, because: ${JSON.stringify(`${hostile}.`)} }
change:
  - rule: people-at-the-desktop
    to: { title: ${JSON.stringify(hostile)}, because: ${JSON.stringify(`${hostile}.`)} }
    because: ${JSON.stringify(`${hostile}.`)}
disable:
  - { rule: engine-at-hand, because: ${JSON.stringify(`${hostile}.`)} }
`;

/**
 * Writes a project of somebody who means ill: a rulebook `rules`, one of a team over it, workloads whose
 * names of files are hostile too.
 * @returns the workloads
 */
export function writeHostileProject(folder: string): { readonly system: string; readonly alone: string } {
  mkdirSync(join(folder, 'rules'));
  for (const name of readdirSync(smallRulebook).filter((each) => each.endsWith('.yaml'))) {
    const text = readFileSync(join(smallRulebook, name), 'utf8');
    writeFileSync(join(folder, 'rules', name), spoil(text, name));
  }
  writeFileSync(join(folder, 'team.yaml'), team);
  const files = { system: `sys\u202e\u009b.yaml`, alone: `alo\u001b[2J.yaml` };
  writeFileSync(join(folder, files.system), workload);
  writeFileSync(join(folder, files.alone), alone);
  return files;
}
