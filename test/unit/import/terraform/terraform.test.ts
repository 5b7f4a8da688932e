import { describe, expect, it } from 'vitest';
import { isInputError } from '../../../../src/errors.ts';
import { plan, planOf } from '../../../../src/import/terraform/examples.ts';
import { readFixture } from '../read-fixture.ts';
import { listSaid, readManifest } from '../read-manifest.ts';

// Plans and states of Terraform: what is a workload, what is said of it, and what looks so and is not.

async function readPlan(text: string, path = 'plan.json') {
  return await readManifest(text, path);
}

/** What is said of the first workload. */
async function sayOf(text: string): Promise<Record<string, string>> {
  const { workloads } = await readPlan(text);
  const [first] = workloads;
  if (first === undefined) throw new Error('no workload');
  return listSaid(first);
}

/** The message that a file is refused with. */
async function refusal(text: string, path = 'plan.json'): Promise<string> {
  try {
    await readManifest(text, path);
  } catch (error) {
    if (isInputError(error)) return error.problems.map(({ message }) => message).join('; ');
    throw error;
  }
  return 'was read';
}

it('instances of one address are one workload, modules are walked, what goes away is named', async () => {
  const { workloads, imported } = await readFixture('terraform/plan.json');
  expect(workloads.map(({ name }) => name)).toEqual([
    'aws_instance.web',
    'aws_ecs_task_definition.shop',
    'module.mail.aws_lambda_function.send',
  ]);
  expect(imported.remarks.map(({ what }) => what)).toEqual([
    'aws_instance.old goes away, so it was left out',
    'module.mail.aws_lambda_function.send is a function: neither a machine nor a container has to be run for it',
  ]);
  expect(imported.unread.map(({ what }) => what)).toEqual(['user_data', 'tags', 'environment']);
});

it('a task with a store on a lasting volume is a container with its own memory', async () => {
  const { workloads } = await readFixture('terraform/plan.json');
  expect(listSaid(workloads[1] ?? { facts: [] })).toMatchObject({
    'os.family': 'linux',
    'os.host-access': 'none',
    'package.form': 'official-image',
    'hardware.memory': '..1',
    'state.kind': 'one-writer | self-replicating ? one-writer',
    'life.runs-today': 'container',
    'site.containers': 'managed-service',
  });
});

const task = (container: object, values: object = {}): string =>
  plan('aws_ecs_task_definition', {
    container_definitions: JSON.stringify([{ name: 'shop', image: 'registry.example/shop:1', ...container }]),
    ...values,
  });
const group = (values: object): string => plan('aws_autoscaling_group', values);

const traps: readonly { trap: string; file: string; says: Readonly<Record<string, string>> }[] = [
  {
    trap: 'a size is a choice: memory is not derived from it, an accelerator only likely',
    file: plan('aws_instance', { instance_type: 'p4d.24xlarge' }),
    says: { 'hardware.memory': '', 'hardware.accelerator': '? gpu-compute' },
  },
  {
    trap: 'sizes that begin alike are others',
    file: plan('aws_instance', { instance_type: 'i4g.large' }),
    says: { 'hardware.accelerator': '' },
  },
  {
    trap: 'what an image holds today is no need: no release, and a family only where its maker says so',
    file: plan('google_compute_instance', {
      boot_disk: [{ initialize_params: [{ image: 'projects/centos-cloud/global/images/centos-6' }] }],
    }),
    says: { 'os.release': '', 'os.family': 'linux' },
  },
  {
    trap: 'an image of somebody’s own may be called after anything',
    file: plan('google_compute_instance', {
      boot_disk: [{ initialize_params: [{ image: 'projects/town/global/images/ubuntu-shop' }] }],
    }),
    says: { 'os.family': '? linux' },
  },
  {
    trap: 'the number of an image says nothing',
    file: plan('aws_instance', { ami: 'ami-0windows' }),
    says: { 'os.family': '' },
  },
  {
    trap: 'an address stands in every state, and was written down in none',
    file: stored('aws_instance', { private_ip: '10.0.0.7' }),
    says: { 'package.identity': '', 'life.runs-today': 'vm-or-machine', 'site.vms': 'cloud' },
  },
  {
    trap: 'what is replaced is there today',
    file: planOf([{ type: 'aws_instance' }], 'update'),
    says: { 'life.runs-today': 'vm-or-machine' },
  },
  {
    trap: 'what is still to be made proves no platform, nor that it runs nowhere else',
    file: plan('aws_instance'),
    says: { 'life.runs-today': '? nowhere-yet', 'site.vms': '? cloud', 'site.hosting': 'public-cloud' },
  },
  {
    trap: 'a group of one starts a machine again, and is no fleet',
    file: group({ min_size: 1, max_size: 1 }),
    says: { 'scale.instances': '..1', 'package.identity': '', 'state.kind': '' },
  },
  {
    trap: 'a group that protects its machines has some that matter',
    file: group({ min_size: 1, max_size: 9, protect_from_scale_in: true }),
    says: { 'package.identity': '', 'scale.instances': '..9' },
  },
  {
    trap: 'containers that are not known until it is applied: nothing follows by absence',
    file: plan('aws_ecs_task_definition', { family: 'shop' }),
    says: { 'os.host-access': '', 'os.init': '', 'hardware.device': '' },
  },
  {
    trap: 'full privileges are enough, and no need',
    file: task({ privileged: true }),
    says: { 'os.host-access': 'unknown', 'hardware.device': '' },
  },
  {
    trap: 'a capability that somebody named',
    file: task({ linuxParameters: { capabilities: { add: ['NET_ADMIN'] } } }),
    says: { 'os.host-access': 'none | extra-capabilities ? extra-capabilities' },
  },
  {
    trap: 'the engine’s socket, mounted from the host',
    file: task({}, { volume: [{ name: 'engine', host_path: '/var/run/docker.sock' }] }),
    says: { 'os.runs-containers': 'unknown' },
  },
  {
    trap: 'a volume without a path on the host is scratch',
    file: task({}, { volume: [{ name: 'tmp', host_path: '' }] }),
    says: { 'state.kind': 'stateless | rebuildable', 'os.host-access': 'none' },
  },
  {
    trap: 'a task for Windows',
    file: task({}, { runtime_platform: [{ operating_system_family: 'WINDOWS_SERVER_2022_CORE' }] }),
    says: { 'os.family': 'windows' },
  },
  {
    trap: 'numbers of megabytes and texts with a unit',
    file: plan('google_cloud_run_v2_service', {
      template: [{ containers: [{ image: 'shop', resources: [{ limits: { memory: '512Mi' } }] }] }],
    }),
    says: { 'hardware.memory': '..0.5' },
  },
];

