import { findsAt, type InferenceRule } from '../inference-rule.ts';
import type { Spot } from '../spot.ts';
import { type CloudWorkload, findSetting } from './cloud-workload.ts';
import { plan, planOf } from './examples.ts';
import { attributeAt, says, type TerraformResource } from './resource.ts';
import { listReferred } from './terraform-file.ts';

const isMachine = ({ kind }: CloudWorkload): boolean => kind.is === 'machine' || kind.is === 'group';

/** The rules of AWS that let traffic in to a machine: those of its groups, and those that stand by themselves. */
function listWaysIn({ resource, template, file }: CloudWorkload): Spot[] {
  const groups = [resource, ...(template === undefined ? [] : [template])].flatMap((each) => {
    const ids = ['vpc_security_group_ids', 'security_groups'].flatMap((key) =>
      (attributeAt(each.values, key)?.items ?? []).map(({ text }) => text),
    );
    return [
      ...listReferred(file, each, /^aws_security_group$/),
      ...file.resources.filter(
        ({ type, values }) =>
          type === 'aws_security_group' && ids.includes(attributeAt(values, 'id')?.text ?? 'none'),
      ),
    ];
  });
  const isOf = (rule: TerraformResource): boolean =>
    listReferred(file, rule, /^aws_security_group$/).some((group) => groups.includes(group)) ||
    groups.some(({ values }) => {
      const id = attributeAt(values, 'id')?.text;
      return id !== undefined && attributeAt(rule.values, 'security_group_id')?.text === id;
    });
  const alone = file.resources.filter(
    (rule) =>
      (rule.type === 'aws_vpc_security_group_ingress_rule' ||
        (rule.type === 'aws_security_group_rule' && attributeAt(rule.values, 'type')?.text === 'ingress')) &&
      isOf(rule),
  );
  return [
    ...[...new Set(groups)].flatMap(({ values }) => attributeAt(values, 'ingress')?.items ?? []),
    ...alone.flatMap(({ values }) => values ?? []),
  ];
}

/** Where a rule opens a port to everybody. */
function findOpen(way: Spot, port: number): Spot | undefined {
  const number = (key: string): number => Number(attributeAt(way, key)?.text ?? NaN);
  const protocol = attributeAt(way, 'protocol') ?? attributeAt(way, 'ip_protocol');
  const all = protocol?.text === '-1';
  if (!all && !(number('from_port') <= port && port <= number('to_port'))) return undefined;
  const listed = ['cidr_blocks', 'ipv6_cidr_blocks'].flatMap((key) => attributeAt(way, key)?.items ?? []);
  const single = ['cidr_ipv4', 'cidr_ipv6'].flatMap((key) => attributeAt(way, key) ?? []);
  return [...listed, ...single].find(({ text = '' }) => /^(0\.0\.0\.0\/0|::\/0)$/.test(text));
}

const opens = (port: number) => (workload: CloudWorkload) =>
  isMachine(workload) ? findsAt(...listWaysIn(workload).map((way) => findOpen(way, port))) : [];

const guarded = (port: number, from: string): string =>
  planOf(
    [
      { type: 'aws_instance' },
      {
        type: 'aws_security_group',
        values: { ingress: [{ from_port: port, to_port: port, protocol: 'tcp', cidr_blocks: [from] }] },
      },
    ],
    'create',
    [
      {
        address: 'aws_instance.shop',
        expressions: { vpc_security_group_ids: { references: ['aws_security_group.shop.id'] } },
      },
    ],
  );

