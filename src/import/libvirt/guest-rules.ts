import { type Find, findsAt, type InferenceRule } from '../inference-rule.ts';
import { isDongle } from '../knowledge/dongles.ts';
import { findGuestMemory, type Guest, listHanded } from './guest.ts';
import { findElement, listElements, type ForeignElement } from './xml-element.ts';

const at = (...elements: readonly (ForeignElement | undefined)[]): Find[] =>
  findsAt(...elements.map((each) => each?.spot));

/** Whose systems are of which family, by the host in the number that libosinfo gives them. */
const publishers: readonly { readonly id: RegExp; readonly family: string }[] = [
  { id: /^https?:\/\/microsoft\.com\/win/, family: 'windows' },
  { id: /^https?:\/\/apple\.com\//, family: 'macos' },
  { id: /^https?:\/\/(\w+\.)*(freebsd|openbsd|netbsd|dragonflybsd)\.org\//, family: 'bsd' },
  { id: /^https?:\/\/oracle\.com\/solaris|^https?:\/\/(sun\.com|openindiana\.org)\//, family: 'other' },
  {
    id: /^https?:\/\/(\w+\.)*(ubuntu\.com|debian\.org|fedoraproject\.org|redhat\.com|centos\.org|suse\.com|opensuse\.org|archlinux\.org|almalinux\.org|rockylinux\.org|alpinelinux\.org|gentoo\.org|mageia\.org|oracle\.com\/ol|amazon\.com|libosinfo\.org\/linux)(\/|$)/,
    family: 'linux',
  },
];

function findSystem({ domain }: Guest): Find[] {
  const system = findElement(domain, 'metadata', 'libosinfo', 'os');
  const id = system?.attributes.get('id') ?? '';
  const family = publishers.find((entry) => entry.id.test(id))?.family;
  return family === undefined
    ? []
    : at(system).map((find) => ({ ...find, proves: { 'os.family': [family] } }));
}

function findPlatform({ domain, declared, observed, isContainer }: Guest): Find[] {
  if (isContainer)
    return [
      {
        spot: declared,
        proves: { 'os.family': ['linux'], 'os.own-kernel': ['no'] },
        suggests: { 'site.containers': ['system-containers'] },
      },
    ];
  const accelerated = domain.attributes.get('type') === 'kvm' ? { 'site.hardware-virt': ['yes'] } : {};
  const claims = { 'life.runs-today': ['vm-or-machine'], 'site.vms': ['other-hypervisor'], ...accelerated };
  return [observed ? { spot: declared, proves: claims } : { spot: declared, suggests: claims }];
}

const anyDevice = ['none', 'sriov-or-dpdk-nic', 'usb-or-serial', 'hsm-or-other-pci', 'disk-or-controller'];
const anyCard = ['none', 'gpu-compute', 'virtual-gpu-desktop', 'fpga-or-other'];

function findMediated(guest: Guest): Find[] {
  const [first] = listHanded(guest, 'mdev');
  const display = first?.attributes.get('display') === 'on';
  return at(first).map((find) => ({
    ...find,
    proves: { 'hardware.accelerator': display ? ['virtual-gpu-desktop'] : anyCard.slice(1) },
  }));
}

/** Several screens: the one that every domain has is for whoever looks after it. */
function findScreens({ domain }: Guest): ForeignElement | undefined {
  const models = listElements(domain, 'devices', 'video', 'model');
  const many = models.find(({ attributes }) => Number(attributes.get('heads')) >= 2);
  return many ?? (models.length >= 2 ? models[1] : undefined) ?? findElement(domain, 'devices', 'smartcard');
}

const machine = (body: string, attributes = ''): string =>
  `<domain type='kvm'${attributes}>\n  <name>shop</name>\n  ${body}\n</domain>`;
const handed = (type: string, more = ''): string =>
  machine(`<devices><hostdev mode='subsystem' type='${type}'${more}><source/></hostdev></devices>`);
const plain = machine('<devices/>');

/** What a domain of libvirt says: little, since what a machine has is no need. */
export const guestRules: readonly InferenceRule<Guest>[] = [
  {
    id: 'libvirt/platform',
    reads: ['domain', 'name'],
    finds: findPlatform,
    proves: {
      facts: ['life.runs-today', 'site.vms', 'site.hardware-virt', 'os.family', 'os.own-kernel'],
      as: 'a machine, where it runs; Linux on the kernel of the host, where it is a container',
    },
    suggests: {
      facts: ['life.runs-today', 'site.vms', 'site.hardware-virt', 'site.containers'],
      as: 'a machine on a hypervisor, where it is only defined',
    },
    because: 'It is a domain of libvirt.',
    not: 'A need to be a machine.',
    examples: { fires: machine('', " id='7'"), quiet: '<domain><name/></domain>' },
  },
  {
    id: 'libvirt/system',
    reads: ['metadata.libosinfo'],
    finds: findSystem,
    proves: { facts: ['os.family'], as: 'whose system the name is of' },
    because: 'Whoever made it said which system goes in.',
    not: 'Which release its program needs.',
    examples: {
      fires: machine(
        "<metadata><l:libosinfo><l:os id='http://microsoft.com/win/2k22'/></l:libosinfo></metadata>",
      ),
      quiet: machine(
        "<metadata><l:libosinfo><l:os id='http://libosinfo.org/unknown'/></l:libosinfo></metadata>",
      ),
    },
  },
  {
    id: 'libvirt/windows-help',
    reads: ['features.hyperv'],
    finds: ({ domain }) => at(findElement(domain, 'features', 'hyperv')),
    suggests: { 'os.family': ['windows'] },
    because: 'It has help that the kernel of Windows takes.',
    not: 'Templates for Linux carry it along, too.',
    examples: {
      fires: machine('<features><hyperv/></features>'),
      quiet: machine('<features><acpi/></features>'),
    },
  },
  {
    id: 'libvirt/usb',
    reads: ['devices.hostdev'],
    finds: (guest) => at(listHanded(guest, 'usb')[0]),
    proves: { 'hardware.device': ['usb-or-serial'] },
    because: 'A USB device of the host is handed to it.',
    examples: {
      fires: handed('usb'),
      quiet: machine("<devices><redirdev type='spicevmc' bus='usb'/></devices>"),
    },
  },
  {
    id: 'libvirt/dongle',
    reads: ['devices.hostdev'],
    finds: (guest) =>
      at(
        listHanded(guest, 'usb')
          .map((device) => findElement(device, 'source', 'vendor'))
          .find((vendor) => isDongle(vendor?.attributes.get('id') ?? '')),
      ),
    suggests: { 'package.licence': ['dongle'] },
    because: 'The maker of the USB device makes keys to which licences are tied.',
    examples: {
      fires: machine(
        "<devices><hostdev type='usb'><source><vendor id='0x0529'/></source></hostdev></devices>",
      ),
      quiet: machine(
        "<devices><hostdev type='usb'><source><vendor id='0x046d'/></source></hostdev></devices>",
      ),
    },
  },
  {
    id: 'libvirt/pci',
    reads: ['devices.hostdev'],
    finds: (guest) => at(listHanded(guest, 'pci')[0]),
    proves: { 'hardware.device': anyDevice, 'hardware.accelerator': anyCard },
    because: 'A card of the host is handed to it; its address does not say which.',
    examples: { fires: handed('pci'), quiet: handed('usb') },
  },
  {
    id: 'libvirt/part-of-card',
    reads: ['devices.hostdev'],
    finds: findMediated,
    proves: { facts: ['hardware.accelerator'], as: 'one for desktops where its screen is shown, else any' },
    because: 'A part of a card is handed to it.',
    examples: { fires: handed('mdev', " display='on'"), quiet: handed('usb') },
  },
  {
    id: 'libvirt/network-card',
    reads: ['devices.interface'],
    finds: ({ domain }) =>
      at(
        listElements(domain, 'devices', 'interface').find(
          ({ attributes }) => attributes.get('type') === 'hostdev',
        ),
      ),
    proves: { 'hardware.device': ['sriov-or-dpdk-nic'] },
    because: 'A part of a network card is handed to it.',
    examples: {
      fires: machine("<devices><interface type='hostdev'/></devices>"),
      quiet: machine("<devices><interface type='bridge'/></devices>"),
    },
  },
  {
    id: 'libvirt/sealed',
    reads: ['launchSecurity'],
    finds: ({ domain }) => at(findElement(domain, 'launchSecurity')),
    proves: { 'trust.confidential-memory': ['yes'] },
    because: 'Its memory is encrypted against whoever runs the hosts.',
    examples: { fires: machine("<launchSecurity type='sev-snp'/>"), quiet: plain },
  },
  {
    id: 'libvirt/real-time',
    reads: ['cputune.vcpusched'],
    finds: ({ domain }) =>
      at(
        listElements(domain, 'cputune', 'vcpusched').find(({ attributes }) =>
          /^(fifo|rr)$/.test(attributes.get('scheduler') ?? ''),
        ),
      ),
    suggests: { 'os.realtime': ['yes'] },
    because: 'Its processors run with a real-time priority.',
    examples: {
      fires: machine("<cputune><vcpusched vcpus='0' scheduler='fifo'/></cputune>"),
      quiet: machine("<cputune><vcpusched vcpus='0' scheduler='batch'/></cputune>"),
    },
  },
  {
    id: 'libvirt/pinned',
    reads: ['cputune.vcpupin'],
    finds: ({ domain }) => at(findElement(domain, 'cputune', 'vcpupin')),
    suggests: { 'hardware.own-processors': ['yes'] },
    because: 'Its processors are tied to those of the host.',
    not: 'A need: it may be the tuning of a host.',
    examples: {
      fires: machine("<cputune><vcpupin vcpu='0' cpuset='1'/></cputune>"),
      quiet: machine('<cputune><shares>2048</shares></cputune>'),
    },
  },
  {
    id: 'libvirt/nested',
    reads: ['cpu.feature'],
    finds: ({ domain }) =>
      at(
        listElements(domain, 'cpu', 'feature').find(
          ({ attributes }) =>
            /^(vmx|svm)$/.test(attributes.get('name') ?? '') && attributes.get('policy') === 'require',
        ),
      ),
    suggests: { 'os.runs-vms': ['yes'] },
    because: 'It must have what machines inside of it need.',
    examples: {
      fires: machine("<cpu><feature policy='require' name='vmx'/></cpu>"),
      quiet: machine("<cpu mode='host-passthrough'/>"),
    },
  },
  {
    id: 'libvirt/memory',
    reads: ['memory'],
    finds: (guest) => {
      const memory = findGuestMemory(guest);
      return memory === undefined
        ? []
        : [{ spot: memory.spot, suggests: { 'hardware.memory': [{ 'at-most': memory.size }] } }];
    },
    suggests: { facts: ['hardware.memory'], as: 'at most what the machine has' },
    because: 'What runs in the machine has no more memory than it.',
    not: 'What it needs: machines are made large.',
    examples: {
      fires: machine("<memory unit='MiB'>2048</memory>"),
      quiet: machine("<currentMemory unit='MiB'>2048</currentMemory>"),
    },
  },
  {
    id: 'libvirt/screens',
    reads: ['devices.video', 'devices.smartcard'],
    finds: (guest) => at(findScreens(guest)),
    suggests: { 'os.desktop': ['yes'] },
    because: 'It has several screens, or a reader of cards for whoever sits before it.',
    not: 'One screen: nearly every machine has one.',
    examples: {
      fires: machine("<devices><video><model type='qxl' heads='2'/></video></devices>"),
      quiet: machine("<devices><video><model type='vga' heads='1'/></video><graphics type='vnc'/></devices>"),
    },
  },
];
