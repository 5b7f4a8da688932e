import { describe, expect, it } from 'vitest';
import { parseEngineCommand } from '../../../../src/import/container/engine-command.ts';
import { parseTimeSpan } from '../../../../src/import/systemd/unit-workload.ts';
import { parseUnits, splitWords } from '../../../../src/import/systemd/unit-file.ts';
import { isInputError } from '../../../../src/errors.ts';
import { readFixture } from '../read-fixture.ts';
import { listSaid, readManifest } from '../read-manifest.ts';

// Units of systemd and Quadlets of Podman: how they are written, and what looks like more than it is.

async function sayOf(text: string, path = 'shop.service'): Promise<Record<string, string>> {
  const [first] = (await readManifest(text, path)).workloads;
  if (first === undefined) throw new Error('no workload');
  return listSaid(first);
}

const unit = (...lines: readonly string[]): string =>
  ['[Service]', 'ExecStart=/opt/shop/shop', ...lines].join('\n');
const quadlet = (...lines: readonly string[]): string =>
  ['[Container]', 'Image=town/shop:1', ...lines].join('\n');
const run = (command: string): string => `[Service]\nExecStart=/usr/bin/${command}`;

it('a drop-in beside a unit goes over it, and is where its setting stands', async () => {
  const { workloads } = await readFixture('systemd/shop.service');
  const memory = workloads[0]?.facts.find(({ fact }) => fact === 'hardware.memory');
  expect(memory?.values).toEqual([{ 'at-most': 4 }]);
  expect(memory?.at).toEqual({
    file: 'test/unit/import/artefacts/systemd/shop.service.d/local.conf',
    line: 2,
    column: 11,
  });
});

it('a network of a Quadlet is what its file beside it says', async () => {
  const { workloads, imported } = await readFixture('systemd/db.container');
  expect(workloads[0]?.name).toBe('db');
  expect(listSaid(workloads[0] ?? { facts: [] })).toMatchObject({
    'package.form': 'official-image',
    'state.kind': 'one-writer | self-replicating ? one-writer',
    'os.network': '? own-address | same-segment | several-networks',
    'os.host-access': 'none',
  });
  expect(imported.unread.map(({ what }) => what)).toEqual(['Restart']);
});

it('a unit that starts a container is that container', async () => {
  const { workloads } = await readFixture('systemd/agent.service');
  expect(listSaid(workloads[0] ?? { facts: [] })).toMatchObject({
    'os.host-access':
      'none | extra-capabilities | host-paths | host-paths-or-network | node-agent ? node-agent',
    'os.kernel-module': 'no',
    'life.runs-today': '? container',
  });
});

it('what systemctl cat prints is a workload for each unit, drop-ins included, and none for the system’s own', async () => {
  const text = [
    '# /usr/lib/systemd/system/ssh.service',
    '[Service]',
    'ExecStart=/usr/sbin/sshd -D',
    '',
    '# /etc/systemd/system/shop@.service',
    unit('MemoryMax=1G'),
    '',
    '# /etc/systemd/system/shop@.service.d/more.conf',
    '[Service]',
    'MemoryMax=3G',
    '',
    '# /etc/systemd/system/mail.service',
    unit('User=mail'),
  ].join('\n');
  const { workloads, imported } = await readManifest(text, 'units.txt');
  expect(workloads.map(({ name }) => name)).toEqual(['shop', 'mail']);
  expect(listSaid(workloads[0] ?? { facts: [] })['hardware.memory']).toBe('..3');
  expect(imported.remarks.map(({ what }) => what)).toEqual(['ssh belongs to the system, so it was left out']);
});

