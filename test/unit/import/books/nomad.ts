import type { Book } from './book.ts';

type Values = Readonly<Record<string, unknown>>;

/** A job of groups, a line each. */
const job = (
  groups: Readonly<Record<string, Values>>,
  more: Values = {},
): { readonly 'job.json': string } => ({
  'job.json': `{ "Job": { "ID": "shop", ${JSON.stringify(more).slice(1, -1) || '"x": null'}, "TaskGroups": [\n${Object.entries(
    groups,
  )
    .map(([Name, group]) => JSON.stringify({ Name, ...group }))
    .join(',\n')}\n] } }`,
});
const task = (config: Values, more: Values = {}): Values => ({
  Name: 'a',
  Driver: 'docker',
  Config: { image: 'town/shop:1', ...config },
  ...more,
});
/** Groups of one task each, by what its driver is told. */
const told = (rows: Readonly<Record<string, Values>>): Readonly<Record<string, Values>> =>
  Object.fromEntries(Object.entries(rows).map(([name, config]) => [name, { Tasks: [task(config)] }]));
const tasks = (rows: Readonly<Record<string, Values>>): Readonly<Record<string, Values>> =>
  Object.fromEntries(Object.entries(rows).map(([name, more]) => [name, { Tasks: [task({}, more)] }]));
const plain = { Tasks: [task({})] };
const hook = { Lifecycle: { Hook: 'prestart' } };
const constraint = (LTarget: string, RTarget: string, Operand?: string): Values => ({
  ...plain,
  Constraints: [{ LTarget, RTarget, Operand }],
});
const system = (config: Values): Book[string] => job(told({ a: config }), { Type: 'system' });

