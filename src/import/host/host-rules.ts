import { findsAt, type InferenceRule } from '../inference-rule.ts';
import { releaseRules } from '../knowledge/release-rules.ts';
import { sortSystem } from '../knowledge/systems.ts';
import type { HostView } from './host-view.ts';
import { windowsRules } from './windows-rules.ts';

const containers = /^(docker|lxc|lxc-libvirt|podman|containerd|openvz|systemd-nspawn|container.*|wsl)$/i;

const collected = (...lines: readonly string[]): string => `advise-collect 1\nname\terp\n${lines.join('\n')}`;

const releases = releaseRules({
  topic: 'host',
  reads: [
    'os.name',
    'os.release.full',
    'ansible_distribution',
    'ansible_distribution_version',
    'ansible_os_name',
    'os_version.name',
    'os_version.version',
    'release',
  ],
  example: (system) => collected(`release\t${system}`),
});

/** What a host says of itself: the third law holds, and it says little of what its programs need. */
export const hostRules: readonly InferenceRule<HostView>[] = [
  ...releases,
  ...windowsRules,
  {
    id: 'host/machine',
    reads: ['virtual', 'ansible_virtualization_type', 'system_info.hardware_vendor'],
    finds: ({ name, virtual, system }) =>
      containers.test(virtual?.text ?? '') ? [] : findsAt(virtual ?? system ?? name),
    proves: { 'life.runs-today': ['vm-or-machine'] },
    because: 'It is a host with a kernel of its own.',
    not: 'That it has to stay one.',
    examples: { fires: collected('virtual\tkvm'), quiet: collected('virtual\tdocker') },
  },
  {
    id: 'host/container',
    reads: ['virtual', 'ansible_virtualization_type', 'system_info.hardware_vendor'],
    finds: ({ virtual }) => (containers.test(virtual?.text ?? '') ? findsAt(virtual) : []),
    proves: { 'life.runs-today': ['container'] },
    because: 'It is a container itself.',
    examples: { fires: collected('virtual\tlxc'), quiet: collected('virtual\tkvm') },
  },
  {
    id: 'host/system',
    reads: ['kernel', 'ansible_system', 'ansible_os_family', 'os_version.name', 'system'],
    finds: ({ system }) => {
      const family = sortSystem(system?.text ?? '')?.family;
      return system === undefined || family === undefined
        ? []
        : [{ spot: system, proves: { 'os.family': [family] } }];
    },
    proves: { facts: ['os.family'], as: 'by the name of its kernel' },
    because: 'The host runs this system.',
    not: 'Which release its programs need.',
    examples: { fires: collected('system\tLinux'), quiet: collected('system\tPlan9') },
  },
  {
    id: 'host/memory',
    reads: ['memory.system.total_bytes', 'ansible_memtotal_mb', 'system_info.physical_memory', 'memory-kib'],
    finds: ({ memory }) =>
      memory === undefined
        ? []
        : [{ spot: memory.spot, suggests: { 'hardware.memory': [{ 'at-most': memory.gib }] } }],
    suggests: { facts: ['hardware.memory'], as: 'at most what the host has' },
    because: 'Its programs fit into its memory.',
    not: 'How much of it they need.',
    examples: { fires: collected('memory-kib\t4194304'), quiet: collected('memory-kib\t0') },
  },
  {
    id: 'host/real-time-kernel',
    reads: ['kernelrelease', 'ansible_kernel', 'kernel_info.version', 'kernel'],
    finds: ({ kernel }) =>
      /-(rt|preempt-rt|realtime)(\d|\b)/i.test(kernel?.text ?? '') ? findsAt(kernel) : [],
    suggests: { 'os.realtime': ['yes'] },
    because: 'Somebody chose a kernel for hard real time.',
    examples: { fires: collected('kernel\t6.1.0-rt7-amd64'), quiet: collected('kernel\t6.1.0-7-amd64') },
  },
  {
    id: 'host/vmware',
    reads: ['virtual', 'ansible_virtualization_type', 'system_info.hardware_vendor'],
    finds: ({ virtual }) => (/^vmware/i.test(virtual?.text ?? '') ? findsAt(virtual) : []),
    suggests: { 'site.vms': ['vsphere'] },
    because: 'It is a machine of VMware.',
    not: 'That it will be there in future.',
    examples: { fires: collected('virtual\tvmware'), quiet: collected('virtual\tkvm') },
  },
  {
    id: 'host/runs-machines',
    reads: ['ansible_virtualization_role', 'runs-machines'],
    finds: ({ runsOthers, virtual, name }) => (runsOthers ? findsAt(virtual ?? name) : []),
    suggests: { 'os.runs-vms': ['yes'] },
    because: 'It is set up to run virtual machines.',
    not: 'That it does: the modules are loaded on many hosts.',
    examples: { fires: collected('runs-machines\tyes'), quiet: collected('virtual\tkvm') },
  },
];
