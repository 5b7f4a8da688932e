import { findsAt, type Find, type InferenceRule } from '../inference-rule.ts';
import { sortSystem, type SystemEntry } from '../knowledge/systems.ts';
import type { Spot } from '../spot.ts';
import { listHeadings } from './dialects.ts';
import { parseAmount, type Machine } from './machine.ts';

/** The third law: what a machine has says little of what its program needs. */
const systems = listHeadings('system', 'configured-system');

function findFamily(spot: Spot | undefined): Find[] {
  const system = sortSystem(spot?.text ?? '');
  return spot === undefined || system === undefined
    ? []
    : [{ spot, proves: { 'os.family': [system.family] } }];
}

/** The system that it tells of itself or, where it is silent, that was chosen for it. */
function findMadeFor({ cell }: Machine, madeFor: NonNullable<SystemEntry['madeFor']>): Find[] {
  const spot = cell('system') ?? cell('configured-system');
  return sortSystem(spot?.text ?? '')?.madeFor === madeFor ? findsAt(spot) : [];
}

function findMemory({ cell, marks, dialect }: Machine): Find[] {
  const spot = cell('memory') ?? marks.get('memory');
  const amount = parseAmount(spot?.text ?? '');
  if (spot === undefined || amount === undefined || amount <= 0) return [];
  // Rounded up, so that the bound still holds.
  const most = Math.ceil((amount / dialect.memoryInGib) * 1000) / 1000;
  return [{ spot, suggests: { 'hardware.memory': [{ 'at-most': most }] } }];
}

const example =
  'VM,Powerstate,Memory,OS according to the configuration file,OS according to the VMware Tools';

/** Where inventories say which release a machine runs. */
export const machineReleases = {
  topic: 'machine',
  reads: listHeadings('system', 'configured-system', 'version'),
  example: (system: string) => `${example}\nerp,poweredOn,4096,,${system}`,
};

/** What every inventory says of a machine. */
export const machineRules: readonly InferenceRule<Machine>[] = [
  {
    id: 'machine/today',
    reads: listHeadings('name'),
    finds: ({ cell }) => findsAt(cell('name')),
    proves: { 'life.runs-today': ['vm-or-machine'] },
    because: 'It is in an inventory of machines.',
    not: 'That it has to stay one, nor that anybody still uses it.',
    examples: { fires: `${example}\nerp,poweredOn,4096,,`, quiet: `${example}\n,poweredOn,4096,,` },
  },
  {
    id: 'machine/system',
    reads: listHeadings('system'),
    finds: ({ cell }) => findFamily(cell('system')),
    proves: { facts: ['os.family'], as: 'by the name of the system' },
    because: 'The machine runs this system.',
    not: 'Which release its program needs: what it has is no need.',
    examples: {
      fires: `${example}\nerp,poweredOn,4096,,Microsoft Windows Server 2016 (64-bit)`,
      quiet: `${example}\nerp,poweredOn,4096,,Other (32-bit)`,
    },
  },
  {
    id: 'machine/configured-system',
    reads: listHeadings('configured-system'),
    finds: ({ cell }) => findFamily(cell('configured-system')),
    proves: { facts: ['os.family'], as: 'by the name of the system' },
    because: 'This system was chosen when the machine was made.',
    not: 'Its release; and where it says another family than the machine itself, neither is believed.',
    examples: {
      fires: `${example}\nerp,poweredOff,4096,CentOS 4/5/6/7 (64-bit),`,
      quiet: `${example}\nerp,poweredOff,4096,Other (64-bit),`,
    },
  },
  {
    id: 'machine/desktop-system',
    reads: systems,
    finds: (machine) => findMadeFor(machine, 'desktop'),
    suggests: { 'os.desktop': ['yes'] },
    because: 'Its system is one for people who work at a desktop.',
    examples: {
      fires: `${example}\npc-7,poweredOn,4096,,Microsoft Windows 10 (64-bit)`,
      quiet: `${example}\nerp,poweredOn,4096,,Microsoft Windows Server 2016 (64-bit)`,
    },
  },
  {
    id: 'machine/runs-machines',
    reads: systems,
    finds: (machine) => findMadeFor(machine, 'machines'),
    suggests: { 'os.runs-vms': ['yes'] },
    because: 'Its system is one for running virtual machines.',
    examples: {
      fires: `${example}\nlab,poweredOn,4096,VMware ESXi 7.0 or later,`,
      quiet: `${example}\nlab,poweredOn,4096,VMware Photon OS (64-bit),`,
    },
  },
  {
    id: 'machine/memory',
    reads: [...listHeadings('memory'), 'Size MiB'],
    finds: findMemory,
    suggests: { facts: ['hardware.memory'], as: 'at most what the machine has' },
    because: 'Its program fits into the memory of the machine.',
    not: 'How much of that it needs.',
    examples: { fires: `${example}\nerp,poweredOn,"4,096",,`, quiet: `${example}\nerp,poweredOn,0,,` },
  },
  {
    id: 'machine/provider',
    reads: listHeadings('provider'),
    finds: ({ cell }) =>
      /^(aws|azure|gcp)\b/i.test(cell('provider')?.text ?? '') ? findsAt(cell('provider')) : [],
    suggests: { 'site.hosting': ['public-cloud'] },
    because: 'It runs at a public cloud today.',
    not: 'That it will stay there.',
    examples: {
      fires: 'MachineId,MachineName,OsName,Source\ni-1,erp,Debian,AWS',
      quiet: 'MachineId,MachineName,OsName,Source\ni-1,erp,Debian,VMware',
    },
  },
];
