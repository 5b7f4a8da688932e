import type { Artefact } from '../artefact.ts';
import type { ImportedArtefact, Importer, ReadingOptions, Unread } from '../importer.ts';
import { listInferences, listObserved } from '../inference-rule.ts';
import { stemOfFile } from '../file-stem.ts';
import type { Guest } from './guest.ts';
import { guestRules } from './guest-rules.ts';
import { guestSights } from './guest-sights.ts';
import { findElement, listElements, parseXml, type ForeignElement } from './xml-element.ts';

/** Domains of libvirt, as virsh prints them. */
export const libvirtImporter: Importer = { rules: [...guestRules, ...guestSights], read: importDomains };

function importDomains({ file, text }: Artefact, options?: ReadingOptions): ImportedArtefact {
  const domains = parseXml(text, file).flatMap((root) =>
    root.name === 'domain' ? [root] : root.name === 'domainsnapshot' ? listElements(root, 'domain') : [],
  );
  const whole = domains.filter(isWhole);
  const running = options?.running === true;
  const guests = whole.map((domain) =>
    toGuest(domain, stemOfFile(file, whole.length === 1 ? undefined : domain.spot.at.line), running),
  );
  return {
    workloads: guests.map((guest) => ({
      name: guest.name,
      at: guest.declared.at,
      inferences: listInferences(guestRules, guest),
      observed: guest.isContainer ? [] : listObserved(guestSights, guest),
      parts: [],
    })),
    unread: listUnreadElements(guests),
    remarks: guests.flatMap(listGuestRemarks),
    problems: domains
      .filter((domain) => !whole.includes(domain))
      .map(({ spot }) => ({
        message:
          'a part of a domain, without name and devices, such as of a template or of a test; give what virsh dumpxml prints',
        at: spot.at,
      })),
  };
}

/** Programs that define machines often fill in the name last; what has neither name nor devices is a part. */
function isWhole(domain: ForeignElement): boolean {
  return findName(domain) !== undefined || (findElement(domain, 'devices')?.children.length ?? 0) > 0;
}

function findName(domain: ForeignElement): ForeignElement | undefined {
  const name = findElement(domain, 'name');
  return name?.spot.text?.trim() === '' ? undefined : name;
}

function toGuest(domain: ForeignElement, elsewise: string, running: boolean): Guest {
  const named = findName(domain)?.spot;
  return {
    domain,
    name: named?.text ?? elsewise,
    declared: named ?? domain.spot,
    observed: running || domain.attributes.has('id'),
    isContainer:
      domain.attributes.get('type') === 'lxc' || findElement(domain, 'os', 'type')?.spot.text === 'exe',
  };
}

function listGuestRemarks({ domain, name, declared, isContainer }: Guest): Unread[] {
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
  const read = new Set(libvirtImporter.rules.flatMap(({ reads }) => reads));
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
