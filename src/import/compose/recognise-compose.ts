import type { Artefact } from '../artefact.ts';
import type { Recognition } from '../importer.ts';
import { spotAt } from '../spot.ts';

const fileName = /(^|[\\/])(docker-)?compose([.-][\w.-]+)?\.ya?ml$/i;

/** Tells a Compose file: a map of services, and none of the marks of other formats. */
export function recogniseCompose({ file, documents }: Artefact): Recognition {
  const named = fileName.test(file);
  for (const document of documents) {
    const services = spotAt(document, 'services');
    if (document.entries.has('apiVersion') || document.entries.has('advise')) continue;
    if (services?.is === 'map') return { is: 'yes' };
    if (named && spotAt(document, 'include') !== undefined) return { is: 'yes' };
    if (named && services === undefined && looksLikeFirstVersion(document.entries.values()))
      return {
        is: 'but',
        hint: 'a Compose file of the first version, without `services:`; docker compose no longer reads it, put its services under that key',
      };
  }
  return { is: 'no' };
}

/** Before there was a key for them, services stood at the top. */
function looksLikeFirstVersion(spots: Iterable<{ readonly entries: ReadonlyMap<string, unknown> }>): boolean {
  return [...spots].some(({ entries }) => entries.has('image') || entries.has('build'));
}
