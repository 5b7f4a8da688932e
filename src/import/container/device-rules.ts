import type { Claims, Find, InferenceRule } from '../inference-rule.ts';
import { sortDevice } from '../knowledge/devices.ts';
import type { Spot } from '../spot.ts';
import { listDevices } from './bounds.ts';
import type { ContainerView } from './container-view.ts';

/** Devices that are handed to it, by what they are. */
function listSorted(
  view: ContainerView,
): { readonly spot: Spot; readonly sort: ReturnType<typeof sortDevice> }[] {
  return listDevices(view).map(({ spot, path }) => ({ spot, sort: sortDevice(path) }));
}

const pluggedSorts = ['sriov-or-dpdk-nic', 'usb-or-serial', 'hsm-or-other-pci', 'disk-or-controller'];

/**
 * One sort of device is what it is for; devices of several sorts side by side are mostly alternatives
 * for several hosts, and only likely.
 */
function findPlugged(view: ContainerView): Find[] {
  const sorted = listSorted(view).filter(({ sort }) => sort !== 'kernel-interface' && sort !== 'kvm');
  const alone = new Set(sorted.map(({ sort }) => sort)).size === 1;
  return sorted
    .filter(({ sort }) => pluggedSorts.includes(sort))
    .slice(0, 1)
    .map(({ spot, sort }) => {
      const claims: Claims = { 'hardware.device': [sort] };
      return alone ? { spot, proves: claims } : { spot, suggests: claims };
    });
}

/** Cards for graphics and computing. Beside other sorts, and for a program that merely can use one, only likely. */
function findCards(view: ContainerView): Find[] {
  const named = view.accelerators.slice(0, 1).map(({ spot, is }) => ({
    spot,
    proves: { 'hardware.accelerator': [is] },
  }));
  if (named.length > 0) return named;
  return listSorted(view)
    .filter(({ sort }) => sort === 'gpu' || sort === 'fpga-or-other')
    .slice(0, 1)
    .map(({ spot, sort }) => ({
      spot,
      suggests: { 'hardware.accelerator': [sort === 'gpu' ? 'gpu-compute' : 'fpga-or-other'] },
    }));
}

/** What follows from the devices that a container is handed. */
export const deviceRules: readonly InferenceRule<ContainerView>[] = [
  {
    id: 'container/device',
    reads: ['devices', 'volumes'],
    finds: findPlugged,
    proves: { facts: ['hardware.device'], as: 'what the device file is' },
    suggests: { facts: ['hardware.device'], as: 'what the device file is, beside others of another sort' },
    because: 'This device of the host is handed to it.',
    not: 'Devices of several sorts side by side are often alternatives for several hosts.',
    examples: {
      fires: 'image: shop\ndevices: [/dev/ttyUSB0]',
      quiet: 'image: shop\ndevices: [/dev/net/tun]',
    },
  },
  {
    id: 'container/accelerator',
    reads: ['devices', 'gpus', 'deploy.resources.reservations.devices', 'runtime'],
    finds: findCards,
    proves: { facts: ['hardware.accelerator'], as: 'what is reserved' },
    suggests: { facts: ['hardware.accelerator'], as: 'what the device file is' },
    because: 'An accelerator is reserved for it, or one of the host is handed to it.',
    not: 'A graphics device that is handed through is only likely to be needed: many programs do without.',
    examples: { fires: 'image: shop\ngpus: all', quiet: 'image: shop\ndevices: [/dev/snd]' },
  },
];
