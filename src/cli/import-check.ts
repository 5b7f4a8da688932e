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
    const now = new Map(sources.flatMap((source) => [...source.workloads].map((each) => [each.name, each])));
    const touched = origins.filter(
      ({ path, sha256 }) => hashBytes(readWhole(world.io, path, path, largestForeign)) !== sha256,
    );
    for (const workload of workloads) {
      const changes = listImportChanges(workload, now.get(workload.name));
      differs ||= changes.length > 0;
      lines.push(
        `${workload.name}: ${wordState(
          touched.map(({ path }) => path),
          changes,
        )}`,
        ...changes.map(wordChange),
      );
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

/** Workloads that were read from the same files are read again together. */
function gatherByOrigin(workloads: readonly Workload[]) {
  const gathered = new Map<
    string,
    { readonly origins: readonly PlacedOrigin[]; readonly workloads: Workload[] }
  >();
  for (const workload of workloads) {
    const { file, name, imported = [] } = workload;
    if (imported.length === 0)
      throw new InputError([{ message: `${name} does not say what it was imported from`, at: { file } }]);
    const origins = imported.map(({ from, sha256, kind }) => {
      const path = from.startsWith('/') ? from : tidyPath(join(dirname(file), from));
      return { path, place: kind === 'table' ? path : `${kind}:${path}`, sha256 };
    });
    const key = origins.map(({ place }) => place).join('\n');
    const others = gathered.get(key);
    if (others === undefined) gathered.set(key, { origins, workloads: [workload] });
    else others.workloads.push(workload);
  }
  return [...gathered.values()];
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
