import { type Find, findsAt, type InferenceRule } from '../inference-rule.ts';
import { sortDevice } from '../knowledge/devices.ts';
import { isDongle } from '../knowledge/dongles.ts';
import type { Spot } from '../spot.ts';
import { findKey, listCounted } from './guest-config.ts';
import type { ProxmoxGuest } from './proxmox-guest.ts';

/** What a guest was said to be for; `other` is what nobody said, and no release follows from names that several share. */
const families: readonly { readonly type: RegExp; readonly family: string }[] = [
  { type: /^(w(xp|vista|2k\d*)|win\d+)$/, family: 'windows' },
  { type: /^l2[46]$/, family: 'linux' },
  { type: /^solaris$/, family: 'other' },
];

function findFamily({ config, isContainer, declared }: ProxmoxGuest): Find[] {
  if (isContainer) return [{ spot: declared, proves: { 'os.family': ['linux'] } }];
  const spot = findKey(config, 'ostype');
  const family = families.find(({ type }) => type.test(spot?.text ?? ''))?.family;
  return spot === undefined || family === undefined ? [] : [{ spot, proves: { 'os.family': [family] } }];
}

/** A configuration lies where the guest does: the platform is there, and whether the guest runs it does not say. */
function findPlatform({ declared, isContainer, running }: ProxmoxGuest): Find[] {
  if (isContainer) return [{ spot: declared, suggests: { 'site.containers': ['system-containers'] } }];
  const today = { 'life.runs-today': ['vm-or-machine'] };
  return [
    running
      ? { spot: declared, proves: { 'site.vms': ['other-hypervisor'], ...today } }
      : { spot: declared, suggests: { 'site.vms': ['other-hypervisor'], ...today } },
  ];
}

const anyDevice = ['none', 'sriov-or-dpdk-nic', 'usb-or-serial', 'hsm-or-other-pci', 'disk-or-controller'];
const anyCard = ['none', 'gpu-compute', 'virtual-gpu-desktop', 'fpga-or-other'];

function findCard({ config }: ProxmoxGuest): Find[] {
  const cards = listCounted(config, 'hostpci');
  const graphics = cards.find(({ text = '' }) => /\b(mdev=|x-vga=(1|on|true))/.test(text));
  const [first] = cards;
  if (graphics !== undefined)
    return [{ spot: graphics, proves: { 'hardware.accelerator': anyCard.slice(1) } }];
  return findsAt(first).map((find) => ({
    ...find,
    proves: { 'hardware.accelerator': anyCard, 'hardware.device': anyDevice },
  }));
}

const listUsb = ({ config }: ProxmoxGuest): Spot[] =>
  listCounted(config, 'usb').filter(
    ({ text = '' }) => /(^|,)(host=)?([\da-f]{4}:|[\d.]+-)|mapping=/i.test(text) && !text.startsWith('spice'),
  );

/** Devices of the host that a container is handed: by name, or as a mount of the raw configuration. */
function findHanded({ config, isContainer }: ProxmoxGuest): Find[] {
  if (!isContainer) return [];
  const mounts = (config.get('lxc.mount.entry') ?? []).map((spot) => ({
    spot,
    path: (spot.text ?? '').split(/\s/)[0] ?? '',
  }));
  const named = listCounted(config, 'dev').map((spot) => ({
    spot,
    path: (spot.text ?? '').replace(/^path=/, '').split(',')[0] ?? '',
  }));
  const plugged = ['sriov-or-dpdk-nic', 'usb-or-serial', 'hsm-or-other-pci', 'disk-or-controller'];
  for (const { spot, path } of [...named, ...mounts]) {
    const sort = sortDevice(path);
    if (plugged.includes(sort)) return [{ spot, proves: { 'hardware.device': [sort] } }];
    if (sort === 'gpu') return [{ spot, suggests: { 'hardware.accelerator': ['gpu-compute'] } }];
  }
  return [];
}

function findMemory({ config }: ProxmoxGuest): Find[] {
  const spot = findKey(config, 'memory');
  const amount = Number((spot?.text ?? '').replace(/^current=/, ''));
  if (spot === undefined || !(amount > 0)) return [];
  return [{ spot, suggests: { 'hardware.memory': [{ 'at-most': Number((amount / 1024).toPrecision(9)) }] } }];
}

const vm = (...lines: readonly string[]): string =>
  ['name: shop', 'scsi0: local:disk', 'cores: 2', ...lines].join('\n');
const ct = (...lines: readonly string[]): string =>
  ['hostname: shop', 'rootfs: local:disk', ...lines].join('\n');

