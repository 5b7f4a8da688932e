import type { Artefact } from '../artefact.ts';
import type { Recognition } from '../importer.ts';

/** Tells the configuration of a machine or a container of Proxmox, as `qm config` and `pct config` print it. */
export function recogniseProxmox({ text }: Artefact): Recognition {
  if (/^\s*[[{<]/.test(text)) return { is: 'no' };
  const has = (key: RegExp): boolean => new RegExp(`^(?:${key.source}):[ \\t]*\\S`, 'm').test(text);
  const isContainer = has(/rootfs/) && has(/ostype|arch|hostname|memory/);
  const isMachine =
    has(/(?:scsi|virtio|sata|ide|efidisk|net)\d+/) && has(/ostype|memory|cores|sockets|scsihw/);
  return isContainer || isMachine ? { is: 'yes' } : { is: 'no' };
}