/** What resources show of how machines are set up. */
export const cloudSights: readonly InferenceRule<CloudWorkload>[] = [
  {
    id: 'terraform/open-ssh',
    reads: ['aws_security_group.ingress', 'aws_security_group_rule', 'aws_vpc_security_group_ingress_rule'],
    finds: opens(22),
    shows: 'ssh-open-to-all',
    because: 'A rule lets everybody reach the port of SSH.',
    not: 'What a firewall inside of it lets through, and whether it has an address that others reach.',
    examples: { fires: guarded(22, '0.0.0.0/0'), quiet: guarded(22, '10.0.0.0/8') },
  },
  {
    id: 'terraform/open-remote-desktop',
    reads: ['aws_security_group.ingress', 'aws_security_group_rule', 'aws_vpc_security_group_ingress_rule'],
    finds: opens(3389),
    shows: 'remote-desktop-open-to-all',
    because: 'A rule lets everybody reach the port of the remote desktop.',
    not: 'What a firewall inside of it lets through, and whether it has an address that others reach.',
    examples: { fires: guarded(3389, '0.0.0.0/0'), quiet: guarded(443, '0.0.0.0/0') },
  },
  {
    id: 'terraform/own-hardware',
    reads: ['tenancy', 'dedicated_host_id'],
    finds: (workload) =>
      findsAt(
        says(findSetting(workload, ['tenancy'], ['placement', 'tenancy']), /^(dedicated|host)$/) ??
          findSetting(workload, ['dedicated_host_id']),
      ),
    shows: 'hardware-of-its-own',
    because: 'It is run on hardware on which nobody else is.',
    examples: {
      fires: plan('aws_instance', { tenancy: 'host' }),
      quiet: plan('aws_instance', { tenancy: 'default' }),
    },
  },
  {
    id: 'terraform/encrypted-memory',
    reads: ['confidential_instance_config', 'cpu_options', 'security_type'],
    finds: (workload) =>
      findsAt(
        says(
          findSetting(workload, ['confidential_instance_config', 'enable_confidential_compute']),
          /^true$/,
        ) ??
          says(findSetting(workload, ['cpu_options', 'amd_sev_snp']), /^enabled$/) ??
          says(findSetting(workload, ['security_type']), /^ConfidentialVM$/i),
      ),
    shows: 'encrypted-memory',
    because: 'The processor encrypts its memory.',
    not: 'That anybody checks the attestation.',
    examples: {
      fires: plan('aws_instance', { cpu_options: [{ amd_sev_snp: 'enabled' }] }),
      quiet: plan('aws_instance', { cpu_options: [{ core_count: 2 }] }),
    },
  },
  {
    id: 'terraform/group-asked',
    reads: ['health_check_type', 'auto_healing_policies', 'automatic_instance_repair'],
    finds: (workload) =>
      workload.kind.is === 'group'
        ? findsAt(
            says(attributeAt(workload.resource.values, 'health_check_type'), /ELB|VPC_LATTICE/) ??
              attributeAt(workload.resource.values, 'auto_healing_policies') ??
              says(attributeAt(workload.resource.values, 'automatic_instance_repair', 'enabled'), /^true$/),
          )
        : [],
    shows: 'health-check',
    looks: ({ kind }) => kind.is === 'group',
    because: 'Its members are asked whether they work, and replaced where they do not.',
    examples: {
      fires: plan('aws_autoscaling_group', { health_check_type: 'ELB' }),
      quiet: plan('aws_autoscaling_group', { health_check_type: 'EC2' }),
    },
  },
  {
    id: 'terraform/group-balanced',
    reads: ['target_group_arns', 'load_balancers', 'load_balancer_backend_address_pool_ids'],
    finds: (workload) =>
      workload.kind.is === 'group'
        ? findsAt(findSetting(workload, ['target_group_arns'], ['load_balancers']))
        : [],
    shows: 'load-balancer',
    because: 'A load balancer leads to its members.',
    examples: {
      fires: plan('aws_autoscaling_group', { target_group_arns: ['arn:shop'] }),
      quiet: plan('aws_autoscaling_group', { target_group_arns: [] }),
    },
  },
  {
    id: 'terraform/group-spread',
    reads: ['availability_zones', 'vpc_zone_identifier', 'distribution_policy_zones', 'zones'],
    finds: (workload) => {
      const spot = findSetting(
        workload,
        ['availability_zones'],
        ['vpc_zone_identifier'],
        ['distribution_policy_zones'],
        ['zones'],
      );
      return workload.kind.is === 'group' && (spot?.items.length ?? 0) > 1 ? findsAt(spot) : [];
    },
    shows: 'spread-over-hosts',
    because: 'Its members are spread over several zones.',
    examples: {
      fires: plan('aws_autoscaling_group', { availability_zones: ['a', 'b'] }),
      quiet: plan('aws_autoscaling_group', { availability_zones: ['a'] }),
    },
  },
];
