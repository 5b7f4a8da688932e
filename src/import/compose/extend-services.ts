import type { Artefact } from '../artefact.ts';
import { deriveSpot, mapTexts } from '../derived-spot.ts';
import type { Unread } from '../importer.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';
import { interpolate, type Variables } from './interpolate.ts';
import { mergeSpots } from './merge-services.ts';

/** The documents of a file with variables put in. */
export function openDocuments(file: Artefact, variables: Variables): Spot[] {
  return file.documents.map((document) => mapTexts(document, (text) => interpolate(text, variables)));
}

/** Whether a path leads to another machine, which is not asked. */
export function isRemote(path: string): boolean {
  return /^(https?|git|ssh|oci):|^git@/.test(path);
}

/** One file, in which services extend others. */
export interface ExtendingFile {
  readonly file: Artefact;
  readonly variables: Variables;
  readonly top: Spot;
  readonly remarks: Unread[];
}

/**
 * A document with every service laid over what it extends.
 * @param incomplete takes the names of those of which something was not found
 */
export function extendServices(from: ExtendingFile, incomplete: Set<string>): Spot {
  const { top } = from;
  const services = spotAt(top, 'services');
  if (services === undefined) return top;
  const extended = new Map(
    [...services.entries].map(([name, spot]) => {
      const { spot: whole, complete } = extendService(from, name, spot, []);
      if (!complete) incomplete.add(name);
      return [name, whole];
    }),
  );
  const entries = new Map([...top.entries, ['services', deriveSpot(services, { entries: () => extended })]]);
  return deriveSpot(top, { entries: () => entries });
}

/**
 * A service laid over what it extends, in its file or another.
 * @param above what is being extended, from the outermost, to find circles
 */
function extendService(
  from: ExtendingFile,
  name: string,
  spot: Spot,
  above: readonly string[],
): { readonly spot: Spot; readonly complete: boolean } {
  const extended = spotAt(spot, 'extends');
  if (extended === undefined) return { spot, complete: true };
  const leaveOut = (what: string) => {
    from.remarks.push({ what: `${name} ${what}`, at: extended.at });
    return { spot, complete: false };
  };
  const path = textAt(extended, 'file');
  if (path !== undefined && isRemote(path))
    return leaveOut('extends a service from elsewhere, which is not fetched');
  const file = path === undefined ? from.file : from.file.openBeside(path);
  const base = extended.text ?? textAt(extended, 'service') ?? name;
  const mark = `${file?.file ?? ''}#${base}`;
  if (above.includes(mark)) return leaveOut('extends itself');
  const top = path === undefined || file === undefined ? from.top : openDocuments(file, from.variables)[0];
  const found = spotAt(top, 'services', base);
  if (file === undefined || top === undefined || found === undefined)
    return leaveOut('extends a service that is not there');
  const whole = extendService({ ...from, file, top }, base, found, [...above, mark]);
  return { spot: mergeSpots(whole.spot, spot), complete: whole.complete };
}
