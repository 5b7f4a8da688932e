import { convertMemory } from '../container/limit-rules.ts';
import { listExtraCapabilities } from '../container/bounds.ts';
import { viewPlain } from '../container/plain-view.ts';
import { type Find, findsAt, type InferenceRule } from '../inference-rule.ts';
import { sortDevice } from '../knowledge/devices.ts';
import { type Spot, saysYes } from '../spot.ts';
import { parseTimeSpan, type UnitWorkload } from './unit-workload.ts';
import { findSet, listSet, listWords, splitWords } from './unit-file.ts';

const setting = ({ unit }: UnitWorkload, key: string): Spot | undefined => findSet(unit, 'Service', key);
const yes = (workload: UnitWorkload, key: string): Spot | undefined => {
  const spot = setting(workload, key);
  return saysYes(spot) || spot?.text === '1' ? spot : undefined;
};
const says = (workload: UnitWorkload, key: string, pattern: RegExp): Spot | undefined => {
  const spot = setting(workload, key);
  return pattern.test(spot?.text ?? '') ? spot : undefined;
};

/** Whether a unit is started for one user, and so never as root. */
function isOfUser({ unit }: UnitWorkload): boolean {
  return listWords(unit, 'Install', 'WantedBy').some(({ text }) => text === 'default.target');
}

function findUser(workload: UnitWorkload): Find[] {
  const user = setting(workload, 'User');
  const spot = yes(workload, 'DynamicUser') ?? user;
  const name = user?.text ?? '';
  if (spot === undefined || /[%$]/.test(name) || name === 'root' || name === '0') return [];
  const before = ['ExecStartPre', 'ExecStart', 'ExecStartPost'].flatMap((key) =>
    listSet(workload.unit, 'Service', key).filter(({ text = '' }) => /^[-@:|]*[+!]/.test(text)),
  );
  const [first] = before;
  return first === undefined
    ? [{ spot, proves: { 'trust.root': ['no'] } }]
    : [
        {
          spot: first,
          proves: { 'trust.root': ['no', 'start-only'] },
          suggests: { 'trust.root': ['start-only'] },
        },
      ];
}

function findRoot(workload: UnitWorkload): Spot | undefined {
  const user = setting(workload, 'User');
  if (/^(root|0)$/.test(user?.text ?? '')) return user;
  return user === undefined && yes(workload, 'DynamicUser') === undefined && !isOfUser(workload)
    ? workload.declared
    : undefined;
}

/** Capabilities that not every container has. */
function findCapability({ unit, declared }: UnitWorkload): Spot | undefined {
  const named = ['AmbientCapabilities', 'CapabilityBoundingSet'].flatMap((key) =>
    listSet(unit, 'Service', key).some(({ text = '' }) => text.startsWith('~'))
      ? []
      : listWords(unit, 'Service', key),
  );
  return listExtraCapabilities(viewPlain(declared, { capabilities: named }))[0]?.spot;
}

function findDevice({ unit }: UnitWorkload): Find[] {
  const pluggedIn = ['sriov-or-dpdk-nic', 'usb-or-serial', 'hsm-or-other-pci', 'disk-or-controller'];
  for (const spot of listSet(unit, 'Service', 'DeviceAllow')) {
    const sort = sortDevice((spot.text ?? '').split(/\s/)[0] ?? '');
    if (pluggedIn.includes(sort)) return [{ spot, suggests: { 'hardware.device': [sort] } }];
    if (sort === 'gpu') return [{ spot, suggests: { 'hardware.accelerator': ['gpu-compute'] } }];
  }
  return [];
}

function findMemoryMax(workload: UnitWorkload): Find[] {
  const spot = setting(workload, 'MemoryMax') ?? setting(workload, 'MemoryLimit');
  const size = convertMemory(spot?.text ?? '');
  if (spot === undefined || size === undefined || size <= 0) return [];
  return [{ spot, proves: { 'hardware.memory': [{ 'at-most': size }] } }];
}

/** More than an hour is hours, more than a minute and a half, which every unit has, minutes. */
function findStopTime(workload: UnitWorkload): Find[] {
  const spot = setting(workload, 'TimeoutStopSec') ?? setting(workload, 'TimeoutSec');
  const seconds = parseTimeSpan(spot?.text ?? '');
  if (spot === undefined || seconds === undefined || seconds === 0) return [];
  const stop =
    seconds > 3600
      ? ['hours-to-drain']
      : seconds > 90
        ? ['minutes-to-drain']
        : ['any-time', 'minutes-to-drain'];
  return [{ spot, proves: { 'life.stop': stop } }];
}

