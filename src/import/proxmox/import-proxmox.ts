import type { Artefact } from '../artefact.ts';
import type { ImportedArtefact, Importer, ReadingOptions, Unread } from '../importer.ts';
import { listInferences, listObserved } from '../inference-rule.ts';
import { stemOfFile } from '../file-stem.ts';
import { findKey, type GuestConfig, parseGuestConfig } from './guest-config.ts';
import type { ProxmoxGuest } from './proxmox-guest.ts';
import { proxmoxRules } from './proxmox-rules.ts';
import { proxmoxSights } from './proxmox-sights.ts';

/** Machines and containers of Proxmox, as `qm config` and `pct config` print them. */
export const proxmoxImporter: Importer = { rules: [...proxmoxRules, ...proxmoxSights], read: importGuest };

function importGuest({ file, text }: Artefact, options?: ReadingOptions): ImportedArtefact {
  const config = parseGuestConfig(text, file);
  const rootfs = findKey(config, 'rootfs');
  const named = findKey(config, 'name') ?? findKey(config, 'hostname');
  const disk = [...config].find(([key]) => /^(scsi|virtio|sata|ide|net|efidisk)\d+$/.test(key))?.[1][0];
  const declared = named ?? rootfs ?? disk;
  const template = findKey(config, 'template');
  const refuse = (message: string, placesNothing = false): ImportedArtefact => ({
    ...nothing,
    problems: [{ message, at: { file } }],
    placesNothing,
  });
  if (declared === undefined || (rootfs === undefined && disk === undefined))
    return refuse('a configuration of Proxmox without a disk or a network');
  if (template?.text === '1')
    return refuse('a template of Proxmox, from which guests are made; none itself', true);
  const guest: ProxmoxGuest = {
    config,
    declared,
    isContainer: rootfs !== undefined,
    running: options?.running === true,
  };
  const name = named?.text ?? stemOfFile(file);
  return {
    workloads: [
      {
        name,
        at: declared.at,
        inferences: listInferences(proxmoxRules, guest),
        observed: listObserved(proxmoxSights, guest),
        parts: [],
      },
    ],
    unread: listUnreadOf(config),
    remarks: guest.isContainer
      ? [
          {
            what: `${name} is a container with a system of its own, which no fact knows as a place of today`,
            at: declared.at,
          },
        ]
      : [],
    problems: [],
  };
}

const nothing: ImportedArtefact = { workloads: [], unread: [], remarks: [], problems: [] };

/** Keys that no rule reads, each once, those that are counted without their number. */
function listUnreadOf(config: GuestConfig): Unread[] {
  const read = new Set([...proxmoxImporter.rules.flatMap(({ reads }) => reads), 'template']);
  const unread = new Map<string, Unread>();
  for (const [key, [spot]] of config) {
    const plain = key.replace(/\d+$/, '');
    if (spot !== undefined && !read.has(key) && !read.has(plain) && !unread.has(plain))
      unread.set(plain, { what: plain, at: spot.key });
  }
  return [...unread.values()];
}
