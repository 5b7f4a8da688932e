import { type Book, nameAll } from './book.ts';

/** Domains of libvirt, one behind the other. */
const domains = (rows: Readonly<Record<string, string>>): { readonly 'guests.xml': string } => ({
  'guests.xml': Object.entries(rows)
    .map(([name, text]) => `<domain type='kvm'><name>${name}</name>${text}</domain>\n`)
    .join(''),
});
const whole = (text: string): { readonly 'guest.xml': string } => ({ 'guest.xml': text });
const system = (id: string): string => `<metadata><l:libosinfo><l:os id='${id}'/></l:libosinfo></metadata>`;
const devices = (text: string): string => `<devices>${text}</devices>`;
const disk = (bus: string, device = " device='disk'"): string =>
  `<disk${device}><target dev='a' bus='${bus}'/></disk>`;
const handed = (type: string, more = '', inner = ''): string =>
  devices(`<hostdev type='${type}'${more}><source>${inner}</source></hostdev>`);
const machine = `name: shop\nostype: l26\nscsi0: local:disk\n`;
const container = `hostname: shop\nostype: debian\nrootfs: local:disk\n`;
/** Guests of Proxmox, a file each. */
const guests = (of: string, start: string, rows: string): Book =>
  Object.fromEntries(
    Object.values(nameAll(rows)).map((row) => {
      const lines = row.replaceAll('~', ' ').replaceAll('|', '\n');
      return [`${of}: ${lines.replaceAll('\n', ', ')}`, { '101.conf': `${start}${lines}\n` }];
    }),
  );
const instance = (name: string, values: object, type = 'virtual-machine'): string =>
  JSON.stringify({ name, type, status: 'Running', profiles: [], config: {}, devices: {}, ...values });
const instances = (rows: readonly string[]): { readonly 'instances.json': string } => ({
  'instances.json': `[\n${rows.join(',\n')}\n]`,
});
const set = (config: object): object => ({ config, expanded_config: config });
const given = (one: object): object => ({ devices: { one } });

