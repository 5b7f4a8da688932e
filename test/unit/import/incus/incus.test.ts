import { expect, it } from 'vitest';
import { isInputError } from '../../../../src/errors.ts';
import { readFixture } from '../read-fixture.ts';
import { listSaid, readManifest } from '../read-manifest.ts';

// Instances of Incus and LXD: machines, and containers with a system of their own.

it('a list of instances that are there', async () => {
  const { workloads, imported } = await readFixture('incus/instances.json');
  const [mail, desk] = workloads;
  expect(listSaid(mail ?? { facts: [] })).toEqual({
    'os.family': 'linux',
    'os.own-kernel': 'no',
    'hardware.memory': '? ..2',
    'site.containers': 'system-containers',
  });
  expect(listSaid(desk ?? { facts: [] })).toEqual({
    'hardware.accelerator': 'gpu-compute | virtual-gpu-desktop | fpga-or-other',
    'hardware.device': 'usb-or-serial',
    'life.runs-today': 'vm-or-machine',
    'package.licence': '? dongle',
    'site.vms': 'other-hypervisor',
  });
  expect(imported.unread.map(({ what }) => what)).toEqual([
    'config.user.user-data',
    'config.security.secureboot',
  ]);
  expect(imported.remarks.map(({ what }) => what)).toEqual([
    'raw.lxc is handed on as it is, and was not read',
  ]);
});

it('an instance that is only written down is nowhere for certain', async () => {
  const { workloads } = await readManifest(
    'name: shop\ntype: virtual-machine\nconfig: {}\ndevices: {}\nprofiles: []\n',
  );
  expect(listSaid(workloads[0] ?? { facts: [] })).toEqual({
    'life.runs-today': '? vm-or-machine',
    'site.vms': '? other-hypervisor',
  });
});

it('one that does not say of which type it is, is told how to print it', async () => {
  const text = 'architecture: x86_64\nconfig: {}\ndevices: {}\nprofiles: [default]\n';
  const refused = await readManifest(text).catch((error: unknown) => error);
  expect(isInputError(refused) ? refused.problems[0]?.message : refused).toMatch(/incus list -f json/);
});
