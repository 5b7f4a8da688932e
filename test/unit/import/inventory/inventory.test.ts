import { describe, expect, it } from 'vitest';
import { readForeign } from '../../../../src/import/read-foreign.ts';
import { createTestWorld } from '../../../support/create-test-world.ts';
import { loadRules } from '../../../support/load-rules.ts';

const { io } = createTestWorld({ folder: '.' }).world;
const { rulebook } = loadRules();

const vInfo =
  'VM,Powerstate,Template,SRM Placeholder,Connection state,Memory,OS according to the configuration file,OS according to the VMware Tools';

async function readRows(...lines: readonly string[]) {
  const text = lines.join('\n');
  const read = await readForeign(io, 'estate.csv', new TextEncoder().encode(text), rulebook);
  if (read === null) throw new Error('not recognised');
  return read;
}

/** What a machine is said to be, without where: `os.family windows`, suggestions with a question mark. */
async function factsOf(row: string, headings = vInfo): Promise<readonly string[]> {
  const { workloads } = await readRows(headings, row);
  return (workloads[0]?.facts ?? []).map(
    ({ fact, values, origin }) =>
      `${fact} ${(values ?? ['unknown']).map((value) => JSON.stringify(value)).join(' or ')}${origin === 'suggested' ? '?' : ''}`,
  );
}

const today = 'life.runs-today "vm-or-machine"';
const vsphere = 'site.vms "vsphere"?';

describe('a row of vInfo', () => {
  it.each([
    [
      'of Windows, both columns agreeing',
      'sql,poweredOn,False,False,connected,8192,Microsoft Windows Server 2016 or later (64-bit),Microsoft Windows Server 2019 (64-bit)',
      ['os.family "windows"', 'os.release "current"?', 'hardware.memory {"at-most":8}?', today, vsphere],
    ],
    [
      'that is off: only what was chosen for it is known',
      'old,poweredOff,False,False,connected,512,CentOS 4/5/6/7 (64-bit),',
      ['os.family "linux"', 'hardware.memory {"at-most":0.5}?', today, vsphere],
    ],
    [
      'whose columns disagree: neither is believed',
      'odd,poweredOn,False,False,connected,1024,Ubuntu Linux (64-bit),Microsoft Windows Server 2019 (64-bit)',
      ['hardware.memory {"at-most":1}?', today, vsphere],
    ],
    [
      'of a system nobody knows, without memory',
      'box,poweredOn,False,False,connected,,Other (64-bit),',
      [today, vsphere],
    ],
    [
      'with memory as a spreadsheet of Germany writes it',
      'erp,poweredOn,False,False,connected,16.384,,',
      ['hardware.memory {"at-most":16}?', today, vsphere],
    ],
  ])('%s', async (_, row, facts) => {
    expect(await factsOf(row)).toEqual(facts);
  });

  // As it is, is not as it must be.
  it('proves nothing of the release, and says nothing of the installation or the address that its program needs', async () => {
    const { workloads } = await readRows(
      `${vInfo},Primary IP Address,Fixed Passthru HotPlug,EFI Secure boot`,
      'sql,poweredOn,False,False,connected,8192,,Microsoft Windows Server 2003 (32-bit),10.0.0.7,True,True',
    );
    const facts = workloads[0]?.facts.map(({ fact, origin }) => `${fact} ${origin}`);
    expect(facts).toEqual([
      'os.family stated',
      'os.release suggested',
      'hardware.memory suggested',
      'life.runs-today stated',
      'site.vms suggested',
    ]);
    const [release] = workloads[0]?.facts.filter(({ fact }) => fact === 'os.release') ?? [];
    expect(release?.values).toEqual(['current', 'end-of-life']);
    expect(workloads[0]?.unclear?.map(({ clarification }) => clarification)).toEqual(['newer-release']);
  });

  it('shows the cell that a fact rests on', async () => {
    const { workloads } = await readRows(vInfo, 'a,,,,,,,Debian', '"b, c",,,,,,,"Debian"');
    const places = workloads.map(({ facts }) => facts.find(({ fact }) => fact === 'os.family')?.at);
    expect(places).toEqual([
      { file: 'estate.csv', line: 2, column: 9 },
      { file: 'estate.csv', line: 3, column: 14 },
    ]);
  });
});