/** What a guest of Proxmox says: little, since what it has is no need. */
export const proxmoxRules: readonly InferenceRule<ProxmoxGuest>[] = [
  {
    id: 'proxmox/platform',
    reads: ['name', 'hostname', 'rootfs'],
    finds: findPlatform,
    proves: {
      facts: ['site.vms', 'life.runs-today'],
      as: 'a machine on a hypervisor, where somebody says that it runs',
    },
    suggests: {
      facts: ['site.vms', 'life.runs-today', 'site.containers'],
      as: 'a machine on a hypervisor, or containers with a system of their own',
    },
    because: 'It is a guest of Proxmox.',
    not: 'A need to be a machine; and a system container proves neither an application container nor few programs.',
    examples: { fires: vm(), quiet: 'ostype: l26' },
  },
  {
    id: 'proxmox/system',
    reads: ['ostype', 'rootfs'],
    finds: findFamily,
    proves: { facts: ['os.family'], as: 'what it was said to be for, or Linux, where it is a container' },
    because: 'Whoever made it said which system goes in, and containers are Linux.',
    not: 'A release: win10 is Windows Server 2016 and 2019, too.',
    examples: { fires: vm('ostype: win11'), quiet: vm('ostype: other') },
  },
  {
    id: 'proxmox/hosts-kernel',
    reads: ['rootfs', 'unprivileged'],
    finds: ({ config, isContainer, declared }) => {
      if (!isContainer) return [];
      const unprivileged = findKey(config, 'unprivileged');
      const own = { 'os.own-kernel': ['no'] };
      return unprivileged?.text === '1'
        ? [{ spot: unprivileged, proves: { ...own, 'os.kernel-module': ['no'] } }]
        : [{ spot: declared, proves: own }];
    },
    proves: {
      facts: ['os.own-kernel', 'os.kernel-module'],
      as: 'no, and no module of its own where it has no rights',
    },
    because: 'A container runs on the kernel of its host.',
    examples: { fires: ct('unprivileged: 1'), quiet: vm() },
  },
  {
    id: 'proxmox/card',
    reads: ['hostpci'],
    finds: findCard,
    proves: {
      facts: ['hardware.accelerator', 'hardware.device'],
      as: 'a graphics card where it is used as one, else any',
    },
    because: 'A card of the host is handed to it; its address does not say which.',
    examples: { fires: vm('hostpci0: 0000:01:00.0,x-vga=1'), quiet: vm('vga: std') },
  },
  {
    id: 'proxmox/usb',
    reads: ['usb'],
    finds: (guest) => findsAt(listUsb(guest)[0]),
    proves: { 'hardware.device': ['usb-or-serial'] },
    because: 'A USB device of the host is handed to it.',
    not: 'What is passed on from whoever looks at its screen.',
    examples: { fires: vm('usb0: host=1a86:7523'), quiet: vm('usb0: spice,usb3=1') },
  },
  {
    id: 'proxmox/dongle',
    reads: ['usb'],
    finds: (guest) =>
      findsAt(
        listUsb(guest).find(({ text = '' }) => isDongle(/(?:^|=)([\da-f]{4}):/i.exec(text)?.[1] ?? '')),
      ),
    suggests: { 'package.licence': ['dongle'] },
    because: 'The maker of the USB device makes keys to which licences are tied.',
    examples: { fires: vm('usb0: host=0529:0001'), quiet: vm('usb0: host=1a86:7523') },
  },
  {
    id: 'proxmox/device',
    reads: ['dev', 'lxc.mount.entry'],
    finds: findHanded,
    proves: { facts: ['hardware.device'], as: 'what the device file is' },
    suggests: { facts: ['hardware.accelerator'], as: 'one for computing, where it is a graphics device' },
    because: 'This device of the host is handed to it.',
    examples: { fires: ct('dev0: /dev/ttyUSB0'), quiet: ct('dev0: /dev/net/tun') },
  },
  {
    id: 'proxmox/engine',
    reads: ['features'],
    finds: ({ config, isContainer }) => {
      const spot = findKey(config, 'features');
      const has = (name: string) => new RegExp(`(^|,)${name}=1`).test(spot?.text ?? '');
      return isContainer && has('nesting') && has('keyctl') ? findsAt(spot) : [];
    },
    suggests: { 'os.runs-containers': ['docker-daemon'] },
    because: 'It is given what an engine needs to run containers inside of it.',
    not: 'Nesting alone: its init system needs that.',
    examples: { fires: ct('features: keyctl=1,nesting=1'), quiet: ct('features: nesting=1') },
  },
  {
    id: 'proxmox/sealed',
    reads: ['amd_sev', 'amd-sev', 'intel-tdx'],
    finds: ({ config }) =>
      findsAt(findKey(config, 'amd_sev') ?? findKey(config, 'amd-sev') ?? findKey(config, 'intel-tdx')),
    proves: { 'trust.confidential-memory': ['yes'] },
    because: 'Its memory is encrypted against whoever runs the hosts.',
    examples: { fires: vm('amd-sev: type=snp'), quiet: vm('agent: 1') },
  },
  {
    id: 'proxmox/memory',
    reads: ['memory'],
    finds: findMemory,
    suggests: { facts: ['hardware.memory'], as: 'at most what it has' },
    because: 'What runs in it has no more memory than it.',
    not: 'What it needs: guests are made large.',
    examples: { fires: vm('memory: 4096'), quiet: vm('balloon: 4096') },
  },
];
