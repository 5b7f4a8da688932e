import { findsAt, type InferenceRule } from '../inference-rule.ts';
import type { Guest } from './guest.ts';
import { findElement, type ForeignElement, listElements } from './xml-element.ts';

/** Disks by the bus that the guest sees; drives for discs and floppies do not count. */
function listDisks({ domain }: Guest): { readonly element: ForeignElement; readonly bus: string }[] {
  return listElements(domain, 'devices', 'disk')
    .filter(({ attributes }) => /^(disk|lun)$/.test(attributes.get('device') ?? 'disk'))
    .flatMap((disk) => {
      const element = findElement(disk, 'target');
      return element === undefined ? [] : [{ element, bus: element.attributes.get('bus') ?? '' }];
    });
}

/** Whether the controller behind its SCSI disks is paravirtual: a domain may have several kinds of them. */
function hasVirtioScsi({ domain }: Guest): boolean {
  const controllers = listElements(domain, 'devices', 'controller').filter(
    ({ attributes }) => attributes.get('type') === 'scsi',
  );
  return (
    controllers.length > 0 &&
    controllers.every(({ attributes }) => (attributes.get('model') ?? '').startsWith('virtio'))
  );
}

const isParavirtual = (guest: Guest, bus: string): boolean =>
  bus === 'virtio' || (bus === 'scsi' && hasVirtioScsi(guest));

const spotsOf = (elements: readonly (ForeignElement | undefined)[]) => elements.map((each) => each?.spot);

const domain = (...devices: readonly string[]): string =>
  `<domain type='kvm'><name>shop</name>${devices.join('')}</domain>`;
const disk = (bus: string): string =>
  domain(`<devices><disk device='disk'><target dev='a' bus='${bus}'/></disk></devices>`);

/** What a domain shows of how its machine is set up. */
export const guestSights: readonly InferenceRule<Guest>[] = [
  {
    id: 'libvirt/paravirtual-disks',
    reads: ['devices.disk'],
    finds: (guest) => {
      const disks = listDisks(guest);
      return disks.every(({ bus }) => isParavirtual(guest, bus))
        ? findsAt(...spotsOf(disks.map(({ element }) => element)))
        : [];
    },
    shows: 'paravirtual-disk',
    looks: (guest) => listDisks(guest).length > 0,
    because: 'Its disks are reached by drivers that know of the hypervisor.',
    examples: { fires: disk('virtio'), quiet: disk('sata') },
  },
  {
    id: 'libvirt/emulated-disk',
    reads: ['devices.disk'],
    finds: (guest) =>
      findsAt(
        ...spotsOf(
          listDisks(guest)
            .filter(({ bus }) => /^(ide|sata|fdc|usb)$/.test(bus))
            .map(({ element }) => element),
        ),
      ),
    shows: 'emulated-disk',
    because: 'A disk hangs on a controller that the hypervisor imitates.',
    examples: { fires: disk('ide'), quiet: disk('virtio') },
  },
  {
    id: 'libvirt/own-processors',
    reads: ['cputune'],
    finds: (guest) => findsAt(findElement(guest.domain, 'cputune', 'vcpupin')?.spot),
    shows: 'own-processors',
    looks: () => true,
    because: 'Its processors are bound to certain ones of the host.',
    not: 'That nobody else runs on them.',
    examples: {
      fires: domain("<cputune><vcpupin vcpu='0' cpuset='2'/></cputune>"),
      quiet: domain('<cputune><shares>2048</shares></cputune>'),
    },
  },
  {
    id: 'libvirt/encrypted-memory',
    reads: ['launchSecurity'],
    finds: (guest) => findsAt(findElement(guest.domain, 'launchSecurity')?.spot),
    shows: 'encrypted-memory',
    looks: () => true,
    because: 'The processor encrypts its memory.',
    not: 'That anybody checks the attestation.',
    examples: {
      fires: domain("<launchSecurity type='sev-snp'/>"),
      quiet: domain("<memoryBacking><access mode='private'/></memoryBacking>"),
    },
  },
  {
    id: 'libvirt/fixed-identity',
    reads: ['uuid', 'devices.interface'],
    finds: ({ domain: root }) => {
      const uuid = findElement(root, 'uuid');
      const mac = findElement(root, 'devices', 'interface', 'mac');
      return uuid?.spot.text === '' || mac === undefined || uuid === undefined
        ? []
        : findsAt(uuid.spot, mac.spot);
    },
    shows: 'fixed-machine-identity',
    because: 'The id of its firmware and its hardware address stand in its definition.',
    examples: {
      fires: domain(
        "<uuid>7</uuid><devices><interface type='bridge'><mac address='52:54:00:00:00:01'/></interface></devices>",
      ),
      quiet: domain("<uuid>7</uuid><devices><interface type='bridge'/></devices>"),
    },
  },
];