/** Domains of libvirt, each nearly another one. */
export const libvirt: Book = {
  systems: domains(
    Object.fromEntries(
      Object.entries(
        nameAll(
          `http://microsoft.com/win/2k22 https://microsoft.com/win/11 http://microsoft.com/office http://xmicrosoft.com/win/11 xhttp://microsoft.com/win
           http://apple.com/macosx/10 http://freebsd.org/freebsd/14 http://www.openbsd.org/openbsd/7 http://netbsd.org/netbsd http://dragonflybsd.org/x
           http://oracle.com/solaris/11 http://sun.com/solaris http://openindiana.org/x http://oracle.com/ol/9 http://oracle.com/db
           http://ubuntu.com/ubuntu/24.04 http://debian.org/debian/12 http://fedoraproject.org/fedora/41 http://redhat.com/rhel/9 http://centos.org/x
           http://suse.com/sles http://opensuse.org/x http://archlinux.org/x http://almalinux.org/x http://rockylinux.org/x http://alpinelinux.org/x
           http://gentoo.org/x http://mageia.org/x http://amazon.com/x http://libosinfo.org/linux/2022 http://libosinfo.org/unknown http://ubuntu.community/x
           http://myubuntu.com/x http://xapple.com/x http://xfreebsd.org/x http://xsun.com/x`,
        ),
      ).map(([name, id]) => [name, system(id)]),
    ),
  ),
  'devices that are handed through': domains({
    usb: handed('usb'),
    dongle: handed('usb', '', "<vendor id='0x0529'/>"),
    'no-dongle': handed('usb', '', "<vendor id='0x046d'/>"),
    pci: handed('pci'),
    part: handed('mdev'),
    'part-shown': handed('mdev', " display='on'"),
    'part-hidden': handed('mdev', " display='off'"),
    scsi: handed('scsi'),
    card: devices("<interface type='bridge'/><interface type='hostdev'/>"),
    'no-card': devices("<interface type='bridge'/>"),
  }),
  'processors and memory': domains({
    hyperv: '<features><hyperv/></features>',
    sealed: "<launchSecurity type='sev'/>",
    fifo: "<cputune><vcpusched vcpus='0' scheduler='fifo'/></cputune>",
    rr: "<cputune><vcpusched vcpus='0' scheduler='batch'/><vcpusched vcpus='1' scheduler='rr'/></cputune>",
    batch: "<cputune><vcpusched vcpus='0' scheduler='batch'/></cputune>",
    fifos: "<cputune><vcpusched scheduler='fifos'/><vcpusched scheduler='xrr'/></cputune>",
    pinned: "<cputune><vcpupin vcpu='0' cpuset='1'/></cputune>",
    vmx: "<cpu><feature policy='require' name='vmx'/></cpu>",
    svm: "<cpu><feature policy='require' name='x'/><feature policy='require' name='svm'/></cpu>",
    'vmx-optional': "<cpu><feature policy='optional' name='vmx'/></cpu>",
    vmxx: "<cpu><feature policy='require' name='vmxx'/><feature policy='require' name='xsvm'/></cpu>",
    ...Object.fromEntries(
      'b bytes KB k KiB MB M MiB GB G GiB TB T TiB x'
        .split(' ')
        .map((unit) => [`memory-${unit}`, `<memory unit='${unit}'>1048576</memory>`]),
    ),
    memory: '<memory>1048576</memory>',
    'memory-none': '<memory>0</memory>',
    'memory-odd': '<memory>much</memory>',
  }),
  screens: domains({
    one: devices("<video><model type='qxl'/></video>"),
    'two-heads': devices("<video><model type='qxl' heads='2'/></video>"),
    'one-head': devices("<video><model type='qxl' heads='1'/></video>"),
    two: devices("<video><model type='qxl'/></video><video><model type='vga'/></video>"),
    smartcard: devices("<smartcard mode='passthrough'/>"),
  }),
  disks: domains({
    virtio: devices(disk('virtio')),
    ide: devices(disk('ide')),
    sata: devices(disk('sata')),
    usb: devices(disk('usb')),
    fdc: devices(disk('fdc')),
    ides: devices(disk('ides') + disk('xusb')),
    mixed: devices(disk('virtio') + disk('sata')),
    lun: devices(disk('virtio', " device='lun'")),
    'no-device': devices(disk('ide', '')),
    cdrom: devices(disk('ide', " device='cdrom'")),
    disks: devices(disk('ide', " device='disks'") + disk('ide', " device='xlun'")),
    'no-target': devices('<disk/>'),
    scsi: devices(disk('scsi')),
    'scsi-virtio': devices(`${disk('scsi')}<controller type='scsi' model='virtio-scsi'/>`),
    'sata-virtio': devices(`${disk('sata')}<controller type='scsi' model='virtio-scsi'/>`),
    'scsi-other': devices(`${disk('scsi')}<controller type='scsi' model='lsilogic'/>`),
    'scsi-both': devices(
      `${disk('scsi')}<controller type='scsi' model='virtio-scsi'/><controller type='scsi'/>`,
    ),
    'scsi-usb': devices(`${disk('scsi')}<controller type='usb' model='virtio-x'/>`),
    shared: devices("<disk><target dev='a' bus='virtio'/><shareable/></disk>"),
    identity: `<uuid>7</uuid>${devices("<interface><mac address='x'/></interface>")}`,
    'no-identity': `<uuid/>${devices("<interface><mac address='x'/></interface>")}`,
    'half-identity': devices("<interface><mac address='x'/></interface>"),
  }),
  'processors they are built for': domains({
    x86: "<os><type arch='x86_64'>hvm</type></os>",
    i686: "<os><type arch='i686'>hvm</type></os>",
    arm: "<os><type arch='aarch64'>hvm</type></os>",
    near: "<os><type arch='x86_64v2'>hvm</type></os>",
    nearer: "<os><type arch='xi686'>hvm</type></os>",
    none: '<os><type>hvm</type></os>',
    exe: '<os><type>exe</type></os>',
    odd: '<odd/><devices><oddly/><controller/></devices>',
  }),
  'a domain that runs': whole("<domain type='kvm' id='7'><name>a</name></domain>"),
  'a domain without hardware that helps': whole("<domain type='qemu' id='7'><name>a</name></domain>"),
  'a container': whole("<domain type='lxc'><name>a</name></domain>"),
  'a domain without a name': whole("<domain type='kvm'><name> </name><devices><disk/></devices></domain>"),
  'two domains without a name': whole(
    '<domain><devices><disk/></devices></domain>\n<domain><devices><disk/></devices></domain>',
  ),
  'a part of a domain': whole('<domain><devices/></domain>'),
  'a snapshot': whole('<domainsnapshot><domain><name>a</name></domain></domainsnapshot>'),
  'a part beside a domain': whole('<domain><name>a</name></domain><domain/>'),
  'a declaration before it': whole(
    '<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE domain [ <!ENTITY a "b"> ]>\n<domain><name>a</name></domain>',
  ),
  'a prefix': whole('<x:domain><name>a</name></x:domain>'),
  'a template': whole('<domain><name>{{ name }}</name></domain>'),
  'a template with conditions': whole('<domain><name>a</name>{% if x %}</domain>'),
  'a template of Ruby': whole('<domain><name><%= a %></name></domain>'),
  'an appliance': whole('<Envelope/>'),
  'other XML': whole('<html/>'),
  'nearly a domain': whole('<domains/>'),
  'more than a domain': whole('<xdomain/>'),
  'no XML': whole('domain <domain/>'),
  'no name of an element': whole('<1/>'),
};

