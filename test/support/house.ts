// The plan of the house, which test/architecture.test.ts holds against the imports and names in src/.

/** What the modules of a room may import, beside each other. */
export interface Room {
  /** Rooms, and files that lie in src/ itself. */
  readonly rooms: readonly string[];
  readonly packages?: readonly string[];
}

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
const room = (rooms: string, packages = ''): Room => ({ rooms: words(rooms), packages: words(packages) });

/** What everybody may import, and what imports nothing: the words of verdicts, and an entry of a list. */
export const ground: readonly string[] = ['at.ts', 'entry-of.ts', 'words.ts'];

/** Every room, from the core outwards, and what it may import. What nobody imports any more is taken out. */
export const rooms: Readonly<Record<string, Room>> = {
  'errors.ts': room('text'),
  'exit-code.ts': room(''),
  'output.ts': room('errors.ts', 'node:fs'),
  'write-whole.ts': room('', 'node:fs node:path'),
  'io.ts': room('output.ts write-whole.ts', 'node:fs'),
  duckdb: room('errors.ts write-whole.ts', 'node:module node:path'),
  'start-thread.ts': room('', 'node:worker_threads'),
  'row-worker.ts': room('fleet', 'node:events node:worker_threads'),
  'streams.ts': room('duckdb start-thread.ts write-whole.ts', 'node:fs node:stream'),
  text: room(
    '',
    'chalk csv-stringify fast-string-width fast-wrap-ansi fast-xml-builder fastest-levenshtein fflate mdast mdast-util-gfm mdast-util-to-markdown sarif yaml',
  ),
  read: room('errors.ts io.ts text', 'yaml'),

  decide: room(''),
  'reason/engine': room('decide'),
  reason: room('decide reason/engine'),

  rulebook: room('decide errors.ts io.ts read rulebook/extend rulebook/load text', 'node:path zod'),
  'rulebook/load': room('decide errors.ts io.ts read rulebook text', 'node:crypto zod'),
  'rulebook/extend': room('decide errors.ts read rulebook rulebook/load text', 'zod'),
  'rulebook/upgrade': room('errors.ts io.ts read rulebook rulebook/extend rulebook/load', 'yaml'),
  'rulebook/new': room('rulebook', 'yaml'),
  workload: room('errors.ts io.ts read rulebook text'),

  import: room(
    'errors.ts import/compose import/dockerfile import/host import/incus import/inventory import/kubernetes import/libvirt import/nomad import/proxmox import/systemd import/table import/terraform io.ts read rulebook text workload',
    'csv-stringify jsonc-parser node:crypto node:path yaml',
  ),
  'import/knowledge': room('import'),
  'import/container': room('import import/knowledge rulebook'),
  'import/compose': room('import import/container import/dockerfile import/knowledge'),
  'import/kubernetes': room('errors.ts import import/container import/knowledge'),
  'import/table': room('errors.ts import read rulebook text workload', 'csv-parse fflate hucre'),
  'import/dockerfile': room('import import/container import/knowledge', 'dockerfile-ast'),
  'import/libvirt': room('errors.ts import import/knowledge', 'saxes'),
  'import/nomad': room('import import/container import/knowledge'),
  'import/proxmox': room('import import/knowledge'),
  'import/incus': room('import import/container import/knowledge'),
  'import/systemd': room('import import/container import/knowledge'),
  'import/terraform': room('import import/container import/knowledge'),
  'import/host': room('import import/knowledge'),
  'import/inventory': room('import import/knowledge import/table'),

  advice: room('decide reason reason/engine rulebook workload', 'zod'),
  'assess.ts': room('advice rulebook workload'),
  'assess-each.ts': room('advice assess.ts rulebook workload'),
  'assemble-result.ts': room('advice errors.ts rulebook workload'),
  record: room('advice assess.ts errors.ts io.ts read text workload', 'jsonc-parser zod'),

  'prove/test': room(
    'advice assess.ts decide errors.ts io.ts read rulebook rulebook/load text workload',
    'node:path',
  ),
  'prove/lint': room('decide errors.ts reason/engine rulebook rulebook/load workload'),
  'prove/diff': room('advice errors.ts io.ts read rulebook workload', 'microdiff'),

  report: room('advice decide errors.ts import portfolio prove/diff prove/lint prove/test rulebook workload'),
  render: room(
    'advice fleet import portfolio prove/diff prove/lint prove/test render/advice render/advice/html render/advice/markdown render/advice/text render/import render/portfolio render/rulebook render/rulebook/docs report rulebook rulebook/upgrade text workload',
  ),
  'render/advice': room('advice errors.ts render report text workload', 'csv-stringify sarif'),
  'render/overview': room('report text', 'mdast'),
  'render/advice/text': room('advice render render/overview report text'),
  'render/advice/markdown': room('advice render render/overview report text', 'mdast'),
  'render/advice/html': room(
    'advice render render/overview report rulebook text',
    'node:crypto preact preact-render-to-string',
  ),
  'render/import': room('errors.ts import render report text workload', 'mdast'),
  'render/rulebook': room(
    'errors.ts prove/diff prove/lint prove/test render report rulebook rulebook/upgrade text',
    'sarif',
  ),
  'render/rulebook/docs': room('render report rulebook text', 'github-slugger mdast'),
  fleet: room(
    'advice assess.ts decide duckdb errors.ts import import/table read reason reason/engine rulebook text workload',
    'zod',
  ),
  'fleet/sql': room('decide errors.ts fleet import/table rulebook text'),
  portfolio: room('advice assess.ts decide fleet reason reason/engine rulebook workload', 'zod'),
  'render/portfolio': room(
    'fleet portfolio render render/advice/html render/overview report text',
    'node:crypto preact-render-to-string',
  ),
  page: room('advice assess.ts errors.ts render/advice/html report rulebook text workload', 'preact'),
  schema: room('advice fleet portfolio read rulebook rulebook/extend workload', 'zod'),

  ask: room(
    'decide reason reason/engine rulebook text workload',
    '@inquirer/core fast-string-width fast-wrap-ansi',
  ),
  cli: room(
    'advice ask assemble-result.ts assess-each.ts assess.ts duckdb errors.ts exit-code.ts fleet fleet/sql import import/host import/table io.ts portfolio prove/diff prove/lint prove/test read record render report rulebook rulebook/load rulebook/new rulebook/upgrade schema start-thread.ts streams.ts text workload',
    'commander node:path',
  ),
  'library.ts': room(
    'advice assemble-result.ts assess.ts decide errors.ts portfolio read rulebook rulebook/extend rulebook/load workload',
    'package.json',
  ),
  'main.ts': room('cli errors.ts exit-code.ts', 'commander'),
  'run.ts': room('ask io.ts main.ts rulebook streams.ts', 'node:fs node:path package.json'),
};