/** Where its program lies: packages put theirs elsewhere than people. */
function findPlace(workload: UnitWorkload): Find[] {
  const spot = setting(workload, 'ExecStart');
  const [program = ''] = splitWords((spot?.text ?? '').replace(/^[-@+!:|]+/, ''));
  if (spot === undefined) return [];
  if (/^(\/opt|\/srv|\/home|\/usr\/local|\/root|%h)\//.test(program))
    return [
      { spot, suggests: { 'package.form': ['hand-installed', 'built-from-source', 'scripted-install'] } },
    ];
  return /^\/(usr\/)?(s?bin|lib|libexec|share)\//.test(program) &&
    !/\/(ba|da|z|k)?sh$|\/env$|\/(java|node|python[\d.]*|perl|ruby|php)$/.test(program)
    ? [{ spot, suggests: { 'package.form': ['scripted-install'] } }]
    : [];
}

const unit = (...lines: readonly string[]): string =>
  ['[Service]', 'ExecStart=/opt/shop/shop', ...lines].join('\n');

/** What a unit says of the program that it runs on a machine: it has all rights, so that absence says nothing. */
export const serviceUnitRules: readonly InferenceRule<UnitWorkload>[] = [
  {
    id: 'systemd/linux',
    reads: ['ExecStart'],
    finds: ({ declared, running }) => {
      const today = { 'life.runs-today': ['vm-or-machine'] };
      const linux = { 'os.family': ['linux'] };
      return findsAt(declared).map((find) =>
        running ? { ...find, proves: { ...linux, ...today } } : { ...find, proves: linux, suggests: today },
      );
    },
    proves: {
      facts: ['os.family', 'life.runs-today'],
      as: 'Linux; a machine, where somebody says that it runs so',
    },
    suggests: { facts: ['life.runs-today'], as: 'a machine' },
    because: 'Only Linux has systemd, and a unit is written for a machine.',
    not: 'That it runs there: a unit may be a file in a package.',
    examples: { fires: unit(), quiet: '[Container]\nRootfs=' },
  },
  {
    id: 'systemd/one-program',
    reads: ['ExecStart'],
    finds: ({ declared }) => findsAt(declared),
    suggests: { 'os.init': ['single-process', 'several-processes'] },
    because: 'A unit is one program; the init system that starts it is the machine’s.',
    not: 'That it needs the init system it runs under.',
    examples: { fires: unit(), quiet: '[Container]\nImage=shop' },
  },
  {
    id: 'systemd/user',
    reads: ['User', 'DynamicUser', 'ExecStartPre', 'ExecStart', 'ExecStartPost'],
    finds: findUser,
    proves: { facts: ['trust.root'], as: 'no, or at the start where a command of it runs as root' },
    suggests: { facts: ['trust.root'], as: 'at the start, where a command of it runs as root' },
    because: 'It runs as a user that is not root.',
    examples: { fires: unit('User=shop'), quiet: unit('User=%i') },
  },
  {
    id: 'systemd/root',
    reads: ['User', 'ExecStart'],
    finds: (workload) => findsAt(findRoot(workload)),
    suggests: { 'trust.root': ['start-only', 'always'] },
    because: 'It is started as root.',
    not: 'A need: units that name no user are.',
    examples: { fires: unit(), quiet: unit('User=shop') },
  },
  {
    id: 'systemd/read-only',
    reads: ['ProtectSystem', 'DynamicUser'],
    finds: (workload) =>
      findsAt(says(workload, 'ProtectSystem', /^strict$/) ?? yes(workload, 'DynamicUser')).concat(
        findsAt(says(workload, 'ProtectSystem', /^full$/)).map((find) => ({
          ...find,
          proves: {},
          suggests: { 'package.writes': ['nothing', 'known-paths'] },
        })),
      ),
    proves: { 'package.writes': ['nothing', 'known-paths'] },
    suggests: { facts: ['package.writes'], as: 'known paths, where only the system is protected' },
    because: 'It can write only where that is allowed by name.',
    examples: { fires: unit('ProtectSystem=strict'), quiet: unit('ProtectSystem=true') },
  },
  {
    id: 'systemd/state',
    reads: ['StateDirectory'],
    finds: (workload) => findsAt(setting(workload, 'StateDirectory')),
    suggests: { 'state.kind': ['rebuildable', 'one-writer', 'self-replicating'] },
    because: 'A folder is kept for its state.',
    examples: { fires: unit('StateDirectory=shop'), quiet: unit('RuntimeDirectory=shop') },
  },
  {
    id: 'systemd/capability',
    reads: ['AmbientCapabilities', 'CapabilityBoundingSet'],
    finds: (workload) => findsAt(findCapability(workload)),
    suggests: { 'os.host-access': ['extra-capabilities'] },
    because: 'It is given this right by name.',
    not: 'The capabilities that every container has are no extra.',
    examples: {
      fires: unit('AmbientCapabilities=CAP_NET_ADMIN'),
      quiet: unit('AmbientCapabilities=CAP_NET_BIND_SERVICE'),
    },
  },
  {
    id: 'systemd/no-devices',
    reads: ['PrivateDevices'],
    finds: (workload) => findsAt(yes(workload, 'PrivateDevices')),
    proves: {
      'hardware.device': ['none'],
      'hardware.accelerator': ['none'],
      'hardware.tightly-coupled': ['no'],
      'os.runs-vms': ['no'],
    },
    because: 'It sees no devices of the machine, as far as the unit works as it stands.',
    examples: { fires: unit('PrivateDevices=yes'), quiet: unit('PrivateDevices=no') },
  },
  {
    id: 'systemd/device',
    reads: ['DeviceAllow'],
    finds: findDevice,
    suggests: { facts: ['hardware.device', 'hardware.accelerator'], as: 'what the device file is' },
    because: 'This device is allowed to it by name.',
    examples: { fires: unit('DeviceAllow=/dev/ttyUSB0 rw'), quiet: unit('DeviceAllow=/dev/null rw') },
  },
  {
    id: 'systemd/no-modules',
    reads: ['ProtectKernelModules'],
    finds: (workload) => findsAt(yes(workload, 'ProtectKernelModules')),
    proves: { 'os.kernel-module': ['no'] },
    because: 'It cannot load modules into the kernel, as far as the unit works as it stands.',
    examples: { fires: unit('ProtectKernelModules=true'), quiet: unit('ProtectKernelModules=false') },
  },
  {
    id: 'systemd/no-real-time',
    reads: ['RestrictRealtime'],
    finds: (workload) => findsAt(yes(workload, 'RestrictRealtime')),
    proves: { 'os.realtime': ['no'] },
    because: 'It can take no real-time priority, as far as the unit works as it stands.',
    examples: { fires: unit('RestrictRealtime=true'), quiet: unit('RestrictSUIDSGID=true') },
  },
  {
    id: 'systemd/real-time',
    reads: ['CPUSchedulingPolicy', 'LimitRTPRIO'],
    finds: (workload) =>
      findsAt(
        says(workload, 'CPUSchedulingPolicy', /^(fifo|rr)$/) ??
          says(workload, 'LimitRTPRIO', /[1-9]|infinity/),
      ),
    suggests: { 'os.realtime': ['yes'] },
    because: 'It is given a real-time priority.',
    examples: { fires: unit('CPUSchedulingPolicy=fifo'), quiet: unit('CPUSchedulingPolicy=batch') },
  },
  {
    id: 'systemd/memory',
    reads: ['MemoryMax', 'MemoryLimit'],
    finds: findMemoryMax,
    proves: { facts: ['hardware.memory'], as: 'at most the limit' },
    because: 'It is never given more memory than its limit.',
    examples: { fires: unit('MemoryMax=2G'), quiet: unit('MemoryMax=infinity') },
  },
  {
    id: 'systemd/stop',
    reads: ['TimeoutStopSec', 'TimeoutSec'],
    finds: findStopTime,
    proves: { facts: ['life.stop'], as: 'minutes or hours, by how long it is given' },
    because: 'It is killed when the time that it is given to stop is over.',
    examples: { fires: unit('TimeoutStopSec=10min'), quiet: unit('TimeoutStartSec=10min') },
  },
  {
    id: 'systemd/timed',
    reads: ['Type'],
    finds: (workload) => (workload.timed ? findsAt(says(workload, 'Type', /^oneshot$/)) : []),
    suggests: { 'life.instance': ['seconds', 'minutes', 'hours'] },
    because: 'A timer starts it, and it ends by itself.',
    examples: {
      fires: `# /etc/systemd/system/shop.service\n${unit('Type=oneshot')}\n# /etc/systemd/system/shop.timer\n[Timer]\nOnCalendar=daily`,
      quiet: unit('Type=oneshot'),
    },
  },
  {
    id: 'systemd/program',
    reads: ['ExecStart'],
    finds: findPlace,
    suggests: {
      facts: ['package.form'],
      as: 'of a package, or put there by somebody, by where its program lies',
    },
    because: 'Packages of a distribution put their programs elsewhere than people do.',
    examples: {
      fires: unit(),
      quiet: unit('ExecStart=/bin/sh -c shop').replace('ExecStart=/opt/shop/shop\n', ''),
    },
  },
];