/** Guests of Proxmox, each nearly another one. */
export const proxmox: Book = {
  ...guests(
    'a machine',
    machine,
    `cores:~2 memory:~4096 memory:~current=2048 memory:~0 memory:~much hostpci0:~0000:01:00.0 hostpci0:~0000:01:00.0,x-vga=1 hostpci0:~01:00,x-vga=on
     hostpci0:~01:00,x-vga=0 hostpci0:~01:00,mdev=nvidia-11 hostpci0:~01:00,xmdev=1 usb0:~host=1a86:7523 usb0:~1a86:7523 usb0:~host=1-2 usb0:~mapping=x
     usb0:~spice usb0:~spice,host=1a86:7523 usb0:~xhost usb0:~host=0529:0001 usb0:~0529:0001 usbx:~host=1a86:7523 amd_sev:~type=snp amd-sev:~type=snp intel-tdx:~1
     affinity:~2-3 scsihw:~virtio-scsi-single scsihw:~lsi virtio0:~local:x|ide2:~none,media=cdrom sata0:~local:x ide0:~local:cloudinit ide0:~none
     ide0:~nonesuch virtio0:~x|sata0:~y|scsihw:~virtio-scsi-pci smbios1:~uuid=7|net0:~virtio=02:00:00:00:00:01 smbios1:~uuid=7|net0:~virtio=02:00:00:00:00
     smbios1:~xuuid=7|net0:~virtio=02:00:00:00:00:01 smbios1:~base64=1|net0:~virtio=02:00:00:00:00:01 net0:~virtio=02:00:00:00:00:01 template:~1 template:~0 unprivileged:~1
     dev0:~/dev/ttyUSB0 features:~keyctl=1,nesting=1 odd:~1|odd1:~2|odd2:~3 [old]|memory:~4096 ~[old]|memory:~4096 description:~x:~y no~key memory:4096 scsi1:~a,media=cdrom
     netx:~a xscsi1:~a`,
  ),
  ...guests(
    'for',
    'name: shop\nscsi0: local:disk\nmemory: 1\n',
    'ostype:~l26 ostype:~l24 ostype:~l28 ostype:~l260 ostype:~xl26 ostype:~wxp ostype:~wvista ostype:~w2k8 ostype:~w2k ostype:~win11 ostype:~win ostype:~xwin11 ostype:~win11x ostype:~solaris ostype:~solaris11 ostype:~xsolaris ostype:~other',
  ),
  ...guests(
    'a container',
    container,
    `memory:~512 unprivileged:~1 unprivileged:~0 features:~keyctl=1,nesting=1 features:~nesting=1 features:~keyctl=1 features:~xkeyctl=1,xnesting=1 features:~keyctl=0,nesting=1
     dev0:~/dev/ttyUSB0 dev0:~path=/dev/ttyUSB0,mode=0660 dev0:~/dev/dri/card0 dev0:~/dev/net/tun lxc.mount.entry:~/dev/ttyUSB0~dev/x~none~bind
     lxc.mount.entry:~/dev/dri~dev/dri~none~bind affinity:~1 amd_sev:~x smbios1:~uuid=7|net0:~virtio=02:00:00:00:00:01 scsi0:~x usb0:~host=1a86:7523`,
  ),
  'a container without a name': { '102.conf': 'rootfs: local:disk\nmemory: 1\n' },
  'a machine without a name': { '103.conf': 'virtio0: local:disk\nmemory: 1\n' },
  'a machine with a network only': { '104.conf': 'net0: virtio\nsockets: 1\n' },
  'a machine with a disk of its firmware': { '105.conf': 'efidisk0: x\nscsihw: y\n' },
  'a disk that is nearly one': { '114.conf': 'xscsi0: a\nvirtio0: b\nmemory: 1\nunused0: c\n' },
  'no disk and no network': { '106.conf': 'ostype: l26\nmemory: 1\n' },
  'a root without anything else': { '107.conf': 'rootfs: x\n' },
  'a disk without anything else': { '108.conf': 'scsi0: x\n' },
  'empty values': { '109.conf': 'scsi0:\nmemory:\n' },
  'in braces': { '110.conf': '{\nscsi0: x\nmemory: 1\n}' },
  'in a list': { '111.conf': '[a]\nscsi0: x\nmemory: 1\n' },
  'below a tag': { '112.conf': '<a>\nscsi0: x\nmemory: 1\n' },
  'keys behind others': { '113.conf': 'xrootfs: x\nxmemory: 1\n' },
};