describe('the rows of an inventory', () => {
  it('are workloads or rejected, with a reason each', async () => {
    const { workloads, imported } = await readRows(
      vInfo,
      'erp,poweredOn,False,False,connected,1024,,',
      'gold,poweredOff,TRUE,False,connected,1024,,',
      'dr,poweredOff,False,True,connected,1024,,',
      'lost,poweredOff,False,False,orphaned,1024,,',
      ',poweredOn,False,False,connected,1024,,',
      ',,,,,,,',
    );
    expect(workloads.map(({ name }) => name)).toEqual(['erp']);
    expect(imported.table?.rejected.map(({ at, reason, wrong }) => [at.line, reason, wrong])).toEqual([
      [3, 'a template', false],
      [4, 'a placeholder for recovery', false],
      [5, 'a machine that is orphaned', false],
      [6, 'a row without the name of a machine', true],
    ]);
  });

  it('may have columns in any order and case, more cells than headings, and headings without text', async () => {
    const { workloads } = await readRows(
      ' os ACCORDING to the configuration file ,vm,POWERSTATE,,',
      'Debian,erp,on,,,,',
    );
    expect(workloads[0]?.facts.map(({ fact }) => fact)).toContain('os.family');
  });
});

describe('a table of RVTools that has no row a machine', () => {
  it.each([
    ['vCPU', 'VM,Powerstate,CPUs,Sockets,OS according to the configuration file'],
    ['vMemory', 'VM,Powerstate,Size MiB,OS according to the configuration file'],
    ['vDisk', 'VM,Powerstate,Disk,Disk Key,OS according to the configuration file'],
    ['vPartition', 'VM,Powerstate,Disk Key,Disk,OS according to the configuration file'],
    ['vNetwork', 'VM,Powerstate,NIC label,OS according to the configuration file'],
  ])('%s is not taken for one of machines', async (_, headings) => {
    await expect(readRows(headings, 'erp,on,1,2,Debian')).rejects.toThrow('not recognised');
  });
});

describe('a row of another program', () => {
  it.each([
    [
      'Azure Migrate',
      '*Server name,*Cores,*Memory (In MB),*OS name,OS version',
      'erp,4,8192,Windows Server 2016,',
      ['os.family "windows"', 'os.release "current"?', 'hardware.memory {"at-most":8}?', today],
    ],
    [
      'AWS Application Discovery',
      'ExternalId,HostName,OS.Name,OS.Version,RAM.TotalSizeInMB,Applications',
      'x-1,erp,Ubuntu Linux,22.04,2048,"shop,billing"',
      ['os.family "linux"', 'os.release "current"?', 'hardware.memory {"at-most":2}?', today],
    ],
    [
      'Google Migration Center',
      'MachineId,MachineName,MemoryGiB,OsType,OsName,Source',
      'm-1,erp,7.5,Linux,,AWS',
      ['os.family "linux"', 'hardware.memory {"at-most":7.5}?', today, 'site.hosting "public-cloud"?'],
    ],
  ])('of %s', async (_, headings, row, facts) => {
    expect(await factsOf(row, headings)).toEqual(facts);
  });

  it('is called by what it has, if it has no name of its own', async () => {
    const { workloads } = await readRows(
      'ExternalId,HostName,IPAddress,OS.Name',
      ',,10.0.0.7,Debian',
      'x-2,,10.0.0.8,Debian',
    );
    expect(workloads.map(({ name }) => name)).toEqual(['10.0.0.7', 'x-2']);
  });
});