/** A state as it lies on disk. */
function stored(type: string, attributes: object): string {
  return JSON.stringify({
    version: 4,
    terraform_version: '1.9.0',
    lineage: 'a',
    resources: [{ mode: 'managed', type, name: 'shop', instances: [{ attributes }] }],
  });
}

describe('traps', () => {
  it.each(traps)('$trap', async ({ file, says }) => {
    const said = await sayOf(file);
    expect(Object.fromEntries(Object.keys(says).map((fact) => [fact, said[fact] ?? '']))).toEqual(says);
  });

  it('unlike machines in one map are a workload each, like ones are one', async () => {
    const map = (first: string, second: string): string =>
      JSON.stringify({
        format_version: '1.0',
        values: {
          root_module: {
            resources: [
              ['a', first],
              ['b', second],
            ].map(([index, size]) => ({
              address: `aws_instance.shop["${index ?? ''}"]`,
              mode: 'managed',
              type: 'aws_instance',
              name: 'shop',
              index,
              values: { instance_type: size },
            })),
          },
        },
      });
    const names = async (text: string) => (await readPlan(text)).workloads.map(({ name }) => name);
    expect(await names(map('m7i.large', 'g5.large'))).toEqual([
      'aws_instance.shop["a"]',
      'aws_instance.shop["b"]',
    ]);
    expect(await names(map('m7i.large', 'm7i.large'))).toEqual(['aws_instance.shop']);
  });

  it('a group has what its template says, found by what it was written with', async () => {
    const file = planOf(
      [
        { type: 'aws_autoscaling_group', values: { max_size: 3 } },
        { type: 'aws_launch_template', values: { instance_type: 'g5.xlarge' } },
      ],
      'create',
      [
        {
          address: 'aws_autoscaling_group.shop',
          expressions: { launch_template: [{ id: { references: ['aws_launch_template.shop.id'] } }] },
        },
      ],
    );
    expect((await sayOf(file))['hardware.accelerator']).toBe('? gpu-compute | virtual-gpu-desktop');
  });

  it('a plan on one line is told apart by the column', async () => {
    const { workloads } = await readPlan(plan('aws_instance', { tenancy: 'host' }));
    const at = workloads[0]?.facts.find(({ fact }) => fact === 'trust.mandate')?.at;
    const text = plan('aws_instance', { tenancy: 'host' });
    expect(text.slice((at?.column ?? 0) - 1)).toMatch(/^"host"/);
  });
});

describe('what cannot be read says which command gives a form that can', () => {
  it.each([
    {
      what: 'its own language',
      path: 'main.tf',
      text: 'resource "aws_instance" "shop" {\n  ami = "ami-1"\n}\n',
      message: /configuration of Terraform.*terraform show -json/,
    },
    {
      what: 'its own language, as JSON',
      path: 'main.tf.json',
      text: '{"resource":{"aws_instance":{"shop":{"ami":"ami-1"}}}}',
      message: /written as JSON.*terraform show -json/,
    },
    {
      what: 'what it says while it plans',
      path: 'out.json',
      text: '{"@level":"info","@message":"Terraform 1.9.0","@module":"terraform.ui"}\n{"@level":"info"}\n',
      message: /not the plan.*terraform show -json/,
    },
    {
      what: 'a format of tomorrow',
      path: 'plan.json',
      text: '{"format_version":"2.0","planned_values":{}}',
      message: /format 2\.0; 0 and 1/,
    },
    {
      what: 'a plan without a workload',
      path: 'plan.json',
      text: planOf([{ type: 'aws_s3_bucket' }, { type: 'aws_db_instance' }]),
      message: /without a workload among them: aws_s3_bucket, aws_db_instance/,
    },
    {
      what: 'an empty state',
      path: 'state.json',
      text: '{"format_version":"1.0","terraform_version":"1.9.0"}',
      message: /holds no resources/,
    },
  ])('$what', async ({ path, text, message }) => {
    expect(await refusal(text, path)).toMatch(message);
  });
});
