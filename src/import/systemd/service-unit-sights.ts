import { findsAt, type InferenceRule } from '../inference-rule.ts';
import { type Spot, saysYes } from '../spot.ts';
import { findSet, listSet } from './unit-file.ts';
import type { UnitWorkload } from './unit-workload.ts';

const says = ({ unit }: UnitWorkload, key: string, pattern: RegExp): Spot | undefined => {
  const spot = findSet(unit, 'Service', key);
  return pattern.test(spot?.text ?? '') ? spot : undefined;
};
const sets = (workload: UnitWorkload, key: string): Spot | undefined => {
  const spot = findSet(workload.unit, 'Service', key);
  return saysYes(spot) || spot?.text === '1' ? spot : undefined;
};

/** A user that is named and not root, and no step that is started with all rights nevertheless. */
function findOrdinaryUser(workload: UnitWorkload): Spot | undefined {
  const full = ['ExecStartPre', 'ExecStart', 'ExecStartPost', 'ExecReload', 'ExecStop'].some((key) =>
    listSet(workload.unit, 'Service', key).some(({ text = '' }) => /^[-@:|]*[+!]/.test(text)),
  );
  if (full || says(workload, 'User', /^(root|0)$/) !== undefined) return undefined;
  return sets(workload, 'DynamicUser') ?? says(workload, 'User', /^[^%$]+$/);
}

const unit = (...lines: readonly string[]): string =>
  ['[Service]', 'ExecStart=/opt/shop/shop', ...lines].join('\n');

/** What a unit shows of how a program of a machine is run. */
export const serviceUnitSights: readonly InferenceRule<UnitWorkload>[] = [
  {
    id: 'systemd/ordinary-user',
    reads: ['User', 'DynamicUser'],
    finds: (workload) => findsAt(findOrdinaryUser(workload)),
    shows: 'ordinary-user',
    because: 'The user that it runs as is named, and is not root.',
    examples: { fires: unit('User=shop'), quiet: unit('User=root') },
  },
  {
    id: 'systemd/root-user',
    reads: ['User'],
    finds: (workload) => findsAt(says(workload, 'User', /^(root|0)$/)),
    shows: 'root-user',
    because: 'It is told to run as root.',
    examples: { fires: unit('User=root'), quiet: unit('User=shop') },
  },
  {
    id: 'systemd/confined',
    reads: ['SystemCallFilter', 'ProtectSystem', 'CapabilityBoundingSet', 'RestrictAddressFamilies'],
    finds: (workload) =>
      findsAt(
        says(workload, 'ProtectSystem', /^(strict|full)$/),
        says(workload, 'SystemCallFilter', /./),
        says(workload, 'CapabilityBoundingSet', /^(?!~)./),
        says(workload, 'RestrictAddressFamilies', /^(?!none$)./),
      ),
    shows: 'confined-service',
    looks: () => true,
    because: 'Its unit fences it in: files, system calls, capabilities or sockets that it does not use.',
    examples: { fires: unit('ProtectSystem=strict'), quiet: unit('ProtectSystem=no') },
  },
  {
    id: 'systemd/no-new-privileges',
    reads: ['NoNewPrivileges'],
    finds: (workload) => findsAt(sets(workload, 'NoNewPrivileges')),
    shows: 'no-new-privileges',
    because: 'No program in it can gain rights that it did not start with.',
    examples: { fires: unit('NoNewPrivileges=yes'), quiet: unit('NoNewPrivileges=no') },
  },
  {
    id: 'systemd/limited-memory',
    reads: ['MemoryMax', 'MemoryLimit'],
    finds: (workload) => findsAt(says(workload, 'MemoryMax', /\d/) ?? says(workload, 'MemoryLimit', /\d/)),
    shows: 'memory-limit',
    because: 'Its memory is limited.',
    examples: { fires: unit('MemoryMax=1G'), quiet: unit('MemoryMax=infinity') },
  },
  {
    id: 'systemd/limited-processor',
    reads: ['CPUQuota'],
    finds: (workload) => findsAt(says(workload, 'CPUQuota', /\d/)),
    shows: 'processor-limit',
    because: 'Its processor time is limited.',
    examples: { fires: unit('CPUQuota=150%'), quiet: unit('CPUWeight=20') },
  },
  {
    id: 'systemd/limited-processes',
    reads: ['TasksMax'],
    finds: (workload) => findsAt(says(workload, 'TasksMax', /\d/)),
    shows: 'process-limit',
    because: 'The number of its processes is limited.',
    examples: { fires: unit('TasksMax=200'), quiet: unit('TasksMax=infinity') },
  },
  {
    id: 'systemd/own-processors',
    reads: ['CPUAffinity', 'AllowedCPUs'],
    finds: (workload) => findsAt(says(workload, 'CPUAffinity', /\d/) ?? says(workload, 'AllowedCPUs', /\d/)),
    shows: 'own-processors',
    because: 'It is bound to certain processors.',
    not: 'That nobody else runs on them.',
    examples: { fires: unit('CPUAffinity=2-3'), quiet: unit('CPUQuota=200%') },
  },
  {
    id: 'systemd/time-to-stop',
    reads: ['TimeoutStopSec'],
    finds: (workload) => findsAt(says(workload, 'TimeoutStopSec', /\d/)),
    shows: 'grace-period',
    because: 'It says how long it is given to stop.',
    examples: { fires: unit('TimeoutStopSec=5min'), quiet: unit('TimeoutStartSec=5min') },
  },
];
