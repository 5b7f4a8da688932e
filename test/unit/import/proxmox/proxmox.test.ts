import { describe, expect, it } from 'vitest';
import { isInputError } from '../../../../src/errors.ts';
import { readFixture } from '../read-fixture.ts';
import { listSaid, readManifest } from '../read-manifest.ts';

// Guests of Proxmox: machines, and containers with a system of their own.

async function sayOf(text: string): Promise<Record<string, string>> {
  const [first] = (await readManifest(text, '101.conf')).workloads;
  if (first === undefined) throw new Error('no workload');
  return listSaid(first);
}

const vm = (...lines: readonly string[]): string =>
  ['name: shop', 'scsi0: local:disk', 'cores: 2', ...lines].join('\n');
const ct = (...lines: readonly string[]): string =>
  ['hostname: shop', 'rootfs: local:disk', ...lines].join('\n');

it('a machine, up to its first snapshot', async () => {
  const { workloads, imported } = await readFixture('proxmox/101.conf');
  expect(workloads[0]?.name).toBe('erp');
  expect(listSaid(workloads[0] ?? { facts: [] })).toEqual({
    'os.family': 'windows',
    'hardware.device': 'usb-or-serial',
    'hardware.memory': '? ..8',
    'life.runs-today': '? vm-or-machine',
    'package.licence': '? dongle',
    'site.vms': '? other-hypervisor',
  });
  expect(imported.unread.map(({ what }) => what)).toEqual(['description', 'cipassword']);
});

const traps: readonly { trap: string; file: string; says: Readonly<Record<string, string>> }[] = [
  {
    trap: 'a system container is neither an application container nor few programs',
    file: ct('unprivileged: 1'),
    says: {
      'os.init': '',
      'life.runs-today': '',
      'os.own-kernel': 'no',
      'os.kernel-module': 'no',
      'os.family': 'linux',
      'site.containers': '? system-containers',
    },
  },
  {
    trap: 'with the rights of its host it could bring a module',
    file: ct('unprivileged: 0'),
    says: { 'os.kernel-module': '', 'os.host-access': '', 'os.own-kernel': 'no' },
  },
  { trap: 'the choice of nobody', file: vm('ostype: other'), says: { 'os.family': '' } },
  {
    trap: 'win8 is a server of 2012, too, and no release',
    file: vm('ostype: win8'),
    says: { 'os.family': 'windows', 'os.release': '', 'os.desktop': '' },
  },
  {
    trap: 'nesting alone is for the init system',
    file: ct('features: nesting=1'),
    says: { 'os.runs-containers': '' },
  },
  { trap: 'what is passed on from a screen', file: vm('usb0: spice'), says: { 'hardware.device': '' } },
  {
    trap: 'a card by its address could be any',
    file: vm('hostpci0: 0000:3b:00.0,pcie=1'),
    says: { 'hardware.accelerator': 'unknown', 'hardware.device': 'unknown' },
  },
  {
    trap: 'a device as a mount of the raw configuration',
    file: ct('lxc.mount.entry: /dev/ttyUSB0 dev/ttyUSB0 none bind,optional,create=file'),
    says: { 'hardware.device': 'usb-or-serial' },
  },
];

describe('traps', () => {
  it.each(traps)('$trap', async ({ file, says }) => {
    const said = await sayOf(file);
    expect(Object.fromEntries(Object.keys(says).map((fact) => [fact, said[fact] ?? '']))).toEqual(says);
  });
});

it('a template is none that is placed', async () => {
  const refused = await readManifest(vm('template: 1'), '101.conf').catch((error: unknown) => error);
  expect(isInputError(refused) ? refused.problems[0]?.message : refused).toMatch(/a template/);
});
