import { expect, it } from 'vitest';
import { importKnown, recogniseForeign } from '../../../src/import/read-foreign.ts';
import { writeStatedValue } from '../../../src/rulebook/fact-value.ts';
import { createMemoryWorld } from '../../fuzz/memory-world.ts';

/** What is only proved where somebody says that a file runs in production as it stands. */
async function listProved(path: string, text: string): Promise<readonly string[]> {
  const { io } = createMemoryWorld({ [path]: text }).world;
  const known = await recogniseForeign(io, path, new TextEncoder().encode(text));
  if (known === null) throw new Error('of no kind that is known');
  const read = async (running: boolean): Promise<readonly string[]> =>
    (await importKnown(known, { running })).workloads.flatMap(({ inferences }) =>
      inferences.flatMap(({ fact, values, certainty }) =>
        certainty === 'proves' ? [`${fact} ${values.map(writeStatedValue).join(' | ')}`] : [],
      ),
    );
  const written = await read(false);
  return (await read(true)).filter((each) => !written.includes(each));
}

const vm = ['site.vms other-hypervisor', 'life.runs-today vm-or-machine'];
const container = ['site.containers single-host-engine', 'life.runs-today container'];
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ image: a/b }] }\n';
const job = JSON.stringify({
  ID: 'a',
  TaskGroups: [{ Name: 'a', Tasks: [{ Driver: 'docker', Config: { image: 'a/b' } }] }],
});
const instance = '{"name":"a","type":"virtual-machine","config":{},"devices":{},"profiles":[]}';

it.each([
  { path: 'compose.yaml', text: 'services: { a: { image: a/b } }', proves: container },
  { path: 'a.container', text: '[Container]\nImage=a/b\n', proves: container },
  { path: 'a.service', text: '[Service]\nExecStart=/opt/a\n', proves: ['life.runs-today vm-or-machine'] },
  { path: 'a.xml', text: '<domain><name>a</name></domain>', proves: vm },
  { path: 'a.conf', text: 'name: a\nscsi0: x\nmemory: 1\n', proves: vm },
  { path: 'a.json', text: instance, proves: vm },
  { path: 'job.json', text: job, proves: ['life.runs-today container'] },
  {
    path: 'pod.yaml',
    text: pod,
    proves: ['site.containers managed-kubernetes | own-kubernetes', 'life.runs-today container'],
  },
  { path: 'Dockerfile', text: 'FROM a/b\n', proves: [] },
  { path: 'a.csv', text: 'VM,Powerstate,OS\na,on,Debian 12\n', proves: [] },
])('of $path that runs as it stands: $proves', async ({ path, text, proves }) => {
  expect([...(await listProved(path, text))].sort()).toEqual([...proves].sort());
});
