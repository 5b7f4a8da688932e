import { entryOf } from '../../entry-of.ts';
import type { Spot } from '../spot.ts';
import { findElement, listElements, type ForeignElement } from './xml-element.ts';

/** A domain of libvirt. */
export interface Guest {
  readonly domain: ForeignElement;
  readonly name: string;
  /** Where it is named; where it is not, where it begins. */
  readonly declared: Spot;
  /** Whether it runs, or somebody says so. */
  readonly observed: boolean;
  /** A container with a system of its own, and no machine. */
  readonly isContainer: boolean;
}

/** Devices of the host that are handed to it, by how: `usb`, `pci`, `mdev`. */
export function listHanded({ domain }: Guest, type: string): ForeignElement[] {
  return listElements(domain, 'devices', 'hostdev').filter(
    ({ attributes }) => attributes.get('type') === type,
  );
}

const inBytes: Readonly<Record<string, number>> = {
  b: 1,
  bytes: 1,
  KB: 1e3,
  k: 2 ** 10,
  KiB: 2 ** 10,
  MB: 1e6,
  M: 2 ** 20,
  MiB: 2 ** 20,
  GB: 1e9,
  G: 2 ** 30,
  GiB: 2 ** 30,
  TB: 1e12,
  T: 2 ** 40,
  TiB: 2 ** 40,
};

/** The memory of a domain in GiB; without a unit a number is KiB. */
export function findGuestMemory({
  domain,
}: Guest): { readonly spot: Spot; readonly size: number } | undefined {
  const element = findElement(domain, 'memory');
  const factor = entryOf(inBytes, element?.attributes.get('unit') ?? 'KiB');
  const amount = Number(element?.spot.text);
  return element === undefined || factor === undefined || !(amount > 0)
    ? undefined
    : { spot: element.spot, size: Number(((amount * factor) / 2 ** 30).toPrecision(9)) };
}
