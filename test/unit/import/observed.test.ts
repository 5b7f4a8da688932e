import { describe, expect, it } from 'vitest';
import type { Workload } from '../../../src/workload/workload.ts';
import { readManifest } from './read-manifest.ts';

/** What was seen of the first workload or of its first part, with its line. */
async function listSeen(text: string, file?: string): Promise<readonly string[]> {
  const [workload] = (await readManifest(text, file)).workloads;
  return observedOf(workload)
    .filter(({ seen }) => seen)
    .map(({ observation, at }) => `${observation} ${at?.line ?? 0}`);
}

/** What was looked for in vain. */
async function listMissed(text: string, file?: string): Promise<readonly string[]> {
  const [workload] = (await readManifest(text, file)).workloads;
  return observedOf(workload).flatMap(({ observation, seen }) => (seen ? [] : [observation]));
}

function observedOf(workload: Workload | undefined): NonNullable<Workload['observed']> {
  return workload?.components[0]?.observed ?? workload?.observed ?? [];
}

const service = (...lines: string[]): string =>
  ['services:', '  shop:', ...lines.map((each) => `    ${each}`)].join('\n');
const pod = (pod: string, ...containers: string[]): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop }
spec:
  template:
    metadata: { labels: { app: shop } }
    spec:
      ${pod}
      containers:
