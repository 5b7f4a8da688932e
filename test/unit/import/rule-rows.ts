import type { Artefact } from '../../../src/import/artefact.ts';
import type { ArtefactKind, ImportedArtefact, ImportedPart, Importer } from '../../../src/import/importer.ts';
import type { Inference } from '../../../src/import/inference-rule.ts';
import { artefactKinds } from '../../../src/import/kinds.ts';
import { openArtefact } from '../../../src/import/open-artefact.ts';
import { csvTable } from '../../../src/import/table/csv-table.ts';
import type { Observed } from '../../../src/workload/workload.ts';
import { createTestWorld } from '../../support/create-test-world.ts';

const { io } = createTestWorld({ folder: '.' }).world;

/** What examples are called that no file holds. */
export const exampleName = 'example.yaml';

/** A whole file of the kind: of Compose, the body of a service is made one. */
function toFile(kind: ArtefactKind, example: string): string {
  if (kind.id !== 'compose' || /^(services|include):/.test(example)) return example;
  return `services:\n  example:\n${example.replace(/^/gm, '    ')}\n`;
}

/** An example as an artefact; several tables of one export begin with a line of their name each. */
function openExample(kind: ArtefactKind, example: string): Artefact {
  const artefact = openArtefact(io, exampleName, toFile(kind, example));
  if (!example.startsWith('--- RVTools')) return artefact;
  const files = example.split(/^--- /m).slice(1);
  const tables = files.map((text) => {
    const end = text.indexOf('\n');
    return csvTable(text.slice(end + 1), text.slice(0, end));
  });
  return { ...artefact, tables };
}

/** What an importer makes of an example. */
export interface ReadExample {
  readonly imported: ImportedArtefact;
  /** Its workloads, and their parts. */
  readonly subjects: readonly ImportedPart[];
  /** What follows of facts. */
  readonly inferences: readonly Inference[];
  readonly observed: readonly Observed[];
}

/** Everything that an importer makes of an example: what follows of facts, and what it saw. */
export async function inferFrom(
  kind: ArtefactKind,
  importer: Importer,
  example: string,
): Promise<ReadExample> {
  const imported = await importer.read(openExample(kind, example));
  const subjects = imported.workloads.flatMap((workload) => [workload, ...workload.parts]);
  return {
    imported,
    subjects,
    inferences: subjects.flatMap(({ inferences }) => inferences),
    observed: subjects.flatMap(({ observed = [] }) => observed),
  };
}

/** Rules that several kinds share are tried with the kind whose examples they have. */
function isTriedWith(kind: ArtefactKind, { id, examples }: Importer['rules'][number]): boolean {
  const [topic = ''] = id.split('/');
  if (topic === 'engine') return kind.id === 'systemd';
  if (!/^(container|image)$/.test(topic))
    return !artefactKinds.some((other) => other.id === topic) || kind.id === topic;
  return kind.id === (examples.fires.startsWith('apiVersion:') ? 'kubernetes' : 'compose');
}

/** Every kind with its importer. */
export const kinds = await Promise.all(
  artefactKinds.map(async (kind) => ({ kind, importer: await kind.load() })),
);

/** Every rule, with the kind that it is tried with. */
export const rows = kinds.flatMap(({ kind, importer }) =>
  importer.rules
    .filter((rule) => isTriedWith(kind, rule))
    .map((rule) => ({ name: `${kind.id}: ${rule.id}`, kind, importer, rule })),
);
