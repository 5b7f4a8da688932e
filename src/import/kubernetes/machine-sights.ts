import { findsAt, findsAtKey, type InferenceRule } from '../inference-rule.ts';
import { saysYes, type Spot, spotAt } from '../spot.ts';
import type { MachineWorkload } from './machine-workload.ts';

const busOf = (disk: Spot): Spot | undefined => spotAt(disk, 'disk', 'bus') ?? spotAt(disk, 'lun', 'bus');

/** Disks that say on which bus they hang; drives for discs do not count. */
function listBuses({ machine }: MachineWorkload): Spot[] {
  const disks = spotAt(machine, 'domain', 'devices', 'disks')?.items ?? [];
  return disks.flatMap((disk) => busOf(disk) ?? []);
}

const machine = (body: string): string => `apiVersion: kubevirt.io/v1
kind: VirtualMachineInstance
metadata: { name: shop }
spec: ${body}`;

/** What a machine of KubeVirt shows of how it is set up. */
export const machineSights: readonly InferenceRule<MachineWorkload>[] = [
  {
    id: 'kubevirt/paravirtual-disks',
    reads: ['domain.devices.disks.disk.bus'],
    finds: (workload) => {
      const buses = listBuses(workload);
      return buses.every(({ text = '' }) => /^(virtio|scsi)$/.test(text)) ? findsAt(...buses) : [];
    },
    shows: 'paravirtual-disk',
    looks: (workload) => listBuses(workload).length > 0,
    because: 'Its disks are reached by drivers that know of the hypervisor.',
    examples: {
      fires: machine('{ domain: { devices: { disks: [{ name: a, disk: { bus: virtio } }] } } }'),
      quiet: machine('{ domain: { devices: { disks: [{ name: a, disk: { bus: sata } }] } } }'),
    },
  },
  {
    id: 'kubevirt/emulated-disk',
    reads: ['domain.devices.disks.disk.bus'],
    finds: (workload) => findsAt(...listBuses(workload).filter(({ text = '' }) => /^(sata|usb)$/.test(text))),
    shows: 'emulated-disk',
    because: 'A disk hangs on a controller that the hypervisor imitates.',
    examples: {
      fires: machine('{ domain: { devices: { disks: [{ name: a, disk: { bus: sata } }] } } }'),
      quiet: machine('{ domain: { devices: { disks: [{ name: a, cdrom: { bus: sata } }] } } }'),
    },
  },
  {
    id: 'kubevirt/own-processors',
    reads: ['domain.cpu.dedicatedCpuPlacement'],
    finds: ({ machine: spec }) => {
      const spot = spotAt(spec, 'domain', 'cpu', 'dedicatedCpuPlacement');
      return saysYes(spot) ? findsAt(spot) : [];
    },
    shows: 'own-processors',
    looks: () => true,
    because: 'It is given whole processors that nobody else runs on.',
    examples: {
      fires: machine('{ domain: { cpu: { cores: 2, dedicatedCpuPlacement: true } } }'),
      quiet: machine('{ domain: { cpu: { cores: 2 } } }'),
    },
  },
  {
    id: 'kubevirt/encrypted-memory',
    reads: ['domain.launchSecurity'],
    finds: ({ machine: spec }) => findsAtKey(spotAt(spec, 'domain', 'launchSecurity')),
    shows: 'encrypted-memory',
    looks: () => true,
    because: 'The processor encrypts its memory.',
    not: 'That anybody checks the attestation.',
    examples: {
      fires: machine('{ domain: { launchSecurity: { sev: {} } } }'),
      quiet: machine('{ domain: { firmware: { uuid: 7 } } }'),
    },
  },
  {
    id: 'kubevirt/fixed-identity',
    reads: ['domain.firmware', 'domain.devices.interfaces.macAddress'],
    finds: ({ machine: spec }) => {
      const id = spotAt(spec, 'domain', 'firmware', 'uuid') ?? spotAt(spec, 'domain', 'firmware', 'serial');
      const mac = (spotAt(spec, 'domain', 'devices', 'interfaces')?.items ?? [])
        .map((each) => spotAt(each, 'macAddress'))
        .find((each) => each !== undefined);
      return id === undefined || mac === undefined ? [] : findsAt(id, mac);
    },
    shows: 'fixed-machine-identity',
    because: 'The id of its firmware and its hardware address stand in its definition.',
    examples: {
      fires: machine(
        '{ domain: { firmware: { uuid: 7 }, devices: { interfaces: [{ name: a, macAddress: "02:00:00:00:00:01" }] } } }',
      ),
      quiet: machine('{ domain: { firmware: { uuid: 7 }, devices: { interfaces: [{ name: a }] } } }'),
    },
  },
];