const traps: readonly { trap: string; file: string; says: Readonly<Record<string, string>> }[] = [
  {
    trap: 'running under systemd is no need of an init system',
    file: unit(),
    says: { 'os.init': '? single-process | several-processes', 'os.family': 'linux' },
  },
  {
    trap: 'a service has all rights by itself: what is absent says nothing',
    file: unit('User=shop'),
    says: { 'os.host-access': '', 'hardware.device': '', 'os.kernel-module': '', 'trust.root': 'no' },
  },
  {
    trap: 'naming no user is a habit, and no need of root',
    file: unit(),
    says: { 'trust.root': '? start-only | always' },
  },
  {
    trap: 'a unit of a user never has root',
    file: `${unit()}\n[Install]\nWantedBy=default.target`,
    says: { 'trust.root': '' },
  },
  {
    trap: 'a user that is filled in later could be root',
    file: unit('User=%i'),
    says: { 'trust.root': '' },
  },
  {
    trap: 'a command before it runs as root',
    file: unit('User=shop', 'ExecStartPre=+/bin/mkdir /run/shop'),
    says: { 'trust.root': 'no | start-only ? start-only' },
  },
  {
    trap: 'an empty value takes back what stands before it',
    file: unit('AmbientCapabilities=CAP_NET_ADMIN', 'AmbientCapabilities='),
    says: { 'os.host-access': '' },
  },
  {
    trap: 'a list of what it may not have gives it nothing',
    file: unit('CapabilityBoundingSet=~CAP_SYS_ADMIN CAP_NET_ADMIN'),
    says: { 'os.host-access': '' },
  },
  {
    trap: 'infinity and a part of the machine are no size',
    file: unit('MemoryMax=80%'),
    says: { 'hardware.memory': '' },
  },
  {
    trap: 'a comment inside of a continued line is none of it',
    file: '[Service]\nExecStart=/opt/shop/shop \\\n# User=root\n  --port 1\nUser=shop',
    says: { 'trust.root': 'no' },
  },
  {
    trap: 'restarting always is a habit',
    file: unit('Restart=always'),
    says: { 'life.instance': '', 'life.stop': '' },
  },
  {
    trap: 'a oneshot without a timer may stay',
    file: unit('Type=oneshot', 'RemainAfterExit=yes'),
    says: { 'life.instance': '' },
  },
  {
    trap: 'arguments as Podman takes them are free text: nothing follows by absence, what they give counts',
    file: quadlet('PodmanArgs=--cap-add NET_ADMIN --unheard of'),
    says: { 'os.host-access': '', 'os.init': '', 'package.form': '' },
  },
  {
    trap: 'full privileges among them are enough, and no need',
    file: quadlet('PodmanArgs=--privileged'),
    says: { 'os.host-access': 'unknown' },
  },
  {
    trap: 'a pod or a network that is not there leaves open what it is given',
    file: quadlet('Pod=away.pod'),
    says: { 'os.host-access': '', 'os.network': '' },
  },
  {
    trap: 'the socket of the engine, by a path that systemd fills in',
    file: quadlet('Volume=%t/podman/podman.sock:/run/podman/podman.sock:ro'),
    says: { 'os.runs-containers': 'unknown' },
  },
  {
    trap: 'a folder of the user’s own is a volume by another name',
    file: quadlet('Volume=%h/data:/data'),
    says: {
      'os.host-access': 'none',
      'state.kind': 'rebuildable | one-writer | self-replicating ? one-writer',
    },
  },
  {
    trap: 'a device by its name in the list of the maker',
    file: quadlet('AddDevice=nvidia.com/gpu=all'),
    says: { 'hardware.accelerator': 'gpu-compute', 'hardware.device': 'none' },
  },
  {
    trap: 'an option of the engine that nobody knows: is the next word its value, or the image?',
    file: run('docker run --unheard of postgres:17'),
    says: { 'package.form': '', 'os.host-access': '', 'os.family': 'linux' },
  },
  {
    trap: 'a variable in what it is given',
    file: run('podman run -v ${DATA}:/data town/shop'),
    says: { 'os.host-access': '', 'package.form': '' },
  },
  {
    trap: 'Podman boots the systemd that an unknown image may begin with, and nothing here would show it',
    file: '[Container]\nImage=localhost/shop',
    says: { 'os.init': '? single-process | several-processes', 'os.kernel-module': 'no' },
  },
  {
    trap: 'a command of its own, and no init, is what Podman starts',
    file: '[Container]\nImage=localhost/shop\nExec=/opt/shop',
    says: { 'os.init': 'single-process | several-processes' },
  },
  {
    trap: 'of an image that is known, what it begins with is known',
    file: '[Container]\nImage=docker.io/library/postgres:17',
    says: { 'os.init': 'single-process | several-processes' },
  },
  {
    trap: 'Podman that is told not to boot one',
    file: run('podman run --systemd=false town/shop'),
    says: { 'os.init': 'single-process | several-processes' },
  },
  {
    trap: 'Docker boots none by itself',
    file: run('docker run town/shop'),
    says: { 'os.init': 'single-process | several-processes' },
  },
  {
    trap: 'a command that is the init system of a whole machine',
    file: run('podman run town/shop /sbin/init'),
    says: { 'os.init': 'init-with-services' },
  },
  {
    trap: 'an engine that starts nothing by itself is a program like others',
    file: run('docker start -a shop'),
    says: { 'os.host-access': '', 'site.containers': '' },
  },
];

