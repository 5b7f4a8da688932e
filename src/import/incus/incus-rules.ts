import { convertMemory } from '../container/limit-rules.ts';
import { type Find, findsAt, findsAtKey, type InferenceRule } from '../inference-rule.ts';
import { sortDevice } from '../knowledge/devices.ts';
import { isDongle } from '../knowledge/dongles.ts';
import { saysYes, type Spot, spotAt, textAt } from '../spot.ts';

/** An instance of Incus or LXD. */
export interface IncusInstance {
  readonly instance: Spot;
  /** Whether it was printed by what runs it, or somebody says that it runs. */
  readonly observed: boolean;
}

const typeOf = ({ instance }: IncusInstance): Spot | undefined => spotAt(instance, 'type');
const isMachine = (subject: IncusInstance): boolean => typeOf(subject)?.text === 'virtual-machine';

/** A setting of its own or, where it has none, of a profile. */
const configOf = ({ instance }: IncusInstance, key: string): Spot | undefined =>
  spotAt(instance, 'config', key) ?? spotAt(instance, 'expanded_config', key);

const listOf = ({ instance }: IncusInstance, type: string): Spot[] => {
  const expanded = spotAt(instance, 'expanded_devices')?.entries ?? new Map<string, Spot>();
  const all = new Map([...expanded, ...(spotAt(instance, 'devices')?.entries ?? [])]);
  return [...all.values()].filter((device) => textAt(device, 'type') === type);
};

function findPlatform(subject: IncusInstance): Find[] {
  if ((typeOf(subject)?.text ?? '') === '') return [];
  const machine = isMachine(subject);
  const platform = machine
    ? { 'site.vms': ['other-hypervisor'] }
    : { 'site.containers': ['system-containers'] };
  const today = machine ? { 'life.runs-today': ['vm-or-machine'] } : {};
  const own = machine ? {} : { 'os.family': ['linux'], 'os.own-kernel': ['no'] };
  return findsAt(typeOf(subject)).map((find) =>
    subject.observed
      ? { ...find, proves: { ...own, ...platform, ...today } }
      : { ...find, proves: own, suggests: { ...platform, ...today } },
  );
}

const anyDevice = ['none', 'sriov-or-dpdk-nic', 'usb-or-serial', 'hsm-or-other-pci', 'disk-or-controller'];
const anyCard = ['none', 'gpu-compute', 'virtual-gpu-desktop', 'fpga-or-other'];

function findCharacterDevice(subject: IncusInstance): Find[] {
  for (const device of [...listOf(subject, 'unix-char'), ...listOf(subject, 'unix-block')]) {
    const path = spotAt(device, 'source') ?? spotAt(device, 'path');
    const sort = sortDevice(path?.text ?? '');
    if (
      path !== undefined &&
      /^(usb-or-serial|disk-or-controller|hsm-or-other-pci|sriov-or-dpdk-nic)$/.test(sort)
    )
      return [{ spot: path, proves: { 'hardware.device': [sort] } }];
  }
  return [];
}

function findMemory(subject: IncusInstance): Find[] {
  const spot = configOf(subject, 'limits.memory');
  const size = convertMemory((spot?.text ?? '').replace(/^(\d+)\s*([KMGT])B$/, '$1$2'));
  return spot === undefined || size === undefined || size <= 0
    ? []
    : [{ spot, suggests: { 'hardware.memory': [{ 'at-most': size }] } }];
}

const instance = (type: string, more: { config?: object; devices?: object } = {}): string =>
  JSON.stringify(
    { name: 'shop', type, config: more.config ?? {}, devices: more.devices ?? {}, profiles: [] },
    null,
    1,
  );
const machine = instance('virtual-machine');
const container = (config: object): string => instance('container', { config });
const device = (values: object): string => instance('virtual-machine', { devices: { one: values } });

