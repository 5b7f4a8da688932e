import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aimAtArtefacts } from './artefact-targets.ts';

// What is fuzzed: which files are spoilt, and which command lines read them.

/** Files by their paths, as they lie in the folder that the program is run in. */
export type Files = Readonly<Record<string, string>>;

/** One reader of the program. */
export interface Target {
  readonly id: string;
  /** How many inputs of each round are its own: more where one is read fast; 1 where left out. */
  readonly turns?: number;
  /** What is spoilt, each a good file; `place` is where it lies when the program reads it. */
  readonly seeds: readonly { readonly place: string; readonly text: string }[];
  /** What lies beside it and is left as it is. */
  readonly beside: Files;
  /** The command lines that are run on every input: what reads it fastest; the file is called as its seed is. */
  readonly commands: (place: string) => readonly (readonly string[])[];
  /** Those that are run on some of them, after the others: formats, proofs, and what reads what was written. */
  readonly seldom: (place: string) => readonly (readonly string[])[];
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

const rows =
  '{"advise":1,"name":"a","facts":{"os.family":"linux"}}\n{"advise":1,"name":"b","profile":"north","facts":{}}\n';
const formats = ['text', 'markdown', 'sarif', 'github', 'junit', 'csv'];
const workload = read('fixtures/payments-api.yaml');
const small = 'advise: 1\nname: w\nfacts: { state: { kind: stateless } }\n';
const smallRulebook = Object.fromEntries(
  listFiles('test/support/small-rulebook', /\.yaml$/).map((path) => [
    path.replace('test/support/small-rulebook', 'rules'),
    read(path),
  ]),
);

/** All targets but those of importers, in the order of the summary. */
export const ownTargets: readonly Target[] = [
  {
    id: 'workload',
    turns: 4,
    seeds: [
      ...listFiles('fixtures', /^fixtures\/[^/]+\.yaml$/),
      ...listFiles('fixtures/golden/real', /\.yaml$/),
    ]
      .filter((path) => !path.endsWith('expected.yaml'))
      .map((path) => ({ place: 'workload.yaml', text: read(path) })),
    beside: {},
    commands: (place) => [['assess', place, '-f', 'json']],
    seldom: (place) => [
      ...formats.map((format) => ['assess', place, '-f', format]),
      ['assess', place, '--all'],
      ['why', 'vm.single', place],
      ['lock', place],
      ['facts', '--unanswered', place],
    ],
  },
  {
    id: 'profile',
    turns: 2,
    seeds: listFiles('fixtures/profiles', /\.yaml$/).map((path) => ({
      place: 'site.yaml',
      text: read(path),
    })),
    beside: { 'workload.yaml': workload, 'rows.ndjson': rows },
    commands: (place) => [['assess', 'workload.yaml', '-p', place, '-f', 'json']],
    seldom: (place) => [
      ['assess', 'workload.yaml', '-p', place],
      ['fleet', 'assess', 'rows.ndjson', '-p', `north=${place}`, '-f', 'ndjson'],
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
    commands: () => [['facts']],
    seldom: () => [
      ['assess', 'workload.yaml'],
      ['rules', 'list'],
    ],
  },
  {
    id: 'extension',
    seeds: listFiles('fixtures/rulebooks', /(rulebook|departments)\.yaml$/).map((path) => ({
      place: 'team.yaml',
      text: read(path),
    })),
    beside: { 'workload.yaml': workload },
    commands: (place) => [['rules', 'digest', '--rules', place]],
    seldom: (place) => [
      ['assess', 'workload.yaml', '--rules', place, '-f', 'json'],
      ['assess', 'workload.yaml', '--rules', place, '--all'],
      ['rules', 'list', '--rules', place],
    ],
  },
  {
    id: 'rulebook',
    seeds: Object.entries(smallRulebook).map(([place, text]) => ({ place, text })),
    beside: { ...smallRulebook, 'workload.yaml': 'advise: 1\nname: w\nfacts: {}\n' },
    commands: () => [['rules', 'digest', '--rules', 'rules']],
    seldom: () => [
      ['assess', 'workload.yaml', '--rules', 'rules', '-f', 'json'],
      ['rules', 'list', '--rules', 'rules'],
      ['facts', '--rules', 'rules', '-f', 'json'],
    ],
  },
  {
    id: 'record',
    // The texts of records are made by the program when the fuzzing begins: see draw-input.ts.
    seeds: [{ place: 'record', text: '' }],
    beside: { 'workload.yaml': workload, 'small.yaml': small },
    commands: (place) => [['assess', 'small.yaml', '--against', place, '-f', 'json']],
    seldom: (place) => [['assess', 'workload.yaml', 'small.yaml', '--against', place]],
  },
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
    commands: () => [['fleet', 'assess', 'cmdb.csv', '--map', 'map.yaml', '-o', 'out.ndjson']],
    seldom: () => [['assess', 'cmdb.csv', '--map', 'map.yaml', '-f', 'json', '--rejects', 'rejects.csv']],
  },
  aimAtArtefacts('rows', [
    { place: 'rows.ndjson', text: rows },
    { place: 'rows.json', text: '[{"advise":1,"name":"a","facts":{"os.family":["linux","windows"]}}]' },
  ]),
  {
    id: 'fleet',
    turns: 4,
    seeds: [
      { place: 'rows.ndjson', text: rows },
      {
        place: 'rows.csv',
        text: 'name,site,os.family,os_memory,state_kind\na,n,linux|windows,4 GiB,stateless\n',
      },
    ],
    beside: { 'north.yaml': 'advise-profile: 1\nname: north\nfacts: { site: { hosting: on-premises } }\n' },
    commands: (place) => [['fleet', 'assess', place, '-o', 'out.ndjson', '--rejects', 'rejects.csv']],
    seldom: (place) => [
      ['fleet', 'assess', place, '-f', 'ndjson', '--with', 'hinges', '--with', 'flips'],
      ['fleet', 'assess', place, '--profile', 'north=north.yaml', '--all'],
    ],
  },
  {
    id: 'draft',
    turns: 2,
    seeds: [
      'name: my-workload\nfacts: { os: { family: linux } }\n',
      'facts:\n  state: { kind: one-writer, availability: downtime-ok }\n  life: { stage: planned }\n',
      'facts: { trust: { runs: strangers-code } }\nwaivers: []\ncomponents: [{ name: web, facts: {} }]\n',
    ].map((text) => ({ place: '.advise-draft.yaml', text: `advise: 1\n${text}` })),
    beside: {},
    // The interview goes on with it, is broken off, and leaves what the next has to be able to read.
    commands: () => [['ask']],
    seldom: (place) => [
      ['ask', '--all'],
      ['assess', place, '-f', 'json'],
      ['ask', place],
    ],
  },
];