describe('traps', () => {
  it.each(traps)('$trap', async ({ file, says }) => {
    const said = await sayOf(file, file.startsWith('[Container]') ? 'shop.container' : 'shop.service');
    expect(Object.fromEntries(Object.keys(says).map((fact) => [fact, said[fact] ?? '']))).toEqual(says);
  });
});

describe('what runs nothing by itself says what to give instead', () => {
  it.each([
    { path: 'shop.timer', text: '[Timer]\nOnCalendar=daily', message: /give the \.service/ },
    { path: 'shop.pod', text: '[Pod]\nNetwork=host', message: /give its \.container files/ },
    { path: 'shop.kube', text: '[Kube]\nYaml=shop.yaml', message: /give the manifest/ },
    { path: 'shop.service.in', text: '[Service]\nExecStart=@bindir@/shop', message: /a template/ },
    {
      path: 'shop.service.j2',
      text: '[Service]\nExecStart=/bin/shop\nUser={{ user }}',
      message: /a template/,
    },
    { path: 'sshd.service', text: '[Service]\nExecStart=/usr/sbin/sshd', message: /of the system itself/ },
  ])('$path', async ({ path, text, message }) => {
    const refused = await readManifest(text, path).catch((error: unknown) => error);
    expect(isInputError(refused) ? refused.problems[0]?.message : refused).toMatch(message);
  });

  it('braces in a command of its own are no template', async () => {
    const said = await sayOf("[Service]\nExecStart=/usr/bin/docker ps --format '{{.Names}}'");
    expect(said['os.family']).toBe('linux');
  });
});

it.each([
  ['5min 20s', 320],
  ['90', 90],
  ['1h', 3600],
  ['infinity', undefined],
  ['soon', undefined],
])('%s is %s seconds', (text, seconds) => expect(parseTimeSpan(text)).toBe(seconds));

it('words of a line keep blanks within quotes', () => {
  expect(splitWords(`/bin/shop "two words" --name='it is' plain`)).toEqual([
    '/bin/shop',
    'two words',
    '--name=it is',
    'plain',
  ]);
});

it('settings stand where their values do, joined lines at their first', () => {
  const [unit] = parseUnits('[Service]\n  User =  shop\nExecStart=/bin/a \\\n b', 'shop.service', undefined);
  expect(unit?.settings.map(({ key, spot }) => [key, spot.text, spot.at.line, spot.at.column])).toEqual([
    ['User', 'shop', 2, 11],
    ['ExecStart', '/bin/a  b', 3, 11],
  ]);
});

it.each([
  {
    words: '-dit --name shop -v/data:/data -p 80:80 town/shop serve',
    command: {
      options: ['detach=', 'interactive=', 'tty=', 'name=shop', 'volume=/data:/data', 'publish=80:80'],
      image: 'town/shop',
      command: ['serve'],
    },
  },
  { words: '--net=host shop', command: { options: ['network=host'], image: 'shop', command: [] } },
  { words: '-z shop', command: { options: [], image: undefined, command: [] } },
  { words: '', command: { options: [], image: undefined, command: [] } },
])('an engine understands $words', ({ words, command }) => {
  const parsed = parseEngineCommand(splitWords(words));
  expect({ ...parsed, options: parsed.options.map(({ name, value }) => `${name}=${value}`) }).toEqual(
    command,
  );
});