/** Instances of Incus, each nearly another one. */
export const incus: Book = {
  'machines and containers': instances([
    instance('machine', {}),
    instance('machine-written', { status: '' }),
    instance('container', {}, 'container'),
    instance('container-written', { status: '' }, 'container'),
    instance('container-whole', set({}), 'container'),
    instance('no-type', {}, ''),
    instance(' ', {}),
    instance('privileged', set({ 'security.privileged': 'true' }), 'container'),
    instance('unprivileged', set({ 'security.privileged': 'false' }), 'container'),
    instance('privileged-machine', set({ 'security.privileged': 'true' })),
    instance(
      'of-profile',
      { expanded_config: { 'security.privileged': 'true', 'limits.memory': '1GiB' } },
      'container',
    ),
    ...Object.entries({
      'limits.memory': '1GiB',
      'limits.cpu': '2',
      'limits.cpu.allowance': '50%',
      'limits.processes': '9',
      'limits.cpu.priority': '5',
      'migration.stateful': 'true',
      'linux.kernel_modules': 'x',
      'raw.lxc': 'x',
      'volatile.x': 'x',
      'image.os': 'x',
      'user.x': 'x',
      'xvolatile.x': 'x',
      'xraw.x': 'x',
    }).flatMap(([key, value]) => [
      instance(`${key}-container`, set({ [key]: value }), 'container'),
      instance(key, set({ [key]: value })),
    ]),
    instance('migration-not', set({ 'migration.stateful': 'false' })),
    ...'512MB 512MiB 1GB 1TB 0 50% 100KB much 1GBx x1GB'
      .split(' ')
      .map((size) => instance(`memory-${size}`, set({ 'limits.memory': size }))),
  ]),
  devices: instances([
    instance('gpu', given({ type: 'gpu' })),
    instance('pci', given({ type: 'pci' })),
    instance('usb', given({ type: 'usb', vendorid: '1a86' })),
    instance('dongle', given({ type: 'usb', vendorid: '0529' })),
    instance('sriov', given({ type: 'nic', nictype: 'sriov' })),
    instance('bridged', given({ type: 'nic', nictype: 'bridged' })),
    instance('second-nic', {
      devices: { a: { type: 'nic', nictype: 'bridged' }, b: { type: 'nic', nictype: 'sriov' } },
    }),
    instance('tpm', given({ type: 'tpm' })),
    instance('of-profile', {
      expanded_devices: { one: { type: 'gpu' }, two: { type: 'usb' } },
      devices: { two: { type: 'none' } },
    }),
    ...Object.entries(
      nameAll('/dev/ttyUSB0 /dev/sda /dev/dahdi/x /dev/vfio/1 /dev/net/tun /dev/nvidia0 /dev/x'),
    ).flatMap(([name, path]) => [
      instance(`char-${name}`, given({ type: 'unix-char', path })),
      instance(`block-${name}`, given({ type: 'unix-block', source: path, path: '/dev/null' })),
    ]),
    instance('char-none', given({ type: 'unix-char' })),
  ]),
  'one by itself': { 'a.json': instance('a', {}) },
  'one in YAML': { 'a.yaml': 'name: a\ntype: container\nconfig: {}\ndevices: {}\nprofiles: []\n' },
  'one without a name': { 'a.yaml': 'type: container\nconfig: {}\ndevices: {}\nprofiles: []\n' },
  'one that does not say its type': { 'a.yaml': 'name: a\nconfig: {}\ndevices: {}\nprofiles: []\n' },
  'one of another type': { 'a.yaml': 'name: a\ntype: containers\nconfig: {}\ndevices: {}\nprofiles: []\n' },
  'one of yet another type': {
    'a.yaml': 'name: a\ntype: xvirtual-machine\nconfig: {}\ndevices: {}\nprofiles: []\n',
  },
  'settings in a list': { 'a.yaml': 'name: a\ntype: container\nconfig: []\ndevices: {}\nprofiles: []\n' },
  'devices in a list': { 'a.yaml': 'name: a\ntype: container\nconfig: {}\ndevices: []\nprofiles: []\n' },
  'profiles in a map': { 'a.yaml': 'name: a\ntype: container\nconfig: {}\ndevices: {}\nprofiles: {}\n' },
  'two, of which one does not say its type': {
    'a.json': `[${instance('a', {})}, ${instance('b', { type: undefined })}]`,
  },
};
