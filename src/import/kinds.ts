import { recogniseCompose } from './compose/recognise-compose.ts';
import { recogniseDockerfile } from './dockerfile/recognise-dockerfile.ts';
import { recogniseHost } from './host/recognise-host.ts';
import type { ArtefactKind } from './importer.ts';
import { recogniseIncus } from './incus/recognise-incus.ts';
import { recogniseInventory } from './inventory/recognise-inventory.ts';
import { recogniseKubernetes } from './kubernetes/recognise-kubernetes.ts';
import { recogniseLibvirt } from './libvirt/recognise-libvirt.ts';
import { recogniseNomad } from './nomad/recognise-nomad.ts';
import { recogniseProxmox } from './proxmox/recognise-proxmox.ts';
import { recogniseSystemd } from './systemd/recognise-systemd.ts';
import { recogniseTerraform } from './terraform/recognise-terraform.ts';

/** Every kind of artefact that can be read, in the order of the lists that users see. */
export const artefactKinds: readonly ArtefactKind[] = [
  {
    id: 'compose',
    title: 'Docker Compose',
    recognise: recogniseCompose,
    load: async () => (await import('./compose/import-compose.ts')).composeImporter,
  },
  {
    id: 'kubernetes',
    title: 'Kubernetes',
    recognise: recogniseKubernetes,
    load: async () => (await import('./kubernetes/import-kubernetes.ts')).kubernetesImporter,
  },
  {
    id: 'inventory',
    title: 'an inventory of machines',
    recognise: recogniseInventory,
    load: async () => (await import('./inventory/import-inventory.ts')).inventoryImporter,
  },
  {
    id: 'terraform',
    title: 'Terraform',
    recognise: recogniseTerraform,
    load: async () => (await import('./terraform/import-terraform.ts')).terraformImporter,
  },
  {
    id: 'systemd',
    title: 'systemd units and Quadlets',
    isText: true,
    recognise: recogniseSystemd,
    load: async () => (await import('./systemd/import-systemd.ts')).systemdImporter,
  },
  {
    id: 'dockerfile',
    title: 'a Dockerfile',
    isText: true,
    recognise: recogniseDockerfile,
    load: async () => (await import('./dockerfile/import-dockerfile.ts')).dockerfileImporter,
  },
  {
    id: 'libvirt',
    title: 'libvirt',
    isText: true,
    recognise: recogniseLibvirt,
    load: async () => (await import('./libvirt/import-libvirt.ts')).libvirtImporter,
  },
  {
    id: 'nomad',
    title: 'a job of Nomad',
    recognise: recogniseNomad,
    load: async () => (await import('./nomad/import-nomad.ts')).nomadImporter,
  },
  {
    id: 'proxmox',
    title: 'a guest of Proxmox',
    isText: true,
    recognise: recogniseProxmox,
    load: async () => (await import('./proxmox/import-proxmox.ts')).proxmoxImporter,
  },
  {
    id: 'host',
    title: 'facts of a host',
    isText: true,
    recognise: recogniseHost,
    load: async () => (await import('./host/import-host.ts')).hostImporter,
  },
  {
    id: 'incus',
    title: 'instances of Incus or LXD',
    recognise: recogniseIncus,
    load: async () => (await import('./incus/import-incus.ts')).incusImporter,
  },
];