/** What an instance of Incus or LXD says: a machine little, a container with a system of its own not much more. */
export const incusRules: readonly InferenceRule<IncusInstance>[] = [
  {
    id: 'incus/platform',
    reads: ['type', 'status'],
    finds: findPlatform,
    proves: {
      facts: ['os.family', 'os.own-kernel', 'site.vms', 'site.containers', 'life.runs-today'],
      as: 'Linux on the kernel of its host, where it is a container; the rest where it is there',
    },
    suggests: {
      facts: ['site.vms', 'site.containers', 'life.runs-today'],
      as: 'the same, where it is only written down',
    },
    because: 'It is an instance of this type.',
    not: 'A container with a system of its own proves neither an application container nor few programs.',
    examples: { fires: instance('container'), quiet: instance('') },
  },
  {
    id: 'incus/memory',
    reads: ['config.limits.memory'],
    finds: findMemory,
    suggests: { facts: ['hardware.memory'], as: 'at most what it has' },
    because: 'What runs in it has no more memory than it.',
    examples: { fires: container({ 'limits.memory': '4GiB' }), quiet: container({ 'limits.cpu': '4' }) },
  },
  {
    id: 'incus/card',
    reads: ['devices.gpu'],
    finds: (subject) => findsAtKey(listOf(subject, 'gpu')[0]),
    proves: { 'hardware.accelerator': anyCard.slice(1) },
    because: 'A graphics card of the host, or a part of one, is handed to it.',
    examples: { fires: device({ type: 'gpu' }), quiet: machine },
  },
  {
    id: 'incus/pci',
    reads: ['devices.pci'],
    finds: (subject) => findsAtKey(listOf(subject, 'pci')[0]),
    proves: { 'hardware.device': anyDevice, 'hardware.accelerator': anyCard },
    because: 'A card of the host is handed to it; its address does not say which.',
    examples: { fires: device({ type: 'pci', address: '0000:01:00.0' }), quiet: machine },
  },
  {
    id: 'incus/usb',
    reads: ['devices.usb'],
    finds: (subject) => findsAtKey(listOf(subject, 'usb')[0]),
    proves: { 'hardware.device': ['usb-or-serial'] },
    because: 'A USB device of the host is handed to it.',
    examples: { fires: device({ type: 'usb', vendorid: '1a86' }), quiet: device({ type: 'tpm' }) },
  },
  {
    id: 'incus/dongle',
    reads: ['devices.usb.vendorid'],
    finds: (subject) =>
      findsAt(
        listOf(subject, 'usb')
          .map((usb) => spotAt(usb, 'vendorid'))
          .find((vendor) => isDongle(vendor?.text ?? '')),
      ),
    suggests: { 'package.licence': ['dongle'] },
    because: 'The maker of the USB device makes keys to which licences are tied.',
    examples: {
      fires: device({ type: 'usb', vendorid: '0529' }),
      quiet: device({ type: 'usb', vendorid: '1a86' }),
    },
  },
  {
    id: 'incus/device-file',
    reads: ['devices.unix-char', 'devices.unix-block'],
    finds: findCharacterDevice,
    proves: { facts: ['hardware.device'], as: 'what the device file is' },
    because: 'This device of the host is handed to it.',
    examples: {
      fires: device({ type: 'unix-char', path: '/dev/ttyUSB0' }),
      quiet: device({ type: 'unix-char', path: '/dev/net/tun' }),
    },
  },
  {
    id: 'incus/network-card',
    reads: ['devices.nic'],
    finds: (subject) =>
      findsAt(
        listOf(subject, 'nic')
          .map((nic) => spotAt(nic, 'nictype'))
          .find((type) => type?.text === 'sriov'),
      ),
    proves: { 'hardware.device': ['sriov-or-dpdk-nic'] },
    because: 'A part of a network card is handed to it.',
    examples: {
      fires: device({ type: 'nic', nictype: 'sriov' }),
      quiet: device({ type: 'nic', nictype: 'bridged' }),
    },
  },
  {
    id: 'incus/moves',
    reads: ['config.migration.stateful'],
    finds: (subject) => {
      const spot = configOf(subject, 'migration.stateful');
      return saysYes(spot) ? findsAt(spot) : [];
    },
    suggests: { 'life.moves': ['live-move'] },
    because: 'It is set up to be moved while it runs.',
    examples: {
      fires: container({ 'migration.stateful': 'true' }),
      quiet: container({ 'migration.stateful': 'false' }),
    },
  },
  {
    id: 'incus/modules',
    reads: ['config.linux.kernel_modules'],
    finds: (subject) => findsAt(configOf(subject, 'linux.kernel_modules')),
    proves: { 'os.kernel-module': ['yes', 'no'] },
    because: 'Modules are loaded for it: its own, or those that the distribution ships.',
    examples: { fires: container({ 'linux.kernel_modules': 'wireguard' }), quiet: container({}) },
  },
];
