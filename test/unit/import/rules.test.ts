import { describe, expect, it } from 'vitest';
import type { Artefact } from '../../../src/import/artefact.ts';
import { combineInferences } from '../../../src/import/combine-inferences.ts';
import type { ArtefactKind, Importer } from '../../../src/import/importer.ts';
import type { Inference } from '../../../src/import/inference-rule.ts';
import { artefactKinds } from '../../../src/import/kinds.ts';
import { openArtefact } from '../../../src/import/open-artefact.ts';
import { csvTable } from '../../../src/import/table/csv-table.ts';
import { createTestWorld } from '../../support/create-test-world.ts';
import { loadRules } from '../../support/load-rules.ts';

const { rulebook } = loadRules();
const { io } = createTestWorld({ folder: '.' }).world;

/** A whole file of the kind: of Compose, the body of a service is made one. */
function toFile(kind: ArtefactKind, example: string): string {
  if (kind.id !== 'compose' || /^(services|include):/.test(example)) return example;
  return `services:\n  example:\n${example.replace(/^/gm, '    ')}\n`;
}

/** An example as an artefact; several tables of one export begin with a line of their name each. */
function openExample(kind: ArtefactKind, example: string): Artefact {
  const artefact = openArtefact(io, 'example.yaml', toFile(kind, example));
  if (!example.startsWith('--- RVTools')) return artefact;
  const files = example.split(/^--- /m).slice(1);
  const tables = files.map((text) => {
    const end = text.indexOf('\n');
    return csvTable(text.slice(end + 1), text.slice(0, end));
  });
  return { ...artefact, tables };
}

/** Everything that an importer infers of an example. */
async function inferFrom(
  kind: ArtefactKind,
  importer: Importer,
  example: string,
): Promise<readonly Inference[]> {
  const { workloads } = await importer.read(openExample(kind, example));
  return workloads.flatMap(({ inferences, parts }) => [
    ...inferences,
    ...parts.flatMap((part) => part.inferences),
  ]);
}

/** Rules that several kinds share are tried with the kind whose examples they have. */
function isTriedWith(kind: ArtefactKind, { id, examples }: Importer['rules'][number]): boolean {
  const [topic = ''] = id.split('/');
  if (!/^(container|image)$/.test(topic))
    return !artefactKinds.some((other) => other.id === topic) || kind.id === topic;
  return kind.id === (examples.fires.startsWith('apiVersion:') ? 'kubernetes' : 'compose');
}

const kinds = await Promise.all(artefactKinds.map(async (kind) => ({ kind, importer: await kind.load() })));
const rows = kinds.flatMap(({ kind, importer }) =>
  importer.rules
    .filter((rule) => isTriedWith(kind, rule))
    .map((rule) => ({ name: `${kind.id}: ${rule.id}`, kind, importer, rule })),
);

describe('every rule of inference', () => {
  it.each(rows)(
    '$name fires where it should, and is quiet where it should',
    async ({ kind, importer, rule }) => {
      const firing = async (example: string) =>
        (await inferFrom(kind, importer, example)).some((inference) => inference.rule === rule.id);
      expect(await firing(rule.examples.fires), 'fires').toBe(true);
      expect(await firing(rule.examples.quiet), 'quiet').toBe(false);
    },
  );

  it.each(rows)('$name is needed: without it something else comes out', async ({ kind, importer, rule }) => {
    const all = await inferFrom(kind, importer, rule.examples.fires);
    const say = (inferences: readonly Inference[]) =>
      combineInferences(rulebook.facts, inferences, 'stated').statements.map(({ fact, values, origin }) => ({
        fact,
        values,
        origin,
      }));
    expect(say(all.filter((inference) => inference.rule !== rule.id))).not.toEqual(say(all));
  });

  it.each(rows)('$name names facts and values that the rulebook knows', async ({ kind, importer, rule }) => {
    for (const { fact, values } of await inferFrom(kind, importer, rule.examples.fires)) {
      const known = rulebook.facts.find(({ id }) => id === fact);
      expect(known, fact).toBeDefined();
      if (known?.kind !== 'number')
        for (const value of values) expect(Object.keys(known?.values ?? {}), fact).toContain(value);
    }
  });
});