/** Jobs of Nomad, each group nearly another one. */
export const nomad: Book = {
  'what a driver is told': job(
    told({
      plain: {},
      privileged: { privileged: true },
      unprivileged: { privileged: false },
      'read-only': { readonly_rootfs: true },
      writable: { readonly_rootfs: false },
      added: { cap_add: ['SYS_ADMIN'] },
      dropped: { cap_drop: ['all'] },
      security: { security_opt: ['seccomp=unconfined'] },
      network: { network_mode: 'host' },
      'no-network': { network_mode: '' },
      'own-network': { network_mode: 'lan' },
      pid: { pid_mode: 'host' },
      ipc: { ipc_mode: 'host' },
      uts: { uts_mode: 'host' },
      users: { userns_mode: 'host' },
      runtime: { runtime: 'kata' },
      entry: { entrypoint: '/sbin/init' },
      processes: { pids_limit: '9' },
      init: { init: 'true' },
      'own-processors': { cpuset_cpus: '0,1' },
      'hard-limit': { cpu_hard_limit: true },
      'soft-limit': { cpu_hard_limit: false },
      settings: { sysctl: { 'net.x': '1' } },
      'settings-list': { sysctl: [{ 'net.x': '1' }] },
      device: { devices: [{ host_path: '/dev/ttyUSB0' }] },
      'device-none': { devices: [{ container_path: '/dev/x' }] },
      mount: { mounts: [{ type: 'bind', source: '/etc', target: '/x' }] },
      'mount-volume': { mount: [{ source: 'data', target: '/x', readonly: 'true' }] },
      'mount-writable': { mount: [{ type: 'volume', source: 'data', target: '/x', readonly: false }] },
      'mount-tmpfs': { mounts: [{ type: 'tmpfs', target: '/x' }] },
      folder: { volumes: ['/srv/data:/data'] },
      'own-folder': { volumes: ['local/data:/data'] },
      driver: { volumes: ['data:/data'], volume_driver: 'pxd' },
      'no-driver': { volumes: ['data:/data'] },
      'driver-nameless': { volumes: ['./data/x:/data'], volume_driver: 'pxd' },
      socket: { volumes: ['/var/run/docker.sock:/x'] },
      command: { command: 'serve' },
      args: { args: ['serve'] },
      shell: { command: 'sh', args: ['-c', 'serve'] },
      windows: { image: 'mcr.microsoft.com/windows/nanoserver:1' },
      'no-image': { image: null },
      odd: { odd: 'x', empty: '', list: [], map: {}, nothing: null },
    }),
  ),
  tasks: job(
    tasks({
      user: { User: '7' },
      root: { User: 'root' },
      'nobody-said': { User: '' },
      memory: { Resources: { MemoryMB: 512 } },
      'most-memory': { Resources: { MemoryMB: 512, MemoryMaxMB: 1024 } },
      'no-most': { Resources: { MemoryMB: 512, MemoryMaxMB: 0 } },
      'no-memory': { Resources: { MemoryMB: 0 } },
      card: { Resources: { Devices: [{ Name: 'nvidia/gpu' }] } },
      gpu: { Resources: { Devices: [{ Name: 'gpu' }] } },
      amd: { Resources: { Devices: [{ Name: 'amd/x' }] } },
      maker: { Resources: { Devices: [{ Name: 'x/gpu/model' }] } },
      'no-card': {
        Resources: {
          Devices: [
            { Name: 'x/fpga' },
            { Name: 'xgpu' },
            { Name: 'gpus' },
            { Name: 'xnvidia' },
            { Name: 'xamd' },
          ],
        },
      },
      stops: { KillTimeout: 600e9 },
      'stops-as-all': { KillTimeout: 5e9 },
      'stops-soon': { KillTimeout: 6e9 },
      'stops-at-once': { KillTimeout: 0 },
      vault: { Vault: { Policies: ['x'] } },
      'no-vault': { Vault: null },
      password: { Env: { PASSWORD: 'x' } },
      'no-password': { Env: { PASSWORD: '', COLOUR: 'x' } },
      checked: { Services: [{ Name: 'x' }, { Checks: [{ Type: 'http' }] }] },
      unchecked: { Services: [{ Checks: [] }] },
      podman: { Driver: 'podman' },
      containerd: { Driver: 'containerd-driver' },
      'containerd-short': { Driver: 'containerd' },
      xdocker: { Driver: 'xdocker' },
      dockers: { Driver: 'dockers' },
      exec: { Driver: 'exec' },
      exec2: { Driver: 'exec2' },
      java: { Driver: 'java' },
      raw: { Driver: 'raw_exec' },
      execs: { Driver: 'execs' },
      xexec: { Driver: 'xexec' },
      qemu: { Driver: 'qemu' },
      'no-driver': { Driver: null },
      odd: { Odd: 'x', Meta: {} },
    }),
  ),
  groups: job({
    one: { ...plain, Count: 1 },
    three: { ...plain, Count: 3 },
    none: { ...plain, Count: 0 },
    scaled: { ...plain, Count: 3, Scaling: { Max: 9 } },
    'scaled-to-none': { ...plain, Count: 3, Scaling: { Max: 0 } },
    two: { Tasks: [task({}, { Resources: { MemoryMB: 5 } }), task({ image: 'postgres' }, { Name: 'b' })] },
    'two-of-one-image': { Tasks: [task({}), task({ image: null }, { Name: 'b' })] },
    'command-and-args': { Tasks: [task({ command: '/sbin/init', args: ['x'] })] },
    helper: {
      Tasks: [
        task({ privileged: true, image: 'x/y' }, hook),
        task({}, { Name: 'b', Resources: { MemoryMB: 5 } }),
      ],
    },
    'helper-no-container': {
      Tasks: [task({}, { ...hook, Driver: 'exec' }), task({}, { Name: 'b', Resources: { MemoryMB: 5 } })],
    },
    'only-helpers': { Tasks: [task({}, hook)] },
    'no-helper': { Tasks: [task({}, { Lifecycle: null })] },
    mixed: { Tasks: [task({}), task({}, { Name: 'b', Driver: 'exec' })] },
    'mixed-filters': { Tasks: [task({}), task({}, { Name: 'b', Driver: 'containerd' })] },
    'no-tasks': { Tasks: [] },
    network: { ...plain, Networks: [{ Mode: 'bridge' }, { Mode: 'host' }] },
    'network-bridge': { ...plain, Networks: [{ Mode: 'bridge' }] },
    volume: {
      Tasks: [task({}, { VolumeMounts: [{ Volume: 'data' }] })],
      Volumes: { data: { Type: 'host' }, other: {} },
    },
    'volume-read': {
      Tasks: [task({}, { VolumeMounts: [{ Volume: 'data' }] })],
      Volumes: { data: { ReadOnly: true } },
    },
    'volume-read-mount': {
      Tasks: [task({}, { VolumeMounts: [{ Volume: 'data', ReadOnly: true }] })],
      Volumes: { data: {} },
    },
    'volume-read-once': {
      Tasks: [task({}, { VolumeMounts: [{ Volume: 'data', ReadOnly: true }, { Volume: 'data' }] })],
      Volumes: { data: {} },
    },
    mesh: { ...plain, Services: [{ Name: 'x' }, { Connect: { SidecarService: {} } }] },
    'no-mesh': { ...plain, Services: [{ Connect: { SidecarService: null } }] },
    checked: { ...plain, Services: [{ Checks: [{ Type: 'tcp' }] }] },
    'checked-one-of-two': {
      Tasks: [task({}), task({}, { Name: 'b' })],
      Services: [{ Checks: [{ Type: 'tcp' }] }],
    },
    linux: constraint('${attr.kernel.name}', 'linux', '='),
    'linux-twice': constraint('${attr.kernel.name}', 'linux', '=='),
    'linux-is': constraint('${attr.kernel.name}', 'linux', 'is'),
    'linux-bare': constraint('${attr.kernel.name}', 'linux'),
    'not-linux': constraint('${attr.kernel.name}', 'linux', '!='),
    windows: constraint('${attr.kernel.name}', 'windows', '='),
    darwin: constraint('${attr.kernel.name}', 'darwin', '='),
    linuxes: constraint('${attr.kernel.name}', 'linuxes', '='),
    xlinux: constraint('${attr.kernel.name}', 'xlinux', '='),
    other: constraint('${attr.cpu.arch}', 'linux', '='),
    odd: { ...plain, Odd: 'x', Meta: {} },
  }),
  'a job for Windows': job(
    { a: plain },
    { Constraints: [{ LTarget: '${attr.kernel.name}', RTarget: 'windows', Operand: '=' }] },
  ),
  'a batch': job({ a: { ...plain, Count: 2 }, b: plain }, { Type: 'batch' }),
  'a batch of the system': job({ a: { ...plain, Count: 2 } }, { Type: 'sysbatch' }),
  'a service': job({ a: plain }, { Type: 'service' }),
  'of another type': job({ a: plain }, { Type: 'services' }),
  'of the system': system({}),
  'of the system with privileges': system({ privileged: true }),
  'of the system with the processes of its host': system({ pid_mode: 'host' }),
  'of the system with the network of its host': system({ network_mode: 'host' }),
  'of the system with a capability': system({ cap_add: ['NET_ADMIN'] }),
  'of the system with a folder': system({ volumes: ['/proc:/x'] }),
  'of the system and no container': job(tasks({ a: { Driver: 'exec' } }), { Type: 'system' }),
  ...Object.fromEntries(
    ['running', 'pending', 'dead', 'runnings', 'xpending'].map((Status) => [
      `a job that is ${Status}`,
      job({ a: plain, b: { Tasks: [task({}, { Driver: 'exec' })] } }, { Status }),
    ]),
  ),
  'a job without groups': job({}),
  'a job without a key of its own': { 'job.json': JSON.stringify({ ID: 'x', TaskGroups: [plain] }) },
  'no job without an identity': { 'job.json': JSON.stringify({ TaskGroups: [plain] }) },
  'no job with groups in a map': { 'job.json': JSON.stringify({ ID: 'x', TaskGroups: {} }) },
  'a job in its own language': { 'shop.txt': 'job "shop" {\n}\n' },
  'a job in its own language without quotes': { 'shop.txt': 'job shop-1 {\n}\n' },
  'an empty name': { 'shop.txt': 'job "" {\n}\n' },
  'no job at the beginning of a line': { 'shop.txt': '  job "shop" {\n}\n' },
  jobs: { 'shop.txt': 'jobs "shop" {\n}\n' },
  'a file of Nomad by its name': { 'shop.nomad': '# empty\n' },
  'a file of Nomad by its longer name': { 'shop.nomad.hcl': '# empty\n' },
  'nearly a file of Nomad by its name': { 'shop.nomads': '# empty\n' },
  'a file of Nomad in braces': { 'shop.nomad': '{ "a": 1 }' },
  'a file of Nomad in braces behind a blank': { 'shop.nomad': ' \n{ "a": 1 }' },
  'a job in YAML': { 'job.yaml': 'ID: shop\nTaskGroups: [{ Name: a }]\n' },
  'its own language as JSON': { 'job.json': '{"job":{"shop":{"group":{}}}}' },
  'its own language as JSON with places': { 'job.json': '{"job":{"shop":{"datacenters":[]}}}' },
  'a job of something else': { 'job.json': '{"job":{"shop":{"x":{}}}}' },
};
