import type { Artefact } from '../artefact.ts';
import type { ReadingOptions, Unread } from '../importer.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';
import { extendServices, isRemote, openDocuments } from './extend-services.ts';
import { parseEnvFile, type Variables } from './interpolate.ts';
import { mergeSpots } from './merge-services.ts';

/** A service as it stands after everything was laid over each other. */
export interface ComposeService {
  readonly name: string;
  readonly spot: Spot;
  /** Whether all that it extends was found. */
  readonly complete: boolean;
}

/** A Compose project, all its files together. */
export interface ComposeProject {
  readonly name: string | undefined;
  readonly services: readonly ComposeService[];
  /** The key that the services stand under, in the first file that has any. */
  readonly declared: Spot | undefined;
  readonly networks: ReadonlyMap<string, Spot>;
  readonly volumes: ReadonlyMap<string, Spot>;
  /** Whether everything that it includes was found. */
  readonly complete: boolean;
  /** Whether it is known to run in production. */
  readonly running: boolean;
  readonly remarks: readonly Unread[];
}

/** What files of one project are read with. */
interface Reading {
  readonly options: ReadingOptions;
  readonly remarks: Unread[];
  /** Files that are being included, from the outermost, to find circles. */
  readonly within: readonly string[];
}

/**
 * Reads a project: the file with its override beside it, what it includes, and what its services extend.
 * Variables are those of `.env` beside it, or those that were given in its place; those of the process are
 * not looked at.
 */
export function composeProject(artefact: Artefact, options: ReadingOptions = {}): ComposeProject {
  const remarks: Unread[] = [];
  return openProject(artefact, { options, remarks, within: [artefact.file] });
}

function openProject(artefact: Artefact, reading: Reading): ComposeProject {
  const { options, remarks } = reading;
  const variables: Variables = parseEnvFile(options.variables ?? artefact.openBeside('.env')?.text ?? '');
  const override = openOverride(artefact);
  const [laid] = override?.documents ?? [];
  if (override !== undefined && laid !== undefined)
    remarks.push({ what: `${override.file} is laid over it`, at: laid.at });
  // What a service extends is settled within its own file, before others are laid over it.
  const incomplete = new Set<string>();
  const tops = [artefact, ...(override === undefined ? [] : [override])].flatMap((file) =>
    openDocuments(file, variables).map((top) =>
      extendServices({ file, variables, top, remarks }, incomplete),
    ),
  );
  const [first, ...others] = tops;
  const running = options.running === true;
  if (first === undefined) return { ...emptyProject, running, remarks };
  const top = others.reduce(mergeSpots, first);
  const included = openIncluded(artefact, top, reading);
  const own = [...(spotAt(top, 'services')?.entries ?? [])].map(([name, spot]) => ({
    name,
    spot,
    complete: !incomplete.has(name),
  }));
  const names = own.map(({ name }) => name);
  const joinNamed = (key: 'networks' | 'volumes'): ReadonlyMap<string, Spot> =>
    new Map([
      ...included.projects.flatMap((project) => [...project[key]]),
      ...(spotAt(top, key)?.entries ?? []),
    ]);
  return {
    name: textAt(top, 'name'),
    services: [
      ...included.projects.flatMap(({ services }) => services.filter(({ name }) => !names.includes(name))),
      ...own,
    ],
    declared: spotAt(top, 'services') ?? spotAt(top, 'include'),
    networks: joinNamed('networks'),
    volumes: joinNamed('volumes'),
    complete: included.complete && included.projects.every(({ complete }) => complete),
    running,
    remarks,
  };
}

const emptyProject: Omit<ComposeProject, 'running' | 'remarks'> = {
  name: undefined,
  services: [],
  declared: undefined,
  networks: new Map(),
  volumes: new Map(),
  complete: true,
};

/** As `docker compose` does without being told: `compose.override.yaml` beside `compose.yaml`. */
function openOverride({ path, openBeside }: Artefact): Artefact | undefined {
  const [, stem] = /(?:^|[\\/])(compose|docker-compose)\.ya?ml$/.exec(path ?? '') ?? [];
  if (stem === undefined) return undefined;
  return openBeside(`${stem}.override.yaml`) ?? openBeside(`${stem}.override.yml`);
}

/** The projects that a file includes, as far as they can be found. */
function openIncluded(
  artefact: Artefact,
  top: Spot,
  { options, remarks, within }: Reading,
): { readonly projects: readonly ComposeProject[]; readonly complete: boolean } {
  let complete = true;
  const entries = spotAt(top, 'include')?.items ?? [];
  const projects = entries.flatMap((entry) => {
    const paths = entry.text !== undefined ? [entry] : listTexts(spotAt(entry, 'path'));
    return paths.flatMap((spot) => {
      const path = spot.text ?? '';
      const file = isRemote(path) ? undefined : artefact.openBeside(path);
      if (file === undefined || within.includes(file.file) || file.documents.length === 0) {
        complete = false;
        remarks.push({ what: wordMissing('includes', path, file, within), at: spot.at });
        return [];
      }
      return [openProject(file, { options, remarks, within: [...within, file.file] })];
    });
  });
  return { projects, complete };
}

function wordMissing(
  verb: string,
  path: string,
  file: Artefact | undefined,
  within: readonly string[],
): string {
  if (isRemote(path)) return `${verb} a file from elsewhere, which is not fetched`;
  if (file === undefined) return `${verb} a file that is not there`;
  return within.includes(file.file) ? `${verb} itself` : `${verb} a file that cannot be read`;
}

/** A text, or the texts of a list. */
export function listTexts(spot: Spot | undefined): readonly Spot[] {
  if (spot === undefined) return [];
  return spot.is === 'list' ? spot.items : [spot];
}
