import { type Find, findsAt, type InferenceRule } from '../inference-rule.ts';
import type { CloudWorkload } from './cloud-workload.ts';
import { plan, planOf } from './examples.ts';
import { findResourceKind } from './resource-kinds.ts';

/** Where it will run is what the plan says; which platforms are there already, only what is there. */
function findPlatform({ resource, kind }: CloudWorkload): Find[] {
  const { 'site.hosting': hosting, ...platform } = kind.site ?? {};
  const certain = hosting === undefined ? {} : { 'site.hosting': hosting };
  const there = resource.today?.is === 'there';
  return [
    {
      spot: resource.declared,
      proves: there ? { ...certain, ...platform } : certain,
      suggests: there ? {} : platform,
    },
  ];
}

function findToday({ resource: { today }, kind }: CloudWorkload): Find[] {
  if (today === undefined) return [];
  if (today.is === 'to-be-made')
    return [{ spot: today.spot, suggests: { 'life.runs-today': ['nowhere-yet'] } }];
  // A function is neither a machine nor a container of anybody's.
  if (kind.is === 'function') return [];
  const place = kind.is === 'container' ? 'container' : 'vm-or-machine';
  return [{ spot: today.spot, proves: { 'life.runs-today': [place] } }];
}

/** A cluster in the same file. */
function findCluster({ file, kind }: CloudWorkload): Find[] {
  if (kind.is === 'container') return [];
  const cluster = file.resources.find(({ type }) => findResourceKind(type)?.is === 'cluster');
  return findsAt(cluster?.declared);
}

/** What a plan or a state says of the site. */
export const cloudSiteRules: readonly InferenceRule<CloudWorkload>[] = [
  {
    id: 'terraform/platform',
    reads: ['address', 'name'],
    finds: findPlatform,
    proves: { facts: ['site.hosting', 'site.vms', 'site.containers'], as: 'what the type of resource is of' },
    suggests: { facts: ['site.vms', 'site.containers'], as: 'the same, where it is still to be made' },
    because: 'A resource of this type is made by this provider and nowhere else.',
    examples: {
      fires: plan('aws_instance', { ami: 'ami-1' }),
      quiet: plan('vsphere_virtual_machine', {}).replaceAll('vsphere_virtual_machine', 'shop_machine'),
    },
  },
  {
    id: 'terraform/today',
    reads: ['actions', 'address', 'name'],
    finds: findToday,
    proves: { facts: ['life.runs-today'], as: 'where it is, unless it is still to be made' },
    suggests: { facts: ['life.runs-today'], as: 'nowhere yet where it is still to be made' },
    because: 'The plan says whether it is there, and all that a state holds is.',
    not: 'That what is still to be made runs nowhere: it may run elsewhere, and move here.',
    examples: {
      fires: planOf([{ type: 'aws_instance' }], 'no-op'),
      quiet: planOf([{ type: 'aws_lambda_function' }], 'no-op'),
    },
  },
  {
    id: 'terraform/cluster',
    reads: ['address', 'name'],
    finds: findCluster,
    suggests: { 'site.containers': ['managed-kubernetes'] },
    because: 'A Kubernetes that the provider runs is made in the same file.',
    not: 'That this workload could go there.',
    examples: {
      fires: planOf([{ type: 'aws_instance' }, { type: 'aws_eks_cluster' }]),
      quiet: planOf([{ type: 'aws_instance' }, { type: 'aws_s3_bucket' }]),
    },
  },
];
