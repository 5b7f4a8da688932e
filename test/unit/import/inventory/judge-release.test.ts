import { describe, expect, it } from 'vitest';
import {
  judgeRelease,
  releasesKnownUntil,
  type Support,
} from '../../../../src/import/knowledge/judge-release.ts';
import data from '../../../../src/import/knowledge/os-releases.json' with { type: 'json' };
import { releaseNames } from '../../../../src/import/knowledge/release-names.ts';

const day = '2026-08-22';

describe('the support of a release is told by its name', () => {
  const cases: readonly (readonly [string, Support | undefined])[] = [
    ['Microsoft Windows Server 2008 R2 (64-bit)', 'ended'],
    ['Microsoft Windows Server 2012 (64-bit)', 'extended'],
    ['Windows Server 2012 R2 Standard', 'extended'],
    ['Microsoft Windows Server 2019 Datacenter', 'supported'],
    ['Windows Server 2003 R2', 'ended'],
    ['Microsoft Windows Server Threshold', 'supported'],
    ['Microsoft Windows XP Professional (32-bit)', 'ended'],
    ['Windows 7 SP1', 'ended'],
    // Of several releases that go by one name, or might, nobody knows which.
    ['Microsoft Windows 10 (64-bit)', undefined],
    ['Microsoft Windows Server 2016 or later (64-bit)', undefined],
    ['CentOS 4/5/6/7 (64-bit)', undefined],
    ['Oracle Solaris 11 (64-bit)', undefined],
    ['Solaris 11.3', 'extended'],
    ['CentOS 7.9.2009', 'ended'],
    ['CentOS Stream 9', 'supported'],
    ['Red Hat Enterprise Linux 7 (64-bit)', 'extended'],
    ['RedHat 9.4', 'supported'],
    ['Rocky Linux 9.3 (Blue Onyx)', 'supported'],
    // "(64-bit)" is no release.
    ['Rocky Linux (64-bit)', undefined],
    ['SUSE Linux Enterprise Server 12 SP5', 'extended'],
    ['SLES 15-SP3', 'ended'],
    ['Debian GNU/Linux 12 (bookworm)', 'extended'],
    ['Debian GNU/Linux 9 (64-bit)', 'ended'],
    ['Ubuntu 14.04.6 LTS', 'ended'],
    ['Ubuntu 24.04', 'supported'],
    ['Amazon 2023', 'supported'],
    ['Alpine 3.16.2', 'ended'],
    ['FreeBSD 12 (64-bit)', 'ended'],
    ['Apple macOS 10.15 (64-bit)', 'ended'],
    ['VMware ESXi 6.5', 'ended'],
    ['Debian GNU/Linux 99', undefined],
    ['Plan 9', undefined],
    ['', undefined],
  ];
  it.each(cases)('%s: %s', (name, support) => {
    expect(judgeRelease(name, day)).toBe(support);
  });

  it('depends on the day alone', () => {
    const days = ['2020-01-14', '2020-01-15', '2023-01-10', '2023-01-11'];
    expect(days.map((each) => judgeRelease('Windows Server 2008 R2', each))).toEqual([
      'supported',
      'extended',
      'extended',
      'ended',
    ]);
  });
});

describe('the table of releases', () => {
  it('has its source, its day and its licence with it', () => {
    expect(data.source).toBe('https://github.com/endoflife-date/endoflife.date');
    expect(data.commit).toMatch(/^[\da-f]{40}$/);
    expect(releasesKnownUntil).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(data.notice).toContain('Permission is hereby granted, free of charge');
  });

  it('has every product that a name leads to, and no other', () => {
    expect(Object.keys(data.products).sort()).toEqual(
      [...new Set(releaseNames.map(({ product }) => product))].sort(),
    );
  });
});
