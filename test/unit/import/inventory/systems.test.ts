import { describe, expect, it } from 'vitest';
import { sortSystem } from '../../../../src/import/knowledge/systems.ts';

/** Names as inventories have them, and what they say. */
const rows: readonly (readonly [name: string, family: string | undefined, madeFor?: string])[] = [
  ['Microsoft Windows Server 2019 (64-bit)', 'windows'],
  ['Microsoft Windows Server 2003 Standard (32-bit)', 'windows'],
  ['Microsoft Windows Server Threshold (64-bit)', 'windows'],
  ['Windows Server 2012 R2', 'windows'],
  ['Microsoft Windows NT 4', 'windows'],
  ['Win2k16', 'windows'],
  ['Microsoft Windows 10 (64-bit)', 'windows', 'desktop'],
  ['Microsoft Windows 8.x (64-bit)', 'windows', 'desktop'],
  ['Microsoft Windows XP Professional (32-bit)', 'windows', 'desktop'],
  ['Microsoft Hyper-V Server 2016', 'windows', 'machines'],
  ['VMware ESXi 7.0 or later', 'other', 'machines'],
  ['CentOS 4/5/6/7 (64-bit)', 'linux'],
  ['Rocky Linux (64-bit)', 'linux'],
  ['Other 5.x or later Linux (64-bit)', 'linux'],
  ['SUSE Linux Enterprise 15', 'linux'],
  ['Red Hat Enterprise Linux 8 (64-bit)', 'linux'],
  ['Oracle Linux 7 (64-bit)', 'linux'],
  ['VMware Photon OS (64-bit)', 'linux'],
  ['FreeBSD 12 or later versions (64-bit)', 'bsd'],
  ['Apple Mac OS X 10.11 (64-bit)', 'macos'],
  ['Darwin Kernel Version 22', 'macos'],
  ['Oracle Solaris 11 (64-bit)', 'other'],
  ['Novell NetWare 6.x', 'other'],
  ['IBM AIX 7.2', 'other'],
  // Of no system, or of none that is known: nothing is guessed.
  ['Other (32-bit)', undefined],
  ['Other', undefined],
  ['windowing toolkit', undefined],
  ['', undefined],
];

describe('the name of an operating system', () => {
  it.each(rows.map(([name, family, madeFor]) => ({ name, family, madeFor })))(
    '$name is $family',
    ({ name, family, madeFor }) => {
      const found = sortSystem(name);
      expect(found?.family).toBe(family);
      expect(found?.madeFor).toBe(madeFor);
    },
  );
});
