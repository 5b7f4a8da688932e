import { describe, expect, it } from 'vitest';
import { planOf } from '../../../../src/import/terraform/examples.ts';
import { listSaid, readManifest } from '../read-manifest.ts';

// What belongs together in a plan or a state: a group and its template, a machine and what lets traffic in to it.

const open = { from_port: 22, to_port: 22, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] };
const group = (values: object) => ({ type: 'aws_autoscaling_group', values: { max_size: 3, ...values } });
const template = (values: object) => ({
  type: 'aws_launch_template',
  values: { instance_type: 'g5.xlarge', ...values },
});

describe('a group has what its template says', () => {
  it.each([
    {
      name: 'named by its id',
      group: { launch_template: [{ id: 'lt-1' }] },
      template: { id: 'lt-1' },
      has: true,
    },
    {
      name: 'named by its name',
      group: { launch_configuration: 'web' },
      template: { name: 'web' },
      has: true,
    },
    {
      name: 'named by its address at the maker',
      group: { version: [{ instance_template: 'https://x/web' }] },
      template: { self_link: 'https://x/web' },
      has: true,
    },
    {
      name: 'not named',
      group: { launch_template: [{ id: 'lt-2' }] },
      template: { id: 'lt-1', name: 'lt' },
      has: false,
    },
    { name: 'of which neither has a name', group: {}, template: {}, has: false },
  ])('$name: $has', async ({ group: own, template: other, has }) => {
    const { workloads } = await readManifest(planOf([group(own), template(other)]), 'plan.json');
    const said = listSaid(workloads[0] ?? { facts: [] })['hardware.accelerator'];
    expect(said).toBe(has ? '? gpu-compute | virtual-gpu-desktop' : undefined);
  });

  it('in the module that both are in, however long its name is', async () => {
    const address = (type: string) => `module.shop-front[0].${type}.shop`;
    const resource = (type: string, values: object) => ({
      ...{ address: address(type), mode: 'managed', type, name: 'shop', values },
    });
    const resources = [
      resource('aws_autoscaling_group', { max_size: 3 }),
      resource('aws_launch_template', { instance_type: 'g5.xlarge' }),
    ];
    const expressions = { launch_template: [{ id: { references: ['aws_launch_template.shop.id'] } }] };
    const text = JSON.stringify({
      format_version: '1.2',
      planned_values: { root_module: { child_modules: [{ address: 'module.shop-front[0]', resources }] } },
      resource_changes: resources.map((each) => ({ address: each.address, change: { actions: ['create'] } })),
      configuration: {
        root_module: {
          module_calls: {
            'shop-front': { module: { resources: [{ address: 'aws_autoscaling_group.shop', expressions }] } },
          },
        },
      },
    });
    const { workloads } = await readManifest(text, 'plan.json');
    expect(listSaid(workloads[0] ?? { facts: [] })['hardware.accelerator']).toBe(
      '? gpu-compute | virtual-gpu-desktop',
    );
  });
});

describe('a machine is reached by what its groups let in', () => {
  const guards = (values: object) => ({ type: 'aws_security_group', values });
  const rule = (values: object) => ({ type: 'aws_vpc_security_group_ingress_rule', values });
  const alone = { from_port: 22, to_port: 22, ip_protocol: 'tcp', cidr_ipv4: '0.0.0.0/0' };

  it.each([
    {
      name: 'a group that it names',
      machine: { vpc_security_group_ids: ['sg-1'] },
      others: [guards({ id: 'sg-1', ingress: [open] })],
      reached: true,
    },
    {
      name: 'a group that it names in the old way',
      machine: { security_groups: ['sg-1'] },
      others: [guards({ id: 'sg-1', ingress: [open] })],
      reached: true,
    },
    {
      name: 'a group that others name',
      machine: { vpc_security_group_ids: ['sg-2'] },
      others: [guards({ id: 'sg-1', ingress: [open] })],
      reached: false,
    },
    {
      name: 'a group without an id, where it names none',
      machine: {},
      others: [guards({ ingress: [open] })],
      reached: false,
    },
    {
      name: 'a rule of its group',
      machine: { vpc_security_group_ids: ['sg-1'] },
      others: [guards({ id: 'sg-1' }), rule({ security_group_id: 'sg-1', ...alone })],
      reached: true,
    },
    {
      name: 'a rule of another group',
      machine: { vpc_security_group_ids: ['sg-1'] },
      others: [guards({ id: 'sg-1' }), rule({ security_group_id: 'sg-2', ...alone })],
      reached: false,
    },
  ])('$name: $reached', async ({ machine, others, reached }) => {
    const text = planOf([{ type: 'aws_instance', values: machine }, ...others]);
    const { workloads } = await readManifest(text, 'plan.json');
    const seen = (workloads[0]?.observed ?? []).filter((each) => each.seen);
    expect(seen.some(({ observation }) => observation === 'ssh-open-to-all')).toBe(reached);
  });
});
