import { type Claims, type Find, findsAt, findsAtKey, type InferenceRule } from '../inference-rule.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';
import { findMark, type KubeObject } from './kube-object.ts';
import { findSwitchedOff, type MachineWorkload } from './machine-workload.ts';
import { parseQuantity } from './parse-quantity.ts';

/** The name of a preference, an instance type or a system, by which its maker's system is told. */
function findFamily({ object, machine }: MachineWorkload): Find[] {
  const template = spotAt(object.spot, 'spec', 'template');
  const names = [
    spotAt(object.spot, 'spec', 'preference', 'name'),
    ...[object.spot, template].map((spot) => findMark(spot, 'annotations', 'vm.kubevirt.io/os')),
  ];
  for (const spot of names) {
    const text = spot?.text ?? '';
    const family = /^win/i.test(text)
      ? 'windows'
      : /^(fedora|rhel|centos|ubuntu|debian|alpine|cirros|sles|opensuse|oraclelinux|rocky|alma|linux)/i.test(
            text,
          )
        ? 'linux'
        : undefined;
    if (spot !== undefined && family !== undefined) return [{ spot, proves: { 'os.family': [family] } }];
  }
  return findsAtKey(spotAt(machine, 'domain', 'features', 'hyperv')).map((find) => ({
    ...find,
    suggests: { 'os.family': ['windows'] },
  }));
}

function findMemory({ machine }: MachineWorkload): Find[] {
  const domain = spotAt(machine, 'domain');
  const spot =
    spotAt(domain, 'memory', 'guest') ??
    spotAt(domain, 'resources', 'limits', 'memory') ??
    spotAt(domain, 'resources', 'requests', 'memory');
  const size = parseQuantity(spot?.text);
  if (spot === undefined || size === undefined || size <= 0) return [];
  const most = Number((size / 2 ** 30).toPrecision(9));
  return [{ spot, suggests: { 'hardware.memory': [{ 'at-most': most }] } }];
}

/** Disks that are made anew at every start, if there are no others. */
function findScratch({ machine }: MachineWorkload): Spot | undefined {
  const volumes = spotAt(machine, 'volumes');
  const anew =
    /^(name|containerDisk|cloudInit\w*|emptyDisk|ephemeral|configMap|secret|serviceAccount|downward\w*|sysprep)$/;
  const items = volumes?.items ?? [];
  return items.length > 0 && items.every(({ entries }) => [...entries.keys()].every((key) => anew.test(key)))
    ? volumes
    : undefined;
}

function findReplicas({ object }: MachineWorkload): Find[] {
  const spot = spotAt(object.spot, 'spec', 'replicas');
  const many = /^VirtualMachine(Pool|InstanceReplicaSet)$/.test(object.kind);
  if (!many)
    return findsAt(spotAt(object.spot, 'kind')).map((find) => ({
      ...find,
      proves: { 'scale.instances': [1] },
    }));
  const count = Number(spot?.text);
  return spot === undefined || !Number.isInteger(count) || count < 1
    ? []
    : [{ spot, proves: { 'scale.instances': [count] } }];
}

function runsToday(object: KubeObject): Claims {
  return findSwitchedOff(object) === undefined ? { 'life.runs-today': ['vm-or-machine'] } : {};
}

const listDomain = (machine: Spot, ...path: readonly string[]): readonly Spot[] =>
  spotAt(machine, 'domain', ...path)?.items ?? [];

/** A processor's feature that machines inside of it need, if it must have that. */
function findNested({ machine }: MachineWorkload): Spot | undefined {
  return listDomain(machine, 'cpu', 'features').find(
    (feature) => /^(vmx|svm)$/.test(textAt(feature, 'name') ?? '') && textAt(feature, 'policy') === 'require',
  );
}

const machine = (domain: string, more = ''): string =>
  `apiVersion: kubevirt.io/v1\nkind: VirtualMachine\nmetadata: { name: shop }\nspec: { template: { spec: { domain: { ${domain} }${more} } } }`;
const family = (name: string): string =>
  machine('').replace('spec: { ', `spec: { preference: { name: ${name} }, `);
const plain = machine('devices: {}');

