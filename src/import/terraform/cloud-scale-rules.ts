import { type Find, findsAt, type InferenceRule } from '../inference-rule.ts';
import { saysYes, type Spot } from '../spot.ts';
import type { CloudWorkload } from './cloud-workload.ts';
import { plan, planOf } from './examples.ts';
import { attributeAt, firstAttribute, says } from './resource.ts';

function findMost({ resource, kind }: CloudWorkload): Spot | undefined {
  return kind.is === 'group'
    ? firstAttribute(resource.values, ['max_size'], ['target_size'], ['instances'])
    : firstAttribute(
        resource.values,
        ['template', 'max_replicas'],
        ['template', 'scaling', 'max_instance_count'],
      );
}

function findMostInstances(workload: CloudWorkload): Find[] {
  const spot = findMost(workload);
  const most = Number(spot?.text);
  if (spot === undefined || !Number.isInteger(most) || most < 1) return [];
  return [{ spot, proves: { 'scale.instances': [{ 'at-most': most }] } }];
}

/** A group with room for more than one, of which none is protected. */
function findFleet({ resource, kind }: CloudWorkload): Spot | undefined {
  if (kind.is !== 'group') return undefined;
  const most = firstAttribute(resource.values, ['max_size'], ['target_size'], ['instances']);
  const kept =
    saysYes(attributeAt(resource.values, 'protect_from_scale_in')) ||
    firstAttribute(resource.values, ['stateful_disk'], ['stateful_internal_ip']) !== undefined;
  return kept || !(Number(most?.text) > 1) ? undefined : most;
}

function findCount({ resource, service, kind }: CloudWorkload): Find[] {
  const wanted = attributeAt(service?.values, 'desired_count');
  const number = Number(wanted?.text);
  if (wanted !== undefined && Number.isInteger(number) && number > 0)
    return [{ spot: wanted, proves: { 'scale.instances': [number] } }];
  if (kind.is !== 'machine') return [];
  return resource.counted
    ? [{ spot: resource.declared, proves: { 'scale.instances': [resource.instances] } }]
    : [{ spot: resource.declared, suggests: { 'scale.instances': [resource.instances] } }];
}

const group = (values: object): string => plan('aws_autoscaling_group', values);

/** How many of it there are, and what follows from their being replaced. */
export const cloudScaleRules: readonly InferenceRule<CloudWorkload>[] = [
  {
    id: 'terraform/count',
    reads: ['address', 'name', 'desired_count'],
    finds: findCount,
    proves: { facts: ['scale.instances'], as: 'the number that is asked for' },
    suggests: { facts: ['scale.instances'], as: 'one, where no number is' },
    because: 'So many of it are made.',
    not: 'That no other resource is the same service: one address is one service only by convention.',
    examples: {
      fires: planOf([
        { type: 'aws_instance', index: 0 },
        { type: 'aws_instance', index: 1 },
      ]),
      quiet: group({}),
    },
  },
  {
    id: 'terraform/most',
    reads: ['max_size', 'target_size', 'instances', 'template.max_replicas', 'template.scaling'],
    finds: findMostInstances,
    proves: { facts: ['scale.instances'], as: 'at most so many' },
    because: 'There are never more of it than this.',
    not: 'How many there are at the busiest time.',
    examples: { fires: group({ max_size: 4 }), quiet: group({ min_size: 4 }) },
  },
  {
    id: 'terraform/fleet',
    reads: ['max_size', 'target_size', 'instances', 'protect_from_scale_in'],
    finds: (workload) => findsAt(findFleet(workload)),
    suggests: {
      'state.kind': ['stateless', 'rebuildable', 'self-replicating'],
      'life.stop': ['any-time', 'minutes-to-drain'],
      'package.identity': ['none'],
    },
    because: 'A group makes and takes away any of its machines.',
    not: 'A group of one is a device that starts a machine again, and no fleet.',
    examples: {
      fires: group({ min_size: 1, max_size: 4 }),
      quiet: group({ min_size: 1, max_size: 4, protect_from_scale_in: true }),
    },
  },
  {
    id: 'terraform/refresh',
    reads: ['instance_refresh', 'update_policy'],
    finds: ({ resource, kind }) =>
      kind.is === 'group'
        ? findsAt(
            attributeAt(resource.values, 'instance_refresh') ??
              says(attributeAt(resource.values, 'update_policy', 'type'), /^PROACTIVE$/),
          )
        : [],
    suggests: { 'life.image-pipeline': ['yes'] },
    because: 'Its machines are replaced by themselves where their image is another one.',
    examples: {
      fires: group({ instance_refresh: [{ strategy: 'Rolling' }] }),
      quiet: group({ instance_refresh: [] }),
    },
  },
  {
    id: 'terraform/each-host',
    reads: ['scheduling_strategy'],
    finds: ({ service }) => findsAt(says(attributeAt(service?.values, 'scheduling_strategy'), /^DAEMON$/)),
    suggests: { 'scale.per-host': ['yes'], 'os.host-access': ['node-agent'] },
    because: 'One of it is started on every host.',
    examples: {
      fires: planOf(
        [
          {
            type: 'aws_ecs_task_definition',
            values: { container_definitions: '[{"name":"a","image":"shop","privileged":true}]' },
          },
          { type: 'aws_ecs_service', values: { scheduling_strategy: 'DAEMON' } },
        ],
        'create',
        [
          {
            address: 'aws_ecs_service.shop',
            expressions: { task_definition: { references: ['aws_ecs_task_definition.shop.arn'] } },
          },
        ],
      ),
      quiet: plan('aws_ecs_task_definition', { container_definitions: '[{"name":"a","image":"shop"}]' }),
    },
  },
];
