import { type Find, findsAt, findsAtKey, type InferenceRule } from '../inference-rule.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';
import { listConstraints } from './group-view.ts';
import { runsContainers, type TaskGroup } from './task-group.ts';

const typeOf = ({ job }: TaskGroup): string => textAt(job, 'Type') ?? 'service';

function findCount(group: TaskGroup): Find[] {
  const most = spotAt(group.group, 'Scaling', 'Max');
  const count = spotAt(group.group, 'Count');
  const number = (spot: Spot | undefined): number => Number(spot?.text ?? NaN);
  if (typeOf(group).startsWith('sys')) return [];
  if (most !== undefined && number(most) >= 1)
    return [{ spot: most, proves: { 'scale.instances': [{ 'at-most': number(most) }] } }];
  return count !== undefined && number(count) >= 1
    ? [{ spot: count, proves: { 'scale.instances': [number(count)] } }]
    : [];
}

function findToday(group: TaskGroup): Find[] {
  if (!group.observed) return [];
  const place = runsContainers(group.tasks) ? 'container' : 'vm-or-machine';
  return findsAt(spotAt(group.job, 'ID')).map((find) => ({
    ...find,
    proves: { 'life.runs-today': [place] },
  }));
}

/** What a driver says of a task that is no container. */
function findDriver({ tasks }: TaskGroup): Find[] {
  if (runsContainers(tasks)) return [];
  return tasks.flatMap((task): Find[] => {
    const spot = spotAt(task, 'Driver');
    if (spot === undefined) return [];
    if (/^(exec2?|java|raw_exec)$/.test(spot.text ?? ''))
      return [{ spot, suggests: { 'os.init': ['single-process', 'several-processes'] } }];
    return spot.text === 'qemu' ? [{ spot, suggests: { 'life.runs-today': ['vm-or-machine'] } }] : [];
  });
}

function findFamily({ group, job, tasks }: TaskGroup): Find[] {
  const [spot] = [
    ...listConstraints(job, [], /kernel\.name/),
    ...listConstraints(group, tasks, /kernel\.name/),
  ];
  return spot !== undefined && /^(linux|windows)$/.test(spot.text ?? '')
    ? [{ spot, proves: { 'os.family': [spot.text ?? ''] } }]
    : [];
}

const hasRights = ({ view }: TaskGroup): boolean =>
  view !== undefined &&
  (view.privileged !== undefined ||
    view.hostPid !== undefined ||
    view.hostNetwork !== undefined ||
    view.capabilities.length > 0 ||
    view.hostPaths.length > 0);

const job = (group: object = {}, task: object = {}, more: object = {}): string =>
  JSON.stringify(
    {
      Job: {
        ID: 'shop',
        ...more,
        TaskGroups: [
          {
            Name: 'shop',
            ...group,
            Tasks: [{ Name: 'shop', Driver: 'docker', Config: { image: 'shop' }, ...task }],
          },
        ],
      },
    },
    null,
    1,
  );

/** What a job of Nomad says beside its containers. */
export const nomadRules: readonly InferenceRule<TaskGroup>[] = [
  {
    id: 'nomad/count',
    reads: ['Count', 'Scaling.Max', 'Type'],
    finds: findCount,
    proves: { facts: ['scale.instances'], as: 'the number, or at most what it may be scaled to' },
    because: 'So many of it are run.',
    examples: { fires: job({ Count: 3 }), quiet: job({ Count: 3 }, {}, { Type: 'system' }) },
  },
  {
    id: 'nomad/each-host',
    reads: ['Type'],
    finds: (group) => (typeOf(group) === 'system' ? findsAt(spotAt(group.job, 'Type')) : []),
    suggests: { 'scale.per-host': ['yes'] },
    because: 'One of it is run on every host.',
    examples: { fires: job({}, {}, { Type: 'system' }), quiet: job({}, {}, { Type: 'service' }) },
  },
  {
    id: 'nomad/agent',
    reads: ['Type'],
    finds: (group) =>
      typeOf(group) === 'system' && hasRights(group) ? findsAt(spotAt(group.job, 'Type')) : [],
    suggests: { 'os.host-access': ['node-agent'] },
    because: 'One of it is run on every host, with rights over it.',
    examples: {
      fires: job(
        {},
        { Config: { image: 'shop', volumes: ['/proc:/host/proc'], pid_mode: 'host', privileged: true } },
        { Type: 'system' },
      ),
      quiet: job({}, {}, { Type: 'system' }),
    },
  },
  {
    id: 'nomad/batch',
    reads: ['Type'],
    finds: (group) => (typeOf(group).endsWith('batch') ? findsAt(spotAt(group.job, 'Type')) : []),
    suggests: { 'life.instance': ['seconds', 'minutes', 'hours'] },
    because: 'It ends by itself.',
    examples: { fires: job({}, {}, { Type: 'batch' }), quiet: job({}, {}, { Type: 'service' }) },
  },
  {
    id: 'nomad/driver',
    reads: ['Driver'],
    finds: findDriver,
    suggests: { facts: ['os.init', 'life.runs-today'], as: 'a program, or a machine' },
    because: 'It is run as a program on the machine, or as a machine.',
    not: 'That it needs the rights of its host, which such programs have.',
    examples: { fires: job({}, { Driver: 'raw_exec', Config: { command: '/opt/shop' } }), quiet: job() },
  },
  {
    id: 'nomad/family',
    reads: ['Constraints'],
    finds: findFamily,
    proves: { facts: ['os.family'], as: 'the one that its machines must have' },
    because: 'It is only put on machines of this family.',
    examples: {
      fires: job(
        { Constraints: [{ LTarget: '${attr.kernel.name}', RTarget: 'linux', Operand: '=' }] },
        { Driver: 'exec', Config: {} },
      ),
      quiet: job(
        { Constraints: [{ LTarget: '${attr.kernel.name}', RTarget: 'linux', Operand: '!=' }] },
        { Driver: 'exec', Config: {} },
      ),
    },
  },
  {
    id: 'nomad/mesh',
    reads: ['Services.Connect'],
    finds: ({ group }) =>
      findsAtKey(
        (spotAt(group, 'Services')?.items ?? [])
          .map((service) => spotAt(service, 'Connect', 'SidecarService'))
          .find((spot) => spot !== undefined && spot.is !== 'nothing'),
      ),
    suggests: { 'site.mesh': ['yes'] },
    because: 'Its services are reached through a mesh.',
    examples: {
      fires: job({ Services: [{ Connect: { SidecarService: {} } }] }),
      quiet: job({ Services: [{ Connect: null }] }),
    },
  },
  {
    id: 'nomad/today',
    reads: ['ID', 'Status', 'CreateIndex'],
    finds: findToday,
    proves: { facts: ['life.runs-today'], as: 'a container where its tasks are, else a machine' },
    because: 'A cluster printed it: it is there.',
    examples: { fires: job({}, {}, { Status: 'running' }), quiet: job({}, {}, { Status: '' }) },
  },
];
