import { readFileSync } from 'node:fs';
import type { HostSource } from '../../../src/import/host/host-view.ts';
import type { Dialect } from '../../../src/import/inventory/dialects.ts';

/** A file of a kind, with something that may be a secret wherever such files hold one. */
export interface Planted {
  /** Of an artefact, or `table`. */
  readonly kind: string;
  /** What it is an example of; with its kind, the folder that it lies in. */
  readonly of: string;
  readonly file: string;
  /** Without which it cannot be read. */
  readonly options?: readonly string[];
  /** What is read with it, by commands that read several files. */
  readonly beside?: readonly string[];
}

/** How everything begins that may be a secret; whatever comes of it is found by that. */
export const secret = /sesame\w*/i;

const hosts: Readonly<Record<HostSource | 'windows', string>> = {
  ansible: 'erp.json',
  facter: 'erp.facts',
  osquery: 'desk.json',
  collector: 'erp.txt',
  windows: 'desk.txt',
};

const inventories: Readonly<Record<Dialect['id'], Omit<Planted, 'kind' | 'of'>>> = {
  rvtools: { file: 'vinfo.csv', beside: ['erp.txt', '--join', 'column:DNS Name'] },
  'azure-migrate': { file: 'servers.csv' },
  'aws-discovery': { file: 'servers.csv' },
  'google-migration': { file: 'machines.csv' },
};

/** A file or several of each kind. */
export const planted: readonly Planted[] = [
  { kind: 'compose', of: 'project', file: 'compose.yaml' },
  { kind: 'kubernetes', of: 'manifests', file: 'shop.yaml' },
  { kind: 'kubernetes', of: 'live', file: 'cluster.json' },
  { kind: 'kubernetes', of: 'kubevirt', file: 'desk.yaml' },
  ...Object.entries(inventories).map(([of, given]) => ({ kind: 'inventory', of, ...given })),
  { kind: 'terraform', of: 'plan', file: 'plan.json' },
  { kind: 'terraform', of: 'state', file: 'terraform.tfstate' },
  { kind: 'systemd', of: 'unit', file: 'shop.service' },
  { kind: 'systemd', of: 'engine-unit', file: 'shop.service' },
  { kind: 'systemd', of: 'quadlet', file: 'db.container' },
  { kind: 'dockerfile', of: 'image', file: 'Dockerfile' },
  { kind: 'libvirt', of: 'domain', file: 'erp.xml' },
  { kind: 'nomad', of: 'job', file: 'shop.json' },
  { kind: 'proxmox', of: 'machine', file: '101.conf' },
  { kind: 'proxmox', of: 'container', file: '102.conf' },
  ...Object.entries(hosts).map(([of, file]) => ({ kind: 'host', of, file })),
  { kind: 'incus', of: 'instances', file: 'instances.json' },
  { kind: 'table', of: 'mapped', file: 'cmdb.csv', options: ['--map', 'map.yaml'] },
  { kind: 'table', of: 'plain', file: 'workloads.csv' },
];

/** Where a planted file lies, with what it names. */
export function folderOf({ kind, of }: Planted): string {
  return `test/program/secrets/artefacts/${kind}/${of}`;
}

/** The text of a planted file. */
export function readPlanted(each: Planted): string {
  return readFileSync(`${folderOf(each)}/${each.file}`, 'utf8');
}
