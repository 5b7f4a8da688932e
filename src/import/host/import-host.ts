import type { Artefact } from '../artefact.ts';
import type { ImportedArtefact, Importer, ReadingOptions } from '../importer.ts';
import { listInferences, listObserved } from '../inference-rule.ts';
import { stemOfFile } from '../file-stem.ts';
import { releasesKnownUntil } from '../knowledge/judge-release.ts';
import { dayOfReleases } from '../knowledge/release-rules.ts';
import { hostRules } from './host-rules.ts';
import { hostSights } from './host-sights.ts';
import {
  findHostSource,
  type HostView,
  viewAnsible,
  viewCollected,
  viewFacter,
  viewHostOfOsquery,
} from './host-view.ts';

/** Facts of one host: of Ansible, Facter, osquery, or a collector. */
export const hostImporter: Importer = { rules: [...hostRules, ...hostSights], read: importHost };

function importHost(
  artefact: Artefact,
  { today = releasesKnownUntil }: ReadingOptions = {},
): ImportedArtefact {
  const { file } = artefact;
  const view = viewHost(artefact, today);
  const declared = view?.name ?? view?.system ?? view?.kernel;
  if (view === undefined || declared === undefined)
    return {
      workloads: [],
      unread: [],
      remarks: [],
      problems: [{ message: 'facts of a host without its name and its system', at: { file } }],
    };
  const inferences = listInferences(hostRules, view);
  const identity = { uuid: view.uuid?.text, address: view.address?.text };
  return {
    workloads: [
      {
        name: view.name?.text ?? stemOfFile(file),
        at: declared.at,
        identity,
        inferences,
        observed: listObserved(hostSights, view),
        parts: [],
      },
    ],
    unread: [],
    remarks: [],
    problems: [],
    ...dayOfReleases([{ inferences }], today),
  };
}

function viewHost(artefact: Artefact, day: string): HostView | undefined {
  const source = findHostSource(artefact);
  if (source === 'collector') return viewCollected(artefact, day);
  if (source === 'osquery') return viewHostOfOsquery(artefact, day);
  const [document] = artefact.documents;
  if (document === undefined) return undefined;
  return source === 'facter' ? viewFacter(document, day) : viewAnsible(document, day);
}
