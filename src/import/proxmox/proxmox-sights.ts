import { findsAt, type InferenceRule } from '../inference-rule.ts';
import type { Spot } from '../spot.ts';
import { findKey, listCounted } from './guest-config.ts';
import type { ProxmoxGuest } from './proxmox-guest.ts';

/** Disks of a machine by the sort of controller; drives for discs, and what only starts it, do not count. */
function listDisks({ config, isContainer }: ProxmoxGuest, ...sorts: readonly string[]): readonly Spot[] {
  return isContainer
    ? []
    : sorts
        .flatMap((sort) => listCounted(config, sort))
        .filter(({ text = '' }) => !/media=cdrom|cloudinit|^none\b/.test(text));
}

/** Where nobody says otherwise the controller for SCSI is an imitated one. */
const hasVirtioScsi = ({ config }: ProxmoxGuest): boolean =>
  (findKey(config, 'scsihw')?.text ?? '').startsWith('virtio-scsi');

function listParavirtual(guest: ProxmoxGuest): readonly Spot[] {
  return listDisks(guest, ...(hasVirtioScsi(guest) ? ['virtio', 'scsi'] : ['virtio']));
}

const machine = (...lines: readonly string[]): string =>
  ['name: shop', 'ostype: l26', 'memory: 2048', 'net0: virtio=02:00:00:00:00:01,bridge=vmbr0', ...lines].join(
    '\n',
  );
const container = (...lines: readonly string[]): string =>
  ['hostname: shop', 'ostype: debian', 'rootfs: local:100/disk.raw', ...lines].join('\n');

/** What the configuration of a guest shows of how it is set up. */
export const proxmoxSights: readonly InferenceRule<ProxmoxGuest>[] = [
  {
    id: 'proxmox/paravirtual-disks',
    reads: ['virtio', 'scsi', 'scsihw'],
    finds: (guest) => {
      const good = listParavirtual(guest);
      const all = listDisks(guest, 'virtio', 'scsi', 'sata', 'ide');
      return good.length === all.length ? findsAt(...good) : [];
    },
    shows: 'paravirtual-disk',
    looks: (guest) => listDisks(guest, 'virtio', 'scsi', 'sata', 'ide').length > 0,
    because: 'Its disks are reached by drivers that know of the hypervisor.',
    examples: {
      fires: machine('scsihw: virtio-scsi-single', 'scsi0: local:101/disk.raw'),
      quiet: machine('scsi0: local:101/disk.raw'),
    },
  },
  {
    id: 'proxmox/emulated-disk',
    reads: ['sata', 'ide', 'scsi', 'scsihw'],
    finds: (guest) => findsAt(...listDisks(guest, 'sata', 'ide', ...(hasVirtioScsi(guest) ? [] : ['scsi']))),
    shows: 'emulated-disk',
    because: 'A disk hangs on a controller that the hypervisor imitates.',
    examples: {
      fires: machine('sata0: local:101/disk.raw'),
      quiet: machine('virtio0: local:101/disk.raw', 'ide2: none,media=cdrom'),
    },
  },
  {
    id: 'proxmox/own-processors',
    reads: ['affinity'],
    finds: ({ config }) => findsAt(findKey(config, 'affinity')),
    shows: 'own-processors',
    looks: ({ isContainer }) => !isContainer,
    because: 'Its processors are bound to certain ones of the host.',
    not: 'That nobody else runs on them.',
    examples: { fires: machine('affinity: 2-3'), quiet: machine('cpulimit: 2') },
  },
  {
    id: 'proxmox/encrypted-memory',
    reads: ['amd_sev', 'intel-tdx'],
    finds: ({ config }) => findsAt(findKey(config, 'amd_sev') ?? findKey(config, 'intel-tdx')),
    shows: 'encrypted-memory',
    looks: ({ isContainer }) => !isContainer,
    because: 'The processor encrypts its memory.',
    not: 'That anybody checks the attestation.',
    examples: { fires: machine('amd_sev: type=snp'), quiet: machine('protection: 1') },
  },
  {
    id: 'proxmox/fixed-identity',
    reads: ['smbios1', 'net'],
    finds: ({ config, isContainer }) => {
      const id = findKey(config, 'smbios1');
      const card = listCounted(config, 'net').find(({ text = '' }) =>
        /=([\da-f]{2}:){5}[\da-f]{2}/i.test(text),
      );
      return isContainer || card === undefined || !/\buuid=/.test(id?.text ?? '') ? [] : findsAt(id, card);
    },
    shows: 'fixed-machine-identity',
    because: 'The id of its firmware and its hardware address stand in its configuration.',
    examples: { fires: machine('smbios1: uuid=7'), quiet: machine('vmgenid: 7') },
  },
  {
    id: 'proxmox/unprivileged',
    reads: ['unprivileged'],
    finds: ({ config, isContainer }) => {
      const spot = findKey(config, 'unprivileged');
      return isContainer && spot?.text === '1' ? findsAt(spot) : [];
    },
    shows: 'unprivileged',
    looks: ({ isContainer }) => isContainer,
    because: 'Its root is an ordinary user of the host.',
    examples: { fires: container('unprivileged: 1'), quiet: container('unprivileged: 0') },
  },
  {
    id: 'proxmox/privileged',
    reads: ['unprivileged'],
    finds: ({ config, isContainer }) => {
      const spot = findKey(config, 'unprivileged');
      return isContainer && spot?.text === '0' ? findsAt(spot) : [];
    },
    shows: 'privileged-mode',
    because: 'Its root is root of the host.',
    examples: { fires: container('unprivileged: 0'), quiet: container('unprivileged: 1') },
  },
];