${containers.map((each) => `        - ${each}`).join('\n')}`;

describe('what Compose shows of how a service is run', () => {
  it('a variable that nobody set shows no user', async () => {
    expect(await listSeen(service('image: shop:1', 'user: ${SHOP_USER}'))).not.toContain('ordinary-user 4');
    expect(await listSeen(service('image: shop:1', 'user: ${SHOP_USER:-1000}'))).toContain('ordinary-user 4');
  });

  it.each([
    ['a name with a group', 'user: shop:shop', 'ordinary-user 4'],
    ['root by its number with a group', 'user: "0:1000"', 'root-user 4'],
    ['a port on every address of IPv6', 'ports: ["[::]:80:80"]', 'ports-on-every-address 4'],
    ['a port on one address', 'ports: ["10.0.0.7:80:80"]', 'ports-on-named-address 4'],
    ['a command in one line', 'command: sh -c "shop serve"', 'shell-before-program 4'],
    [
      'an entry point that starts a shell',
      'entrypoint: [/bin/sh, -c]\n    command: [shop serve]',
      'shell-before-program 4',
    ],
    ['a secret that is mounted', 'secrets: [shop]', 'credentials-inside 4'],
  ])('%s', async (_, line, observation) => {
    expect(await listSeen(service('image: shop:1', line))).toContain(observation);
  });

  it.each([
    ['a script with a shell of its own', 'command: [/bin/sh, /start.sh]', 'shell-before-program'],
    ['a check that is switched off', 'healthcheck: { test: [NONE] }', 'health-check'],
    ['a limit of none', 'pids_limit: -1', 'process-limit'],
    ['a password that is empty', 'environment: { SHOP_PASSWORD: "" }', 'credentials-inside'],
  ])('%s is none', async (_, line, observation) => {
    expect(await listMissed(service('image: shop:1', line))).toContain(observation);
  });

  it('an image that is built here has no version to fix', async () => {
    expect(await listMissed(service('image: shop', 'build: .'))).toContain('image-by-moving-tag');
  });

  it('nothing is looked for in vain where a part of the service stands elsewhere', async () => {
    const extended = service('image: shop:1', 'extends: { file: gone.yaml, service: shop }', 'user: "7"');
    expect(await listMissed(extended)).toEqual([]);
    expect(await listSeen(extended)).toEqual(['ordinary-user 5']);
  });
});

describe('what Kubernetes shows of how pods are run', () => {
  const first = '{ name: shop, image: "shop:1", securityContext: { runAsNonRoot: true } }';

  it('what one of two containers does is not done', async () => {
    const two = pod('hostIPC: false', first, '{ name: town, image: "town:1" }');
    expect(await listMissed(two)).toEqual(expect.arrayContaining(['ordinary-user', 'root-refused']));
  });

  it('what the pod says holds for containers that say nothing', async () => {
    const two = pod('securityContext: { runAsNonRoot: true }', first, '{ name: town, image: "town:1" }');
    expect(await listSeen(two)).toEqual(expect.arrayContaining(['ordinary-user 8', 'root-refused 8']));
  });

  it('a container that runs before needs the rights of the others and none of their limits', async () => {
    const before = (more: string) =>
      pod(
        `initContainers: [{ name: first, image: "first:1"${more} }]`,
        '{ name: shop, image: "shop:1", securityContext: { capabilities: { drop: [ALL] }, readOnlyRootFilesystem: true } }',
      );
    expect(await listSeen(before(''))).toContain('read-only-root 10');
    expect(await listMissed(before(''))).toContain('capabilities-dropped');
    const all = before(', securityContext: { capabilities: { drop: [all] } }');
    expect(await listSeen(all)).toContain('capabilities-dropped 10');
  });

  it('objects around it are missed only where the file holds others of their kind', async () => {
    const alone = pod('hostIPC: false', first);
    const policy =
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: town }\nspec: { podSelector: { matchLabels: { app: town } } }';
    expect(await listMissed(alone)).not.toContain('network-policy');
    expect(await listMissed(`${alone}\n---\n${policy}`)).toContain('network-policy');
  });

  it('a template that is not filled in shows what it says, and misses nothing', async () => {
    const open = pod('serviceAccountName: ${ACCOUNT}', first);
    expect(await listSeen(open)).toContain('ordinary-user 10');
    expect(await listMissed(open)).not.toContain('read-only-root');
  });
});

describe('what other kinds show', () => {
  const quadlet = (...lines: string[]) => ['[Container]', 'Image=shop', ...lines].join('\n');
  const task = (config: object, more: object = {}) => ({
    Name: 'a',
    Driver: 'docker',
    Config: { image: 'shop:1', ...config },
    ...more,
  });
  const job = (...tasks: object[]) =>
    JSON.stringify({ Job: { ID: 'shop', TaskGroups: [{ Name: 'shop', Tasks: tasks }] } });
  const definition = (...containers: object[]) =>
    JSON.stringify({
      format_version: '1.2',
      values: {
        root_module: {
          resources: [
            {
              address: 'aws_ecs_task_definition.shop',
              mode: 'managed',
              type: 'aws_ecs_task_definition',
              values: { container_definitions: JSON.stringify(containers) },
            },
          ],
        },
      },
    });

  it.each([
    ['a Quadlet', quadlet('User=1000', 'ReadOnly=true'), 'ordinary-user 3'],
    ['a Quadlet', quadlet('ReadOnly=true'), 'read-only-root 3'],
    ['a Quadlet', quadlet('Memory=1g', '[Service]', 'CPUQuota=50%'), 'processor-limit 5'],
    ['a unit', '[Service]\nExecStart=/usr/bin/docker run --privileged shop:1', 'privileged-mode 2'],
    ['a job of Nomad', job(task({ privileged: true })), 'privileged-mode 1'],
    ['a job of Nomad', job(task({}, { Env: { SHOP_PASSWORD: 'x' } })), 'credentials-inside 1'],
    ['a task of ECS', definition({ image: 'a:1', user: '7' }), 'ordinary-user 1'],
  ])('%s: %#', async (_, text, observation) => {
    expect(await listSeen(text, 'shop.container')).toContain(observation);
  });

  it('what one of two tasks does is not done', async () => {
    const two = job(task({}, { User: '7' }), task({}));
    expect(await listMissed(two)).toContain('ordinary-user');
    expect(await listSeen(job(task({}, { User: '7' })))).toContain('ordinary-user 1');
  });

  it('an engine that filters nothing by itself shows no filter', async () => {
    const tasks = [task({}), { ...task({}), Driver: 'containerd-driver' }];
    expect(await listSeen(job(task({})))).toContain('call-filter 1');
    expect(await listSeen(job(...tasks))).not.toContain('call-filter 1');
  });

  it('arguments that are free text leave nothing to be missed', async () => {
    expect(await listMissed(quadlet('PodmanArgs=--annotation=a'), 'shop.container')).toEqual([]);
    expect(await listMissed(quadlet(), 'shop.container')).toContain('read-only-root');
  });

  it('a step that is started with all rights takes back what User says', async () => {
    const unit = (step: string) =>
      `[Service]\nUser=shop\nExecStartPre=${step}/bin/prepare\nExecStart=/bin/shop`;
    expect(await listSeen(unit(''), 'shop.service')).toContain('ordinary-user 2');
    expect(await listSeen(unit('+'), 'shop.service')).not.toContain('ordinary-user 2');
  });
});
