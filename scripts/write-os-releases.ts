// Writes src/import/knowledge/os-releases.json from a checkout of endoflife.date's data:
// git clone https://github.com/endoflife-date/endoflife.date && npx tsx scripts/write-os-releases.ts endoflife.date
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { releaseNames } from '../src/import/knowledge/release-names.ts';

const source = 'https://github.com/endoflife-date/endoflife.date';
const target = fileURLToPath(new URL('../src/import/knowledge/os-releases.json', import.meta.url));

const [checkout] = process.argv.slice(2);
if (checkout === undefined)
  throw new Error(`usage: npx tsx scripts/write-os-releases.ts <checkout of ${source}>`);
const git = (...command: string[]): string =>
  execFileSync('git', ['-C', checkout, ...command], { encoding: 'utf8', maxBuffer: 1e8 });
const show = (path: string): string => git('show', `HEAD:${path}`);

/** A release of a product as the data has it: its ends are days, or whether it has ended. */
interface Release {
  readonly releaseCycle: string;
  readonly eol: unknown;
  readonly eoes?: unknown;
}

/** The day as text; true of what has ended on a day that nobody wrote down, false of what has not. */
function toEnd(value: unknown): string | boolean {
  if (value === true || value === false) return value;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  throw new Error(`no end of a release: ${JSON.stringify(value)}`);
}

function listReleases(product: string): (readonly (string | boolean)[])[] {
  const [, front = ''] = show(`products/${product}.md`).split(/^---$/m);
  const { releases } = parse(front, { schema: 'core' }) as { releases: readonly Release[] };
  return releases.map(({ releaseCycle, eol, eoes }) => [
    releaseCycle,
    toEnd(eol),
    ...(eoes === undefined || eoes === false ? [] : [toEnd(eoes)]),
  ]);
}

const products = [...new Set(releaseNames.map(({ product }) => product))].sort();
const [commit = '', date = ''] = git('log', '-1', '--format=%H %cs').trim().split(' ');
const head = { source, commit, date, licence: 'MIT', notice: show('LICENSE').trim() };
const rows = products.map((product) => {
  const releases = listReleases(product).map(
    (release) => `      [${release.map((each) => JSON.stringify(each)).join(', ')}]`,
  );
  return `    ${JSON.stringify(product)}: [\n${releases.join(',\n')}\n    ]`;
});
const start = JSON.stringify(head, null, 2).replace(/\n\}$/, '');
writeFileSync(target, `${start},\n  "products": {\n${rows.join(',\n')}\n  }\n}\n`);
