import { describe, expect, it } from 'vitest';
import { isInputError } from '../../../../src/errors.ts';
import { readFixture } from '../read-fixture.ts';
import { listSaid, readManifest } from '../read-manifest.ts';

// Jobs of Nomad, as its interface has them in JSON.

async function sayOf(text: string): Promise<Record<string, string>> {
  const [first] = (await readManifest(text, 'job.json')).workloads;
  if (first === undefined) throw new Error('no workload');
  return listSaid(first);
}

const job = (task: object, group: object = {}, more: object = {}): string =>
  JSON.stringify({
    ID: 'shop',
    ...more,
    TaskGroups: [{ Name: 'shop', ...group, Tasks: [{ Name: 'shop', Driver: 'docker', ...task }] }],
  });

it('a job is a system of its groups, helpers are no programs of their own', async () => {
  const { workloads, imported } = await readFixture('nomad/shop.json');
  const [web, db] = workloads[0]?.components ?? [];
  expect([workloads[0]?.name, web?.name, db?.name]).toEqual(['shop', 'web', 'db']);
  expect(listSaid(web ?? { facts: [] })).toMatchObject({
    'trust.root': 'no',
    'life.stop': 'minutes-to-drain',
    'life.runs-today': 'container',
    'scale.instances': '3',
    'site.mesh': '? yes',
    'state.kind': 'stateless | rebuildable',
  });
  expect(listSaid(db ?? { facts: [] })).toMatchObject({
    'state.kind': 'one-writer | self-replicating ? one-writer',
    'hardware.memory': '..2',
    'scale.instances': '1',
  });
  expect(imported.unread.map(({ what }) => what)).toEqual([]);
  expect(imported.remarks[0]?.what).toMatch(/the site is left out/);
});

const traps: readonly { trap: string; file: string; says: Readonly<Record<string, string>> }[] = [
  {
    trap: 'a volume inside of the task’s own folder goes with it',
    file: job({ Config: { image: 'shop', volumes: ['local/conf:/etc/shop', '${NOMAD_TASK_DIR}/x:/x'] } }),
    says: { 'state.kind': 'stateless | rebuildable', 'os.host-access': 'none' },
  },
  {
    trap: 'a program of its own has the rights of its machine: nothing follows by absence',
    file: job({ Driver: 'raw_exec', Config: { command: '/opt/shop' } }),
    says: { 'os.host-access': '', 'hardware.device': '', 'os.init': '? single-process | several-processes' },
  },
  {
    trap: 'full privileges are enough, and no need',
    file: job({ Config: { image: 'shop', privileged: true } }),
    says: { 'os.host-access': 'unknown' },
  },
  {
    trap: 'the network of the host, asked for by the group',
    file: job({ Config: { image: 'shop' } }, { Networks: [{ Mode: 'host' }] }),
    says: { 'os.network': 'unknown ? own-address | same-segment | host-network' },
  },
  {
    trap: 'on every host without rights is no agent',
    file: job({ Config: { image: 'shop' } }, {}, { Type: 'system' }),
    says: { 'scale.per-host': '? yes', 'os.host-access': 'none', 'scale.instances': '' },
  },
  {
    trap: 'the time to stop that every task has says nothing',
    file: job({ Config: { image: 'shop' }, KillTimeout: 5_000_000_000 }),
    says: { 'life.stop': '' },
  },
  {
    trap: 'a job that was never run is nowhere for certain, and no site is known',
    file: job({ Config: { image: 'shop' } }),
    says: { 'life.runs-today': '', 'site.containers': '' },
  },
  {
    trap: 'an image that is filled in later',
    file: job({ Config: { image: '${image}' } }),
    says: { 'package.form': '', 'os.host-access': 'none' },
  },
];

describe('traps', () => {
  it.each(traps)('$trap', async ({ file, says }) => {
    const said = await sayOf(file);
    expect(Object.fromEntries(Object.keys(says).map((fact) => [fact, said[fact] ?? '']))).toEqual(says);
  });
});

it.each([
  {
    path: 'shop.nomad.hcl',
    text: 'job "shop" {\n  group "web" {}\n}\n',
    message: /its own language; .*-output/,
  },
  {
    path: 'job.json',
    text: '{"job":{"shop":{"datacenters":["a"],"group":{}}}}',
    message: /written as JSON; .*-output/,
  },
  { path: 'job.json', text: '{"Job":{"ID":"shop","TaskGroups":[]}}', message: /without tasks/ },
])('$text is refused with what to do', async ({ path, text, message }) => {
  const refused = await readManifest(text, path).catch((error: unknown) => error);
  expect(isInputError(refused) ? refused.problems[0]?.message : refused).toMatch(message);
});

it('two groups of one name are refused, as Nomad does', async () => {
  const group = { Name: 'web', Tasks: [{ Name: 'shop', Driver: 'docker' }] };
  const text = JSON.stringify({ ID: 'shop', TaskGroups: [group, { ...group, Name: 'db' }, group] });
  const error: unknown = await readManifest(text, 'job.json').then(undefined, (thrown: unknown) => thrown);
  expect(isInputError(error) && error.problems).toEqual([
    { message: 'two parts of shop are called "web"', at: { file: 'job.json', line: 1, column: 153 } },
  ]);
});
