import { findsAt, type InferenceRule } from '../inference-rule.ts';
import type { Machine } from './machine.ts';

/** Several tables of one export: each after a line with its name, as a folder of them has it. */
const tabs = (name: string, ...lines: readonly string[]): string =>
  `--- RVTools_tabvInfo.csv\nVM,Powerstate,OS\nerp,poweredOn,\n--- RVTools_tab${name}.csv\n${lines.join('\n')}`;

/** What tabs of RVTools beside vInfo say of a machine. */
export const tabRules: readonly InferenceRule<Machine>[] = [
  {
    id: 'vmware/usb',
    reads: ['Device Type', 'Connected'],
    finds: ({ marks }) => findsAt(marks.get('usb')),
    proves: { 'hardware.device': ['usb-or-serial', 'hsm-or-other-pci', 'disk-or-controller'] },
    suggests: { 'hardware.device': ['usb-or-serial'] },
    because: 'A USB device of its host, or of a desk, is connected to it.',
    not: 'A USB controller: many machines have one for the mouse of their console.',
    examples: {
      fires: tabs('vUSB', 'VM,Device Node,Device Type,Connected', 'erp,USB 1,USB device,true'),
      quiet: tabs('vUSB', 'VM,Device Node,Device Type,Connected', 'erp,USB controller 1,controller,true'),
    },
  },
  {
    id: 'vmware/direct-network',
    reads: ['Adapter', 'Direct Path IO'],
    finds: ({ marks }) => findsAt(marks.get('direct-network')),
    proves: {
      'hardware.device': ['sriov-or-dpdk-nic', 'usb-or-serial', 'hsm-or-other-pci', 'disk-or-controller'],
    },
    suggests: { 'hardware.device': ['sriov-or-dpdk-nic'] },
    because: 'A network card of its host is handed through to it.',
    not: 'A virtual adapter, however fast.',
    examples: {
      fires: tabs('vNetwork', 'VM,NIC label,Adapter', 'erp,Network adapter 1,Sriov Ethernet Card'),
      quiet: tabs('vNetwork', 'VM,NIC label,Adapter,Direct Path IO', 'erp,Network adapter 1,Vmxnet3,False'),
    },
  },
  {
    id: 'vmware/raw-disk',
    reads: ['Raw'],
    finds: ({ marks }) => findsAt(marks.get('raw-disk')),
    suggests: { 'state.kind': ['one-writer'] },
    because: 'Somebody gave it a volume of the storage itself, to keep data on.',
    not: 'That it needs a disk of its own to be handed to it.',
    examples: {
      fires: tabs('vDisk', 'VM,Disk,Disk Key,Raw', 'erp,Hard disk 2,2001,True'),
      quiet: tabs('vDisk', 'VM,Disk,Disk Key,Raw', 'erp,Hard disk 2,2001,False'),
    },
  },
  {
    id: 'vmware/shared-disk',
    reads: ['Sharing mode', 'Shared Bus'],
    finds: ({ marks }) => findsAt(marks.get('shared-disk')),
    suggests: { 'state.kind': ['one-writer'] },
    because: 'It shares a disk with another machine, as clusters do of which one member writes.',
    examples: {
      fires: tabs('vDisk', 'VM,Disk,Disk Key,Sharing mode', 'erp,Hard disk 2,2001,sharingMultiWriter'),
      quiet: tabs('vDisk', 'VM,Disk,Disk Key,Sharing mode', 'erp,Hard disk 2,2001,sharingNone'),
    },
  },
  {
    id: 'vmware/hosts',
    reads: ['Host'],
    finds: ({ hosts }) =>
      hosts === undefined
        ? []
        : [
            {
              spot: hosts.spot,
              suggests: { 'site.hosts': [hosts.count === 1 ? 'one' : hosts.count < 4 ? 'few' : 'many'] },
            },
          ],
    suggests: { facts: ['site.hosts'], as: 'one, few or many' },
    because: 'These are the hosts of the export.',
    not: 'That they will be there in future, nor that all of them are for it.',
    examples: { fires: tabs('vHost', 'Host,# CPU', 'esx-1,2'), quiet: tabs('vHost', 'Host,# CPU', ',2') },
  },
];
