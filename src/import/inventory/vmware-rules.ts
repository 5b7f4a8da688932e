import { findsAt, type InferenceRule } from '../inference-rule.ts';
import { parseAmount, type Machine } from './machine.ts';

const example = 'VM,Powerstate,Guest state,OS according to the VMware Tools';

/** More than a text console and what vCenter gives by itself. */
const usualVideoMemory = 128 * 1024;

/** What only inventories of vCenter say. */
export const vmwareRules: readonly InferenceRule<Machine>[] = [
  {
    id: 'vmware/platform',
    reads: ['VM'],
    finds: ({ cell, dialect }) => (dialect.id === 'rvtools' ? findsAt(cell('name')) : []),
    suggests: { 'site.vms': ['vsphere'] },
    because: 'The inventory is one of VMware vCenter.',
    not: 'That it will be there in future.',
    examples: {
      fires: `${example}\nerp,poweredOn,running,`,
      quiet: `${example}\n,poweredOn,running,`,
    },
  },
  {
    id: 'vmware/monitors',
    reads: ['Num Monitors'],
    finds: ({ cell }) =>
      (parseAmount(cell('monitors')?.text ?? '') ?? 0) > 1 ? findsAt(cell('monitors')) : [],
    suggests: { 'os.desktop': ['yes'] },
    because: 'It has more than one monitor.',
    not: 'One monitor: every machine has it.',
    examples: {
      fires: `${example},Num Monitors\ncad,poweredOn,running,,2`,
      quiet: `${example},Num Monitors\ncad,poweredOn,running,,1`,
    },
  },
  {
    id: 'vmware/video-memory',
    reads: ['Video Ram KiB'],
    finds: ({ cell }) =>
      (parseAmount(cell('video-memory')?.text ?? '') ?? 0) > usualVideoMemory
        ? findsAt(cell('video-memory'))
        : [],
    suggests: { 'os.desktop': ['yes'] },
    because: 'It has more memory for its picture than a console needs.',
    examples: {
      fires: `${example},Video Ram KiB\ncad,poweredOn,running,,262144`,
      quiet: `${example},Video Ram KiB\ncad,poweredOn,running,,131072`,
    },
  },
  {
    id: 'vmware/latency',
    reads: ['Latency Sensitivity'],
    finds: ({ cell }) => (/^high$/i.test(cell('latency')?.text ?? '') ? findsAt(cell('latency')) : []),
    suggests: { 'hardware.tail-latency': ['few-ms'] },
    because: 'Somebody asked for the lowest latency that the platform gives.',
    examples: {
      fires: `${example},Latency Sensitivity\nfix,poweredOn,running,,high`,
      quiet: `${example},Latency Sensitivity\nfix,poweredOn,running,,normal`,
    },
  },
  {
    id: 'vmware/fault-tolerance',
    reads: ['FT State'],
    finds: ({ cell }) =>
      /^(notConfigured|disabled)?$/i.test(cell('fault-tolerance')?.text ?? '')
        ? []
        : findsAt(cell('fault-tolerance')),
    suggests: { 'life.stop': ['never'] },
    because: 'A second machine runs in step with it, so that it never stands still.',
    examples: {
      fires: `${example},FT State\nscada,poweredOn,running,,running`,
      quiet: `${example},FT State\nscada,poweredOn,running,,notConfigured`,
    },
  },
];
