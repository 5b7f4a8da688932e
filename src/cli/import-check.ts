import { dirname, join } from 'node:path';
import { formatPosition, InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import { hashBytes } from '../import/hash-bytes.ts';
import { type ImportChange, listImportChanges } from '../import/list-import-changes.ts';
import { largestForeign, readWhole } from '../read/read-text.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { line, writeLines } from '../text/lines.ts';
import { tidyPath } from '../text/path.ts';
import type { Workload } from '../workload/workload.ts';
import { openSources, type ReadingFlags } from './open-sources.ts';
import { type CommonOptions, openOutput, type World } from './world.ts';

/**
 * `advise import --check`: reads again what workload files were imported from, and tells what it says otherwise
 * than they do.
 * @param paths the workload files
 * @returns the exit code: that of a gate where something has changed
 * @throws InputError where a file was not imported, or what it was read from cannot be read
 */
export async function runImportCheck(
  world: World,
  flags: ReadingFlags & CommonOptions,
  { rulebook }: ReadyRulebook,
  paths: readonly string[],
): Promise<number> {
  const written = (await openSources(world, {}, rulebook, paths)).flatMap(({ artefact, workloads }) =>
    [...workloads].map((workload) => ({ ...workload, file: artefact.file })),
  );
  const lines: string[] = [];
  let differs = false;
  for (const { origins, workloads } of gatherByOrigin(written)) {
    const sources = await openSources(
      world,
      flags,
      rulebook,
      origins.map(({ place }) => place),
    );
    const several = workloads.find(({ imported = [] }) => imported.length > 1);
    if (several !== undefined && sources.length > 1 && flags.join === undefined)
      throw new InputError([
        {
          message: `${several.name} was read from several files; say how they were joined: --join, as it was`,
          at: { file: several.file },
        },
      ]);
    const now = new Map(sources.flatMap((source) => [...source.workloads].map((each) => [each.name, each])));
    const touched = origins.filter(
      ({ path, sha256 }) => hashBytes(readWhole(world.io, path, path, largestForeign)) !== sha256,
    );
    for (const workload of workloads) {
      const changes = listImportChanges(workload, now.get(workload.name));
      const own = placeOrigins(workload).map(({ path }) => path);
      const changed = touched.flatMap(({ path }) => (own.includes(path) ? [path] : []));
      differs ||= changes.length > 0;
      lines.push(`${workload.name}: ${wordState(changed, changes)}`, ...changes.map(wordChange));
    }
  }
  const context = openOutput(world, flags, rulebook);
  world.io.stdout.write(
    writeLines(
      lines.map((each) => line(each)),
      context,
    ),
  );
  return differs ? exitCodes.gateTripped.code : exitCodes.advised.code;
}

interface PlacedOrigin {
  readonly path: string;
  /** With the kind that it was read as. */
  readonly place: string;
  readonly sha256: string;
}

/** Workloads that were read from the same file are read again together, with all that was joined to one of them. */
function gatherByOrigin(workloads: readonly Workload[]) {
  const gathered = new Map<string, { readonly origins: PlacedOrigin[]; readonly workloads: Workload[] }>();
  for (const workload of workloads) {
    const origins = placeOrigins(workload);
    const [first] = origins;
    if (first === undefined)
      throw new InputError([
        { message: `${workload.name} does not say what it was imported from`, at: { file: workload.file } },
      ]);
    const others = gathered.get(first.place);
    if (others === undefined) gathered.set(first.place, { origins, workloads: [workload] });
    else {
      const known = new Set(others.origins.map(({ place }) => place));
      others.origins.push(...origins.filter(({ place }) => !known.has(place)));
      others.workloads.push(workload);
    }
  }
  return [...gathered.values()];
}

function placeOrigins({ file, imported = [] }: Workload): PlacedOrigin[] {
  return imported.map(({ from, sha256, kind }) => {
    const path = from.startsWith('/') ? from : tidyPath(join(dirname(file), from));
    return { path, place: kind === 'table' ? path : `${kind}:${path}`, sha256 };
  });
}

function wordState(touched: readonly string[], changes: readonly ImportChange[]): string {
  if (touched.length === 0 && changes.length === 0) return 'unchanged';
  const files = touched.length === 0 ? '' : `${touched.join(', ')} changed, `;
  return changes.length === 0 ? `${files}and says the same` : `${files}and says otherwise`;
}

function wordChange({ what, before, now, at }: ImportChange): string {
  const place = at === undefined ? '' : ` (${formatPosition(at)})`;
  return `  ${what}: ${before ?? 'nothing'} → ${now ?? 'nothing'}${place}`;
}
