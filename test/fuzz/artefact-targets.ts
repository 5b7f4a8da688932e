import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ArtefactKind } from '../../src/import/importer.ts';
import { artefactKinds } from '../../src/import/kinds.ts';
import type { Target } from './targets.ts';

// Every kind of file that is imported is a target: what its rules of inference show as examples is spoilt, and
// the files that its tests read.

const artefacts = fileURLToPath(new URL('../unit/import/artefacts', import.meta.url));

/** How an example is called so that its kind is told; others are YAML. */
const names: Readonly<Record<string, string>> = {
  dockerfile: 'Dockerfile',
  host: 'host.json',
  inventory: 'estate.csv',
  libvirt: 'guest.xml',
  nomad: 'job.json',
  proxmox: '101.conf',
  systemd: 'shop.service',
  terraform: 'plan.json',
  incus: 'instances.json',
};

/** One target for each kind that can be imported, host facts and inventories among them. */
export function listArtefactTargets(): Promise<readonly Target[]> {
  return Promise.all(
    artefactKinds.map(async (kind) => {
      const { rules } = await kind.load();
      const name = names[kind.id] ?? 'artefact.yaml';
      const shown = rules.flatMap(({ examples }) => [examples.fires, examples.quiet]);
      const examples = [...new Set(shown)].map((example) => ({
        place: example.startsWith('[Container]') ? 'shop.container' : name,
        text: toFile(kind, example),
      }));
      return aimAtArtefacts(kind.id, [...examples, ...listFixtures(kind.id)]);
    }),
  );
}

/** A whole file: of Compose the body of a service is made one. */
function toFile({ id }: ArtefactKind, example: string): string {
  if (id !== 'compose' || /^(services|include):/.test(example)) return example;
  return `services:\n  example:\n${example.replace(/^/gm, '    ')}\n`;
}

function listFixtures(kind: string): Target['seeds'] {
  const folder = join(artefacts, kind);
  const found = readdirSync(artefacts).includes(kind) ? readdirSync(folder, { withFileTypes: true }) : [];
  return found
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ place: name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** What reads files of a kind: judged as they are, and as the workloads that are made of them. */
export function aimAtArtefacts(id: string, seeds: Target['seeds']): Target {
  return {
    id,
    turns: 4,
    seeds,
    beside: {},
    commands: (place) => [['assess', place, '-f', 'json']],
    seldom: (place) => [
      ['import', place, '-o', 'written.yaml'],
      ['assess', 'written.yaml', '-f', 'json'],
      ['import', place, '--redact'],
    ],
  };
}
