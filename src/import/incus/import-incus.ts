import type { Artefact } from '../artefact.ts';
import type { ImportedArtefact, Importer, ReadingOptions, Unread } from '../importer.ts';
import { listInferences, listObserved } from '../inference-rule.ts';
import { spotAt, textAt } from '../spot.ts';
import { type IncusInstance, incusRules } from './incus-rules.ts';
import { incusSights } from './incus-sights.ts';
import { listInstances } from './recognise-incus.ts';

/** Instances of Incus and LXD. */
export const incusImporter: Importer = { rules: [...incusRules, ...incusSights], read: importInstances };

function importInstances({ file, documents }: Artefact, options?: ReadingOptions): ImportedArtefact {
  const subjects = documents.flatMap(listInstances).map((instance): IncusInstance => ({
    instance,
    observed: options?.running === true || (textAt(instance, 'status') ?? '') !== '',
  }));
  return {
    workloads: subjects.map((subject) => {
      const name = spotAt(subject.instance, 'name');
      const { line } = subject.instance.at;
      return {
        name: name?.text ?? `instance-${line}`,
        at: (name ?? subject.instance).at,
        inferences: listInferences(incusRules, subject),
        observed: listObserved(incusSights, subject),
        parts: [],
      };
    }),
    unread: listUnreadSettingsOf(subjects),
    remarks: subjects.flatMap(listInstanceRemarks),
    problems: subjects.length > 0 ? [] : [{ message: 'no instance of Incus', at: { file } }],
  };
}

/** What is handed to the layer below as it is, and cannot be read. */
function listInstanceRemarks({ instance }: IncusInstance): Unread[] {
  return [...(spotAt(instance, 'config')?.entries ?? [])]
    .filter(([key]) => key.startsWith('raw.'))
    .map(([key, spot]) => ({ what: `${key} is handed on as it is, and was not read`, at: spot.key }));
}

/** Settings and sorts of devices that no rule reads, each once; those that are the instance's record of itself do not count. */
function listUnreadSettingsOf(subjects: readonly IncusInstance[]): Unread[] {
  const read = new Set(incusImporter.rules.flatMap(({ reads }) => reads));
  const unread = new Map<string, Unread>();
  const note = (what: string, at: Unread['at']): void => {
    if (!read.has(what) && !unread.has(what)) unread.set(what, { what, at });
  };
  for (const { instance } of subjects) {
    for (const [key, spot] of spotAt(instance, 'config')?.entries ?? [])
      if (!/^(volatile|image|raw)\./.test(key)) note(`config.${key}`, spot.key);
    for (const device of spotAt(instance, 'devices')?.entries.values() ?? [])
      note(`devices.${textAt(device, 'type') ?? ''}`, device.key);
  }
  return [...unread.values()];
}