/** How many files one after the other may import at most: a deeper house is harder to read. */
export const deepest = 35;

/** What a verb at the beginning of a function's name promises. */
export interface Verb {
  /** In a word, for the test's report. */
  readonly means: string;
  /** Rooms in which functions and files may begin with it; left out, all. */
  readonly only?: RegExp;
  /** What such a function returns, as it is written. */
  readonly returns?: RegExp;
  /** What its module has to import. */
  readonly imports?: string;
}

/** The dictionary of verbs, as CONTRIBUTING.md has it, as far as a test can see it. */
export const verbs: Readonly<Record<string, Verb>> = {
  read: { means: 'touches Io', imports: 'src/io.ts' },
  check: { means: 'returns problems, or tells them to who collects them', returns: /\[\]$|^void$/ },
  find: { means: 'the thing, or null', returns: /\| (null|undefined)$/ },
  list: { means: 'an array', returns: /\[\]$|^Generator</ },
  prove: { means: 'a proof', returns: /Proof(\[\])?$/ },
  describe: { means: 'decided positions as entries of the result', only: /^advice$/ },
  word: { means: 'anything as a string', only: /^(report|text|errors\.ts|read|rulebook|prove|ask)\b/ },
  render: { means: 'lines or text', only: /^render\b/ },
  say: { means: 'on standard error', only: /^cli$/ },
  ...Object.fromEntries(
    words('show explain print name title arrange').map((verb) => [
      verb,
      { means: 'nothing: another verb says it', only: /^(?!)/ },
    ]),
  ),
};
