import type { Artefact } from '../artefact.ts';
import type { Recognition } from '../importer.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';

const kustomization = 'a list of manifests for Kustomize; build it: kustomize build FOLDER | advise assess -';
const render = 'render it: helm template NAME FOLDER | advise assess -';

/** Tells objects of Kubernetes, also where they are only the parts of which they are made. */
export function recogniseKubernetes({ file, text, documents, problems }: Artefact): Recognition {
  const looksLike = /^ *["']?apiVersion["']?\s*:/m.test(text) && /^ *["']?kind["']?\s*:/m.test(text);
  if (problems.length > 0 && looksLike && text.includes('{{'))
    return { is: 'but', hint: `a template of a Helm chart; ${render}` };
  const objects = documents.filter(isObject);
  if (problems.length > 0 && objects.length === 0) return { is: 'no' };
  if (objects.length === 0 && /(^|[\\/])kustomization(\.ya?ml)?$/i.test(file))
    return { is: 'but', hint: kustomization };
  if (objects.length === 0)
    return /(^|[\\/])Chart\.ya?ml$/.test(file) &&
      documents.some((document) => document.entries.has('version'))
      ? { is: 'but', hint: `a Helm chart; ${render}` }
      : { is: 'no' };
  if (
    !/^\s*[[{]/.test(text) &&
    text.includes('{{') &&
    objects.some((object) => holdsBraces(object, text.split('\n')))
  )
    return { is: 'but', hint: `a template of a Helm chart; ${render}` };
  if (objects.every((object) => textAt(object, 'kind') === 'Kustomization'))
    return { is: 'but', hint: kustomization };
  return { is: 'yes' };
}

function isObject(spot: Spot): boolean {
  return spotAt(spot, 'apiVersion')?.is === 'text' && spotAt(spot, 'kind')?.is === 'text';
}

/** Braces of a template without quotes, which YAML takes for a map in a map and so for an empty one. */
function holdsBraces(spot: Spot, lines: readonly string[]): boolean {
  if (spot.is === 'map' && spot.entries.size === 0) {
    const { line, column } = spot.at;
    return lines[line - 1]?.startsWith('{{', column - 1) === true;
  }
  return (
    [...spot.entries.values()].some((inner) => holdsBraces(inner, lines)) ||
    spot.items.some((inner) => holdsBraces(inner, lines))
  );
}
