import type { Artefact } from '../artefact.ts';
import { mapTexts } from '../derived-spot.ts';
import type { Unread } from '../importer.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';
import { interpolate, parseEnvFile, type Variables } from './interpolate.ts';
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
  /** Whether everything that it includes was found. */
  readonly complete: boolean;
  readonly remarks: readonly Unread[];
}

/** What files of one project are read with. */
interface Reading {
  readonly remarks: Unread[];
  /** Files that are being included, from the outermost, to find circles. */
  readonly within: readonly string[];
}

/**
 * Reads a project: the file with its override beside it, what it includes, and what its services extend.
 * Variables are those of `.env` beside it; those of the process are not looked at.
 */
export function composeProject(artefact: Artefact): ComposeProject {
  const remarks: Unread[] = [];
  return openProject(artefact, { remarks, within: [artefact.file] });
}

function openProject(artefact: Artefact, reading: Reading): ComposeProject {
  const env = artefact.openBeside('.env');
  const variables: Variables = env === undefined ? new Map<string, string>() : parseEnvFile(env.text);
  const top = openTop(artefact, variables, reading.remarks);
  if (top === undefined)
    return {
      name: undefined,
      services: [],
      declared: undefined,
      networks: new Map(),
      complete: true,
      remarks: reading.remarks,
    };
  const included = listIncluded(artefact, top, reading);
  const own = [...(spotAt(top, 'services')?.entries ?? [])].map(([name, spot]) => {
    const extended = extendService(artefact, variables, top, name, spot, [], reading.remarks);
    return { name, ...extended };
  });
  const names = own.map(({ name }) => name);
  return {
    name: textAt(top, 'name'),
    services: [
      ...included.projects.flatMap(({ services }) => services.filter(({ name }) => !names.includes(name))),
      ...own,
    ],
    declared: spotAt(top, 'services') ?? spotAt(top, 'include'),
    networks: new Map([
      ...included.projects.flatMap(({ networks }) => [...networks]),
      ...(spotAt(top, 'networks')?.entries ?? []),
    ]),
    complete: included.complete && included.projects.every(({ complete }) => complete),
    remarks: reading.remarks,
  };
}

/** The documents of a file laid over each other, and its override beside it; variables put in. */
function openTop(artefact: Artefact, variables: Variables, remarks: Unread[]): Spot | undefined {
  const override = openOverride(artefact);
  if (override !== undefined && override.documents[0] !== undefined)
    remarks.push({ what: `${override.file} is laid over it`, at: override.documents[0].at });
  const [first, ...others] = [...artefact.documents, ...(override?.documents ?? [])].map((document) =>
    mapTexts(document, (text) => interpolate(text, variables)),
  );
  return first === undefined ? undefined : others.reduce(mergeSpots, first);
}

/** As `docker compose` does without being told: `compose.override.yaml` beside `compose.yaml`. */
function openOverride({ path, openBeside }: Artefact): Artefact | undefined {
  const [, stem] = /(?:^|[\\/])(compose|docker-compose)\.ya?ml$/.exec(path ?? '') ?? [];
  if (stem === undefined) return undefined;
  return openBeside(`${stem}.override.yaml`) ?? openBeside(`${stem}.override.yml`);
}

function listIncluded(
  artefact: Artefact,
  top: Spot,
  { remarks, within }: Reading,
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
      return [openProject(file, { remarks, within: [...within, file.file] })];
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

function isRemote(path: string): boolean {
  return /^(https?|git|ssh|oci):|^git@/.test(path);
}

/** A service laid over what it extends, in this file or another. */
function extendService(
  artefact: Artefact,
  variables: Variables,
  top: Spot,
  name: string,
  spot: Spot,
  above: readonly string[],
  remarks: Unread[],
): { readonly spot: Spot; readonly complete: boolean } {
  const extended = spotAt(spot, 'extends');
  if (extended === undefined) return { spot, complete: true };
  const leaveOut = (what: string) => {
    remarks.push({ what: `${name} ${what}`, at: extended.at });
    return { spot, complete: false };
  };
  const path = textAt(extended, 'file');
  const from = extended.text ?? textAt(extended, 'service') ?? name;
  if (path !== undefined && isRemote(path))
    return leaveOut('extends a service from elsewhere, which is not fetched');
  const file = path === undefined ? artefact : artefact.openBeside(path);
  const mark = `${file?.file ?? ''}#${from}`;
  if (above.includes(mark)) return leaveOut('extends itself');
  const outer = path === undefined || file === undefined ? top : openTop(file, variables, []);
  const base = file === undefined ? undefined : spotAt(outer, 'services', from);
  if (file === undefined || outer === undefined || base === undefined)
    return leaveOut('extends a service that is not there');
  const whole = extendService(file, variables, outer, from, base, [...above, mark], remarks);
  return { spot: mergeSpots(whole.spot, spot), complete: whole.complete };
}

/** A text, or the texts of a list. */
export function listTexts(spot: Spot | undefined): readonly Spot[] {
  if (spot === undefined) return [];
  return spot.is === 'list' ? spot.items : [spot];
}
