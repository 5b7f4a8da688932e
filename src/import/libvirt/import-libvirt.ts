import type { Artefact } from '../artefact.ts';
import type { ImportedArtefact, Importer, ReadingOptions, Unread } from '../importer.ts';
import { listInferences } from '../inference-rule.ts';
import type { Guest } from './guest.ts';
import { guestRules } from './guest-rules.ts';
import { findElement, listElements, parseXml, type ForeignElement } from './xml-element.ts';

/** Domains of libvirt, as virsh prints them. */
export const libvirtImporter: Importer = { rules: guestRules, read: importDomains };

function importDomains({ file, text }: Artefact, options?: ReadingOptions): ImportedArtefact {
  const domains = parseXml(text, file).flatMap((root) =>
    root.name === 'domain' ? [root] : root.name === 'domainsnapshot' ? listElements(root, 'domain') : [],
  );
  const guests = domains.flatMap((domain) => toGuest(domain, options?.running === true) ?? []);
  const nameless = domains.filter((domain) => !guests.some((guest) => guest.domain === domain));
  return {
    workloads: guests.map((guest) => ({
      name: guest.declared.text ?? '',
      at: guest.declared.at,
      inferences: listInferences(guestRules, guest),
      parts: [],
    })),
    unread: listUnreadElements(guests),
    remarks: guests.flatMap(listGuestRemarks),
    problems: nameless.map(({ spot }) => ({
      message:
        'a domain without a name, such as part of a template or of a test; give what virsh dumpxml prints',
      at: spot.at,
    })),
  };
}

function toGuest(domain: ForeignElement, running: boolean): Guest | undefined {
  const name = findElement(domain, 'name');
  if (name?.spot.text === undefined || name.spot.text === '') return undefined;
  return {
    domain,
    declared: name.spot,
    observed: running || domain.attributes.has('id'),
    isContainer:
      domain.attributes.get('type') === 'lxc' || findElement(domain, 'os', 'type')?.spot.text === 'exe',
  };
}

function listGuestRemarks({ domain, declared, isContainer }: Guest): Unread[] {
  const name = declared.text ?? '';
  const type = findElement(domain, 'os', 'type');
  const arch = type?.attributes.get('arch');
  const shared = listElements(domain, 'devices', 'disk').find(
    (disk) => findElement(disk, 'shareable') !== undefined,
  );
  return [
    ...(isContainer
      ? [{ what: `${name} is a container with a system of its own, and no machine`, at: declared.at }]
      : []),
    ...(type === undefined || arch === undefined || /^(x86_64|i686)$/.test(arch)
      ? []
      : [{ what: `${name} is built for ${arch}`, at: type.spot.at }]),
    ...(shared === undefined
      ? []
      : [{ what: `${name} has a disk that several may write to, as clusters have`, at: shared.spot.at }]),
  ];
}

/** Elements that no rule reads, each once; those of devices behind their parent. */
function listUnreadElements(guests: readonly Guest[]): Unread[] {
  const read = new Set(guestRules.flatMap(({ reads }) => reads));
  const unread = new Map<string, Unread>();
  const note = (what: string, { spot }: ForeignElement): void => {
    const known = read.has(what) || [...read].some((key) => key.startsWith(`${what}.`));
    if (!known && !unread.has(what)) unread.set(what, { what, at: spot.at });
  };
  for (const { domain } of guests)
    for (const child of domain.children) {
      if (child.name !== 'devices') note(child.name, child);
      else for (const device of child.children) note(`devices.${device.name}`, device);
    }
  return [...unread.values()];
}
