import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readForeign } from '../../../../src/import/read-foreign.ts';
import { createTestWorld } from '../../../support/create-test-world.ts';
import { loadRules } from '../../../support/load-rules.ts';

const { io } = createTestWorld({ folder: '.' }).world;
const { rulebook } = loadRules();

/** What an export says beside what vInfo says of every machine: `erp hardware.device usb-or-serial? vUSB:2`. */
async function readExport(tabs: Readonly<Record<string, readonly string[]>>): Promise<readonly string[]> {
  const files = Object.entries(tabs).map(([tab, rows]): [string, Uint8Array] => [
    `x/RVTools_tab${tab}.csv`,
    strToU8(rows.join('\n')),
  ]);
  const read = await readForeign(io, 'estate.zip', zipSync(Object.fromEntries(files)), rulebook);
  return (read?.workloads ?? []).flatMap(({ name, facts }) =>
    facts
      .filter(({ fact }) => /^(hardware|state|site\.hosts)/.test(fact))
      .map(({ fact, values, origin, at }) => {
        const said = (values ?? []).map((value) => JSON.stringify(value)).join(' or ');
        const tab = /tab(\w+)\.csv/.exec(at?.file ?? '')?.[1] ?? '';
        return `${name} ${fact} ${said}${origin === 'suggested' ? '?' : ''} ${tab}:${at?.line}:${at?.column}`;
      }),
  );
}

describe('tabs beside vInfo', () => {
  it('are joined by the id of the machine in its vCenter, though names are given twice', async () => {
    const said = await readExport({
      vInfo: ['VM,Powerstate,OS,VM ID,VI SDK UUID', 'web,on,,vm-1,a', 'web,on,,vm-1,b'],
      vMemory: ['VM,Size MiB,VM ID,VI SDK UUID', 'web,1024,vm-1,b', 'web,2048,vm-1,a'],
    });
    expect(said).toEqual([
      'web hardware.memory {"at-most":2}? vMemory:3:5',
      'web hardware.memory {"at-most":1}? vMemory:2:5',
    ]);
  });

  it('say nothing by a name that two machines have', async () => {
    const said = await readExport({
      vInfo: ['VM,Powerstate,OS', 'web,on,', 'web,on,', 'erp,on,'],
      vMemory: ['VM,Size MiB', 'web,1024', 'erp,2048'],
    });
    expect(said).toEqual(['erp hardware.memory {"at-most":2}? vMemory:3:5']);
  });

  it('count memory of vInfo first', async () => {
    const said = await readExport({
      vInfo: ['VM,Powerstate,OS,Memory', 'web,on,,512'],
      vMemory: ['VM,Size MiB', 'web,1024'],
    });
    expect(said).toEqual(['web hardware.memory {"at-most":0.5}? vInfo:2:9']);
  });

  it.each<{ name: string; tab: string; rows: readonly string[]; says: readonly string[] }>([
    {
      name: 'a USB device that is not connected',
      tab: 'vUSB',
      rows: ['VM,Device Type,Connected', 'web,usb,False'],
      says: [],
    },
    {
      name: 'a USB device of which nobody says so',
      tab: 'vUSB',
      rows: ['VM,Device Type', 'web,usb'],
      says: [],
    },
    {
      name: 'Direct Path IO',
      tab: 'vNetwork',
      rows: ['VM,NIC label,Direct Path IO', 'web,1,True'],
      says: [
        'web hardware.device "sriov-or-dpdk-nic" or "usb-or-serial" or "hsm-or-other-pci" or "disk-or-controller" vNetwork:2:7',
        'web hardware.device "sriov-or-dpdk-nic"? vNetwork:2:7',
      ],
    },
    {
      name: 'a raw disk is a disk, and no device',
      tab: 'vDisk',
      rows: ['VM,Disk,Raw', 'web,1,False', 'web,2,True'],
      says: ['web state.kind "one-writer"? vDisk:3:7'],
    },
    {
      name: 'three hosts',
      tab: 'vHost',
      rows: ['Host', 'a', 'b', '', 'c'],
      says: ['web site.hosts "few"? vHost:2:1'],
    },
    {
      name: 'a drive for discs, or a snapshot',
      tab: 'vCD',
      rows: ['VM,Device Node,Connected', 'web,CD 1,True'],
      says: [],
    },
  ])('$name', async ({ tab, rows, says }) => {
    expect(await readExport({ vInfo: ['VM,Powerstate,OS', 'web,on,'], [tab]: rows })).toEqual(says);
  });
});
