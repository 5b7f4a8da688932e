import { describe, expect, it } from 'vitest';
import { writeStatedValue } from '../../../../src/rulebook/fact-value.ts';
import type { FactStatement } from '../../../../src/workload/workload.ts';
import { readFixture } from '../read-fixture.ts';
import { listSaid, readManifest } from '../read-manifest.ts';

/** Statements on some facts, as `value | value`, what is only suggested behind a question mark. */
function say(statements: readonly FactStatement[], ...facts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    facts.map((fact) => [
      fact,
      statements
        .filter((each) => each.fact === fact)
        .map(({ values, origin }) => {
          const text = values === null ? 'unknown' : values.map(writeStatedValue).join(' | ');
          return origin === 'suggested' ? `? ${text}` : text;
        })
        .join(' '),
    ]),
  );
}

async function readPart(file: string, name: string): Promise<readonly FactStatement[]> {
  const { workloads } = await readFixture(`compose/${file}`);
  return workloads.flatMap(({ components }) => components).find((part) => part.name === name)?.facts ?? [];
}

interface Row {
  readonly part: string;
  readonly because: string;
  readonly says: Readonly<Record<string, string>>;
}

const rights: readonly Row[] = [
  {
    part: 'panel',
    because: 'a known panel looks after the engine',
    says: {
      'os.host-access':
        'none | extra-capabilities | host-paths | host-paths-or-network | node-agent ? node-agent',
      'os.runs-containers': 'unknown ? no',
    },
  },
  {
    part: 'unknown-with-socket',
    because: 'a socket says one of two things, and reading only changes nothing',
    says: {
      'os.host-access': 'none | extra-capabilities | host-paths | host-paths-or-network | node-agent',
      'os.runs-containers': 'unknown',
    },
  },
  {
    part: 'household',
    because: 'full privileges are enough, and no need',
    says: {
      'os.host-access': 'unknown',
      'os.runs-containers': 'unknown',
      'os.kernel-module': 'unknown',
      'os.runs-vms': 'unknown',
      'hardware.device': '',
      'os.network': 'unknown ? own-address | same-segment | host-network',
      'os.own-kernel': 'no',
    },
  },
  {
    part: 'vpn',
    because: 'a named right is a wish; loading a module is one of two things',
    says: {
      'os.host-access': 'none | extra-capabilities ? extra-capabilities',
      'os.kernel-module': 'unknown',
    },
  },
  {
    part: 'agent',
    because: 'it sees the whole machine',
    says: {
      'os.host-access':
        'none | extra-capabilities | host-paths | host-paths-or-network | node-agent ? node-agent',
    },
  },
  {
    part: 'plain',
    because: 'an ordinary folder is a volume, usual capabilities and the time zone are nothing',
    says: {
      'os.host-access': 'none',
      'state.kind': 'rebuildable | one-writer | self-replicating ? one-writer',
    },
  },
  {
    part: 'sensor',
    because: 'one device of one sort is what it is for',
    says: { 'hardware.device': 'usb-or-serial' },
  },
  {
    part: 'transcoder',
    because: 'devices of several sorts are alternatives for several hosts',
    says: { 'hardware.device': '? hsm-or-other-pci', 'hardware.accelerator': '? gpu-compute' },
  },
  { part: 'emulator', because: '/dev/kvm starts machines', says: { 'os.runs-vms': 'yes' } },
  {
    part: 'machine',
    because: 'what begins with an init system is looked after as a machine',
    says: { 'os.init': 'init-with-services' },
  },
  {
    part: 'supervised',
    because: 'a program called init at the top is mostly a small supervisor',
    says: { 'os.init': 'single-process | several-processes' },
  },
  {
    part: 'hidden',
    because: 'a right that nobody set leaves open what it is given',
    says: { 'os.host-access': '', 'os.kernel-module': '', 'hardware.device': '' },
  },
];

const files: readonly Row[] = [
  {
    part: 'web',
    because: 'the override takes its volumes away, puts other ports in their place and adds a right',
    says: {
      'state.kind': '? stateless | rebuildable',
      'trust.internet': '? no',
      'os.host-access': 'none | extra-capabilities ? extra-capabilities',
      'package.form': '',
    },
  },
  {
    part: 'worker',
    because: 'it extends what extends',
    says: { 'scale.instances': '3', 'os.host-access': 'none | extra-capabilities ? extra-capabilities' },
  },
  { part: 'cache', because: 'it is included', says: { 'state.kind': '? rebuildable' } },
  {
    part: 'lost',
    because: 'what it extends is not there, so nothing follows from absence',
    says: { 'os.host-access': '' },
  },
  { part: 'circle', because: 'it extends itself', says: { 'os.host-access': '' } },
];

const variables: readonly Row[] = [
  {
    part: 'with-default',
    because: 'the default counts',
    says: { 'package.form': 'official-image | built-from-source ? built-from-source' },
  },
  {
    part: 'nested',
    because: 'defaults nest',
    says: { 'state.kind': 'one-writer | self-replicating ? one-writer' },
  },
  { part: 'without', because: 'a variable that nobody set is no image', says: { 'package.form': '' } },
  {
    part: 'data',
    because: 'a folder of unknown name is still a folder',
    says: { 'state.kind': 'rebuildable | one-writer | self-replicating ? one-writer' },
  },
];

describe.each([
  { file: 'rights.yaml', rows: rights },
  { file: 'compose.yaml', rows: files },
  { file: 'variables.yaml', rows: variables },
])('of $file', ({ file, rows }) => {
  it.each(rows)('$part: $because', async ({ part, says }) => {
    expect(say(await readPart(file, part), ...Object.keys(says))).toEqual(says);
  });
});

it.each([
  { image: 'postgres:17', form: 'official-image', family: 'linux' },
  {
    image: 'public.ecr.aws/docker/library/postgres:17',
    form: 'official-image | built-from-source ? official-image',
    family: '? linux',
  },
  {
    image: 'mirror.example/hub/postgres:17',
    form: 'official-image | built-from-source ? official-image',
    family: '? linux',
  },
])(
  '$image is the store by its name, and for certain the image of its maker only at its maker’s',
  async (given) => {
    const { workloads } = await readManifest(`services: { db: { image: '${given.image}' } }`, 'compose.yaml');
    const said = listSaid(workloads[0]?.components[0] ?? workloads[0] ?? { facts: [] });
    expect(said).toMatchObject({
      'package.form': given.form,
      'os.family': given.family,
      'state.kind': 'one-writer | self-replicating ? one-writer',
    });
  },
);

describe('what an importer says beside facts', () => {
  it('names the keys that no rule reads, and what stands only in a profile', async () => {
    const { imported } = await readFixture('compose/shop.yaml');
    expect(imported.unread.map(({ what }) => what)).toEqual(['logging', 'depends_on']);
    expect(imported.remarks.map(({ what }) => what)).toEqual(['mailer only with profile mail']);
  });

  it('names what it could not follow', async () => {
    const { imported } = await readFixture('compose/compose.yaml');
    expect(imported.remarks.map(({ what }) => what)).toEqual([
      'test/unit/import/artefacts/compose/compose.override.yaml is laid over it',
      'lost extends a service that is not there',
      'circle extends itself',
      'round extends itself',
    ]);
  });
});