/** What a machine of KubeVirt says: little, since what it has is no need. */
export const kubevirtRules: readonly InferenceRule<MachineWorkload>[] = [
  {
    id: 'kubernetes/machine',
    reads: ['kind'],
    finds: ({ object }) =>
      findsAt(spotAt(object.spot, 'kind')).map((find) =>
        object.observed
          ? { ...find, proves: { 'site.vms': ['kubevirt'] } }
          : { ...find, suggests: { 'site.vms': ['kubevirt'], ...runsToday(object) } },
      ),
    proves: { facts: ['site.vms'], as: 'KubeVirt, where a cluster printed it' },
    suggests: {
      facts: ['site.vms', 'life.runs-today'],
      as: 'KubeVirt and a machine, where it is asked for and not switched off',
    },
    because: 'It is a virtual machine of KubeVirt.',
    not: 'A need to be one.',
    examples: {
      fires: plain,
      quiet: 'apiVersion: v1\nkind: Pod\nmetadata: { name: shop }\nspec: { containers: [{ image: shop }] }',
    },
  },
  {
    id: 'kubernetes/machine-system',
    reads: ['spec.preference', 'metadata.annotations', 'domain.features'],
    finds: findFamily,
    proves: { facts: ['os.family'], as: 'whose system the name is of' },
    suggests: { facts: ['os.family'], as: 'Windows, by help that its kernel takes' },
    because: 'Its preference or a mark names the system in it, or it has help that Windows takes.',
    examples: { fires: family('windows.2k22'), quiet: family('shop') },
  },
  {
    id: 'kubernetes/machine-count',
    reads: ['spec.replicas', 'kind'],
    finds: findReplicas,
    proves: { facts: ['scale.instances'], as: 'one, or the number of a pool' },
    because: 'So many machines of it run.',
    examples: {
      fires: plain,
      quiet:
        'apiVersion: pool.kubevirt.io/v1alpha1\nkind: VirtualMachinePool\nmetadata: { name: shop }\nspec: { virtualMachineTemplate: { spec: { template: { spec: { domain: {} } } } } }',
    },
  },
  {
    id: 'kubernetes/machine-memory',
    reads: ['domain.memory', 'domain.resources'],
    finds: findMemory,
    suggests: { facts: ['hardware.memory'], as: 'at most what the machine has' },
    because: 'What runs in the machine has no more memory than it.',
    not: 'What it needs: machines are made large.',
    examples: { fires: machine('memory: { guest: 2Gi }'), quiet: plain },
  },
  {
    id: 'kubernetes/machine-gpu',
    reads: ['domain.devices.gpus'],
    finds: ({ machine }) => findsAt(listDomain(machine, 'devices', 'gpus')[0]),
    proves: { 'hardware.accelerator': ['gpu-compute', 'virtual-gpu-desktop'] },
    because: 'A graphics card, or a part of one, is handed to it.',
    examples: { fires: machine('devices: { gpus: [{ name: one }] }'), quiet: plain },
  },
  {
    id: 'kubernetes/machine-device',
    reads: ['domain.devices.hostDevices'],
    finds: ({ machine }) => findsAt(listDomain(machine, 'devices', 'hostDevices')[0]),
    proves: {
      'hardware.device': ['sriov-or-dpdk-nic', 'usb-or-serial', 'hsm-or-other-pci', 'disk-or-controller'],
    },
    because: 'A device of the host is handed to it.',
    not: 'Which: what it is called is free.',
    examples: { fires: machine('devices: { hostDevices: [{ name: one }] }'), quiet: plain },
  },
  {
    id: 'kubernetes/machine-network-card',
    reads: ['domain.devices.interfaces'],
    finds: ({ machine }) =>
      findsAtKey(
        listDomain(machine, 'devices', 'interfaces')
          .map((each) => spotAt(each, 'sriov'))
          .find((spot) => spot !== undefined),
      ),
    proves: { 'hardware.device': ['sriov-or-dpdk-nic'] },
    because: 'A part of a network card is handed to it.',
    examples: {
      fires: machine('devices: { interfaces: [{ name: one, sriov: {} }] }'),
      quiet: machine('devices: { interfaces: [{ name: one, bridge: {} }] }'),
    },
  },
  {
    id: 'kubernetes/machine-address',
    reads: ['domain.devices.interfaces'],
    finds: ({ machine }) =>
      findsAt(
        listDomain(machine, 'devices', 'interfaces')
          .map((each) => spotAt(each, 'macAddress'))
          .find((spot) => spot !== undefined),
      ),
    suggests: { 'package.identity': ['fixed-address'] },
    because: 'The address of its network card is given.',
    not: 'That somebody chose it: some tools write it by themselves.',
    examples: {
      fires: machine('devices: { interfaces: [{ macAddress: "02:00:00:00:00:01" }] }'),
      quiet: plain,
    },
  },
  {
    id: 'kubernetes/machine-real-time',
    reads: ['domain.cpu'],
    finds: ({ machine }) => findsAtKey(spotAt(machine, 'domain', 'cpu', 'realtime')),
    proves: { 'os.realtime': ['yes'] },
    because: 'Its processors run in real time.',
    examples: { fires: machine('cpu: { realtime: {} }'), quiet: machine('cpu: { cores: 2 }') },
  },
  {
    id: 'kubernetes/machine-processors',
    reads: ['domain.cpu'],
    finds: ({ machine }) => {
      const spot = spotAt(machine, 'domain', 'cpu', 'dedicatedCpuPlacement');
      return spot?.text === 'true' ? [{ spot }] : [];
    },
    suggests: { 'hardware.own-processors': ['yes'] },
    because: 'It is given processors that nobody else uses.',
    examples: {
      fires: machine('cpu: { dedicatedCpuPlacement: true }'),
      quiet: machine('cpu: { dedicatedCpuPlacement: false }'),
    },
  },
  {
    id: 'kubernetes/machine-in-machine',
    reads: ['domain.cpu.features'],
    finds: (workload) => findsAt(findNested(workload)),
    suggests: { 'os.runs-vms': ['yes'] },
    because: 'Its processor must have what virtual machines inside of it need.',
    examples: {
      fires: machine('cpu: { features: [{ name: vmx, policy: require }] }'),
      quiet: machine('cpu: { features: [{ name: vmx, policy: optional }] }'),
    },
  },
  {
    id: 'kubernetes/machine-sealed',
    reads: ['domain.launchSecurity'],
    finds: ({ machine }) => findsAtKey(spotAt(machine, 'domain', 'launchSecurity')),
    proves: { 'trust.confidential-memory': ['yes'] },
    because: 'Its memory is encrypted against whoever runs the hosts.',
    examples: { fires: machine('launchSecurity: { snp: {} }'), quiet: plain },
  },
  {
    id: 'kubernetes/machine-scratch',
    reads: ['volumes'],
    finds: (workload) => findsAtKey(findScratch(workload)),
    suggests: { 'state.kind': ['stateless', 'rebuildable'] },
    because: 'All its disks are made anew at every start.',
    examples: {
      fires: machine('', ', volumes: [{ name: root, containerDisk: { image: shop } }]'),
      quiet: machine('', ', volumes: [{ name: root, persistentVolumeClaim: { claimName: shop } }]'),
    },
  },
];
