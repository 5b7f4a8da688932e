import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isInputError } from '../../../src/errors.ts';
import { dialects } from '../../../src/import/inventory/dialects.ts';
import { artefactKinds } from '../../../src/import/kinds.ts';
import { importKnown, recogniseForeign, toReadArtefact } from '../../../src/import/read-foreign.ts';
import { formatsByEnding, listFormats, type Subject } from '../../../src/render/render.ts';
import { createTestWorld } from '../../support/create-test-world.ts';
import { howMany } from '../../support/how-many.ts';
import { loadRules } from '../../support/load-rules.ts';
import { breakAt } from './break-at.ts';
import { folderOf, type Planted, planted, readPlanted, secret } from './planted.ts';
import { runCaught } from './run-caught.ts';

// What people have holds passwords wherever there is room for a text. None of it comes out again, whatever is asked
// and whatever it is written as. Only `--rejects` hands rows back as they are: that is what it is for.

const { rulebook } = loadRules();
const { rules, placements } = rulebook;

type Runs = readonly (readonly string[])[];

/** What can be printed, and the commands that print it of a file; none where it tells of a rulebook alone. */
const subjects: Readonly<Record<Subject, (given: Planted) => Runs>> = {
  advice: ({ file, options = [], beside = [] }) => [['assess', file, ...options, ...beside, '--all']],
  import: ({ file, options = [], beside = [] }) => [['import', file, ...options, ...beside, '--all', '-v']],
  why: ({ file, options = [] }) =>
    ['os.family', rules[0]?.id ?? '', placements[0]?.id ?? ''].map((id) => ['why', id, file, ...options]),
  unanswered: (given) => (asksOf(given) ? [['facts', '--unanswered', given.file]] : []),
  portfolio: ({ kind, file, options = [] }) =>
    kind === 'table' ? [['fleet', 'assess', file, ...options, '--all', '--with', 'should,hinges,flips']] : [],
  facts: () => [],
  matches: () => [],
  rules: () => [],
  rule: () => [],
  tests: () => [],
  lint: () => [],
  diff: () => [],
  upgrade: () => [],
  inferences: () => [],
  docs: () => [],
  // Decisions hold what the program wrote.
  moves: () => [],
};

/**
 * Every command that tells something of a file, in every format. What tells why comes as JSON in the second tier only,
 * and what is open of the first file of a kind: to work that out takes longest.
 */
function listRuns(given: Planted): Runs {
  const { file, options = [], beside = [] } = given;
  const printed = (Object.keys(subjects) as Subject[]).flatMap((subject) => {
    const formats: readonly string[] = listFormats(subject);
    const few = subject === 'why' || subject === 'unanswered';
    const asked = few ? formats.slice(0, howMany(formats.length)) : formats;
    return subjects[subject](given).flatMap((run) =>
      asked
        .filter((format) => subject !== 'advice' || !isByEnding(format))
        .map((format, index) => [...run, '-f', format, ...(files[subject]?.[index] ?? [])]),
    );
  });
  return [
    ...printed,
    ['lock', file, ...options, ...beside],
    ...(asksOf(given) ? [['ask', file, '--no-input', '--all']] : []),
  ];
}

/** The files that are written by the first runs of a subject, in every form that has one. */
const files: Readonly<Partial<Record<Subject, Runs>>> = {
  advice: [Object.keys(formatsByEnding).flatMap((ending) => ['-o', `all${ending}`])],
  import: [
    ['-o', 'each/', '--site', 'site.yaml'],
    ['-o', 'all.ndjson', '--redact'],
  ],
};

/** Whether it is worked out what is still to be asked of a file; a table has nobody who could answer. */
function asksOf(given: Planted): boolean {
  const isFirst = planted.find(({ kind }) => kind === given.kind) === given;
  return given.kind !== 'table' && (isFirst || howMany(2) === 2);
}

function isByEnding(format: string): boolean {
  return Object.values<string>(formatsByEnding).includes(format);
}

const rows = planted.map((each) => ({ name: `${each.kind}/${each.of}`, each }));

describe('secrets are planted', () => {
  it('in every kind that is known, whoever writes it', () => {
    const of = (kind: string) => planted.filter((each) => each.kind === kind).map((each) => each.of);
    expect(artefactKinds.filter(({ id }) => of(id).length === 0).map(({ id }) => id)).toEqual([]);
    expect(of('inventory')).toEqual(dialects.map(({ id }) => id));
    const root = 'test/program/secrets/artefacts';
    const folders = readdirSync(root).flatMap((kind) =>
      readdirSync(`${root}/${kind}`).map((name) => `${kind}/${name}`),
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(folders.sort());
  });

  it.each(rows)('several times in $name', ({ each }) => {
    expect(readPlanted(each).split(secret).length).toBeGreaterThan(2);
  });
});

it.each(rows)('nothing of $name is told, by any command in any format', async ({ each }) => {
  for (const argv of listRuns(each)) {
    const { code, said, written } = await runCaught(folderOf(each), argv);
    const all = [said, ...written.values()].join('\n');
    expect(all, argv.join(' ')).not.toBe('');
    expect({ argv, code, told: secret.exec(all)?.[0] }).toEqual({ argv, code: 0, told: undefined });
  }
});

/** How many breakages are tried of a file; fewer of a table, of which most are read all the same. */
const breakages = howMany(150);

it.each(rows)('nothing of $name is told where it is broken at a secret', async ({ each }) => {
  for (const { by, text } of breakAt(
    readPlanted(each),
    secret,
    each.kind,
    each.kind === 'table' ? breakages / 10 : breakages,
  ))
    expect({ by, told: secret.exec(await tellBroken(each, text))?.[0] }).toEqual({ by, told: undefined });
});

/** All that could be told of a broken file: what was understood of it, and where that is nothing, what is said. */
async function tellBroken(each: Planted, text: string): Promise<string> {
  const { kind, file, options = [] } = each;
  const folder = folderOf(each);
  const { io } = createTestWorld({ folder }).world;
  const told: string[] = [];
  const kinds = [undefined, ...artefactKinds.filter(({ id }) => id === kind)];
  for (const as of kinds) {
    try {
      const known = await recogniseForeign(io, file, Buffer.from(text), as);
      if (known !== null) {
        const read = toReadArtefact(known, await importKnown(known, { keepGoing: true }), rulebook);
        const { unread, remarks, problems } = read.imported;
        told.push(JSON.stringify([unread, remarks, problems, read.workloads, read.clashes]));
        continue;
      }
    } catch (error) {
      if (!isInputError(error)) throw error;
    }
    const place = as === undefined ? file : `${kind}:${file}`;
    for (const argv of [
      ['import', place],
      ['assess', place],
      ['assess', '-'],
    ]) {
      const instead = new Map([
        [file, text],
        ['-', text],
      ]);
      told.push((await runCaught(folder, [...argv, ...options, '-v', '--debug'], instead)).said);
    }
  }
  return told.join('\n');
}
