import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// What is fuzzed: which files are spoilt, and which command lines read them.

/** Files by their paths, as they lie in the folder that the program is run in. */
export type Files = Readonly<Record<string, string>>;

/** One reader of the program. */
export interface Target {
  readonly id: string;
  /** What is spoilt, each a good file; `place` is where it lies when the program reads it. */
  readonly seeds: readonly { readonly place: string; readonly text: string }[];
  /** What lies beside it and is left as it is. */
  readonly beside: Files;
  /** The command lines that are run; the file is called as its seed is. */
  readonly commands: (place: string) => readonly (readonly string[])[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every file below a folder, by its path from the root. */
function listFiles(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => pattern.test(path))
    .sort();
}

const formats = ['text', 'json', 'markdown', 'sarif', 'github', 'junit', 'csv'];
const workload = read('fixtures/payments-api.yaml');
const system = read('fixtures/shop.yaml');
const small = Object.fromEntries(
  listFiles('test/support/small-rulebook', /\.yaml$/).map((path) => [
    path.replace('test/support/small-rulebook', 'rules'),
    read(path),
  ]),
);

/** What importers read: the examples of a kind, under names by which it is known. */
function aimAtArtefacts(id: string, seeds: Target['seeds'], beside: Files = {}): Target {
  return {
    id,
    seeds,
    beside,
    commands: (place) => [
      ['assess', place, '-f', 'json'],
      ['import', place, '-o', 'written.yaml'],
      ['assess', 'written.yaml', '-f', 'json'],
      ['import', place],
    ],
  };
}

const artefacts = 'test/unit/import/artefacts';

/** Kinds of artefacts that have a folder of examples; each is a target. */
const artefactTargets = readdirSync(join(root, artefacts))
  .filter((kind) => listFiles(`${artefacts}/${kind}`, /\./).length > 0)
  .map((kind) =>
    aimAtArtefacts(
      kind,
      listFiles(`${artefacts}/${kind}`, /\.(ya?ml|json|csv|xml|service|container|conf|xlsx?|tf)$|Dockerfile/)
        .filter((path) => !/\.xlsx?$/.test(path))
        .map((path) => ({ place: path.slice(path.lastIndexOf('/') + 1), text: read(path) })),
    ),
  );

/** All targets, in the order of the summary. */
export const targets: readonly Target[] = [
  {
    id: 'workload',
    seeds: [
      ...listFiles('fixtures', /^fixtures\/[^/]+\.yaml$/),
      ...listFiles('fixtures/golden/real', /\.yaml$/),
    ]
      .filter((path) => !path.endsWith('expected.yaml'))
      .map((path) => ({ place: 'workload.yaml', text: read(path) })),
    beside: {},
    commands: (place) => [
      ...formats.map((format) => ['assess', place, '-f', format]),
      ['assess', place, '--all'],
      ['why', 'vm.single', place],
      ['lock', place],
      ['facts', '--unanswered', place],
    ],
  },
  {
    id: 'profile',
    seeds: listFiles('fixtures/profiles', /\.yaml$/).map((path) => ({
      place: 'site.yaml',
      text: read(path),
    })),
    beside: { 'workload.yaml': workload },
    commands: (place) => [
      ['assess', 'workload.yaml', '-p', place, '-f', 'json'],
      ['assess', 'workload.yaml', '-p', place],
    ],
  },
  {
    id: 'settings',
    seeds: [{ place: '.advise.yaml', text: 'rules: [team]\nprofile: site.yaml\n' }],
    beside: {
      'workload.yaml': workload,
      'site.yaml': read('fixtures/profiles/town-hall.yaml'),
      'team/rulebook.yaml': read('fixtures/rulebooks/kubernetes-only/rulebook.yaml'),
    },
    commands: () => [['assess', 'workload.yaml'], ['facts'], ['rules', 'list']],
  },
  {
    id: 'extension',
    seeds: listFiles('fixtures/rulebooks', /(rulebook|departments)\.yaml$/).map((path) => ({
      place: 'team.yaml',
      text: read(path),
    })),
    beside: { 'workload.yaml': workload },
    commands: (place) => [
      ['assess', 'workload.yaml', '--rules', place, '-f', 'json'],
      ['rules', 'digest', '--rules', place],
      ['assess', 'workload.yaml', '--rules', place, '--all'],
    ],
  },
  {
    id: 'rulebook',
    seeds: Object.entries(small).map(([place, text]) => ({ place, text })),
    beside: { ...small, 'workload.yaml': 'advise: 1\nname: w\nfacts: {}\n' },
    commands: () => [
      ['assess', 'workload.yaml', '--rules', 'rules', '-f', 'json'],
      ['rules', 'list', '--rules', 'rules'],
      ['facts', '--rules', 'rules', '-f', 'json'],
    ],
  },
  {
    id: 'record',
    // The texts of records are made by the program when the fuzzing begins: see fuzz.ts.
    seeds: [{ place: 'record', text: '' }],
    beside: { 'workload.yaml': workload, 'shop.yaml': system },
    commands: (place) => [
      ['assess', 'workload.yaml', 'shop.yaml', '--against', place, '-f', 'json'],
      ['assess', 'workload.yaml', 'shop.yaml', '--against', place],
    ],
  },
  aimAtArtefacts('rows', [
    {
      place: 'rows.ndjson',
      text: '{"advise":1,"name":"a","facts":{"os.family":"linux"}}\n{"advise":1,"name":"b","facts":{}}\n',
    },
    { place: 'rows.json', text: '[{"advise":1,"name":"a","facts":{"os.family":["linux","windows"]}}]' },
  ]),
  {
    id: 'map',
    seeds: [
      {
        place: 'map.yaml',
        text: 'advise-map: 1\nname: Hostname\nfacts:\n  trust.regulated: { column: PCI, when: { yes: [Y, x, 1], no: [N, 0] } }\n  hardware.memory: { column: RAM, unit: MiB }\n  os.family: OS\n',
      },
      { place: 'cmdb.csv', text: 'Hostname;PCI;RAM;OS\nerp;Y;4096;linux\nweb;N;"2048";windows|linux\n' },
    ],
    beside: {
      'map.yaml':
        'advise-map: 1\nname: Hostname\nfacts:\n  trust.regulated: { column: PCI, when: { yes: [Y], no: [N] } }\n  os.family: OS\n',
      'cmdb.csv': 'Hostname;PCI;RAM;OS\nerp;Y;4096;linux\nweb;N;2048;windows\n',
    },
    commands: () => [['assess', 'cmdb.csv', '--map', 'map.yaml', '-f', 'json', '--rejects', 'rejects.csv']],
  },
  ...artefactTargets,
];
