import type { Artefact } from '../artefact.ts';
import type { Recognition } from '../importer.ts';
import { saysYes } from '../spot.ts';
import { findHostSource } from './host-view.ts';

/** Tells facts of one host, and where they could not be had. */
export function recogniseHost(artefact: Artefact): Recognition {
  if (findHostSource(artefact) !== undefined) return { is: 'yes' };
  const entries = artefact.documents[0]?.entries;
  const missing = saysYes(entries?.get('unreachable')) || saysYes(entries?.get('failed'));
  return missing && entries?.has('msg') === true
    ? { is: 'but', hint: 'Ansible could not ask this host: it holds no facts' }
    : { is: 'no' };
}
