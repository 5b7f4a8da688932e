import { type Claims, type Find, findsAt, type InferenceRule } from '../inference-rule.ts';
import { isBounded, isHardware, listDevices, listEngineSockets, listExtraCapabilities } from './bounds.ts';
import { sortDevice } from '../knowledge/devices.ts';
import { isLibraryImage, parseImageName } from '../knowledge/image-name.ts';
import { findImageEntry } from '../knowledge/images.ts';
import type { ContainerView } from './container-view.ts';

// The first law: a container gets nothing that its description does not hand it. If it works as
// described, what is absent is not needed.

/** Where a container is declared, by its key, if a condition holds. */
export function declaredIf(view: ContainerView, holds: boolean): Find[] {
  return holds ? [{ spot: view.declared, part: 'key' }] : [];
}

const programs: Claims = { 'os.init': ['single-process', 'several-processes'] };

const absent = 'as far as the file works as it stands';

/** What follows from what a container is not given. */
export const absenceRules: readonly InferenceRule<ContainerView>[] = [
  {
    id: 'container/hosts-kernel',
    reads: [],
    finds: (view) => declaredIf(view, view.complete && view.windows === undefined),
    proves: { 'os.own-kernel': ['no'] },
    because: `It runs on the kernel of its host, ${absent}.`,
    examples: { fires: 'image: shop', quiet: 'image: mcr.microsoft.com/windows/servercore:ltsc2022' },
  },
  {
    id: 'container/stays-put',
    reads: [],
    finds: (view) => declaredIf(view, true),
    proves: { 'life.moves': ['none'] },
    because: 'Containers are never moved with their running state, nor cloned as machines.',
    examples: { fires: 'image: shop', quiet: 'provider: { type: shop }' },
  },
  {
    id: 'container/no-module',
    reads: ['cap_add', 'privileged'],
    finds: (view) => declaredIf(view, isBounded(view) && !hasCapability(view, 'SYS_MODULE')),
    proves: { 'os.kernel-module': ['no'] },
    because: `Without the right to load modules it brings none, ${absent}.`,
    examples: { fires: 'image: shop', quiet: 'image: shop\ncap_add: [SYS_MODULE]' },
  },
  {
    id: 'container/no-real-time',
    reads: ['cap_add', 'ulimits', 'privileged'],
    finds: (view) =>
      declaredIf(view, isBounded(view) && view.realtime === undefined && !hasCapability(view, 'SYS_NICE')),
    proves: { 'os.realtime': ['no'] },
    because: `Without the right to a real-time priority it keeps no deadline of a millisecond, ${absent}.`,
    examples: { fires: 'image: shop', quiet: 'image: shop\ncap_add: [SYS_NICE]' },
  },
  {
    id: 'container/no-virtualisation',
    reads: ['devices', 'privileged'],
    finds: (view) =>
      declaredIf(
        view,
        isBounded(view) && !listDevices(view).some(({ path }) => /^\/dev(\/kvm)?\/*$/.test(path)),
      ),
    proves: { 'os.runs-vms': ['no'] },
    because: `Without /dev/kvm it starts no virtual machines, ${absent}.`,
    examples: { fires: 'image: shop', quiet: 'image: shop\ndevices: [/dev/kvm]' },
  },
  {
    id: 'container/no-engine',
    reads: ['volumes', 'privileged'],
    finds: (view) => declaredIf(view, isBounded(view) && listEngineSockets(view).length === 0),
    proves: { 'os.runs-containers': ['no', 'rootless-builds'] },
    suggests: { 'os.runs-containers': ['no'] },
    because: `Without an engine's socket and without privileges it starts no containers, ${absent}; it could still build some.`,
    examples: {
      fires: 'image: shop',
      quiet: 'image: shop\nvolumes: [/var/run/docker.sock:/var/run/docker.sock]',
    },
  },
  {
    id: 'container/no-device',
    reads: ['devices', 'privileged'],
    finds: (view) =>
      declaredIf(view, isBounded(view) && !listDevices(view).some(({ path }) => isHardware(path))),
    proves: { 'hardware.device': ['none'] },
    because: `No device of the host is handed to it, ${absent}.`,
    examples: { fires: 'image: shop', quiet: 'image: shop\ndevices: [/dev/ttyUSB0]' },
  },
  {
    id: 'container/no-interconnect',
    reads: ['devices', 'privileged'],
    finds: (view) =>
      declaredIf(
        view,
        isBounded(view) && !listDevices(view).some(({ path }) => sortDevice(path) === 'sriov-or-dpdk-nic'),
      ),
    proves: { 'hardware.tightly-coupled': ['no'] },
    because: `No fast interconnect of the host is handed to it, ${absent}.`,
    examples: { fires: 'image: shop', quiet: 'image: shop\ndevices: [/dev/infiniband]' },
  },
  {
    id: 'container/no-accelerator',
    reads: ['devices', 'gpus', 'deploy.resources.reservations.devices', 'privileged'],
    finds: (view) =>
      declaredIf(
        view,
        isBounded(view) &&
          view.accelerators.length === 0 &&
          !listDevices(view).some(({ path }) => isHardware(path)),
      ),
    proves: { 'hardware.accelerator': ['none'] },
    because: `No accelerator of the host is handed to it, ${absent}.`,
    examples: { fires: 'image: shop', quiet: 'image: shop\ngpus: all' },
  },
  {
    id: 'container/own-network',
    reads: ['network_mode', 'networks'],
    finds: (view) =>
      declaredIf(
        view,
        view.complete &&
          view.hostNetwork === undefined &&
          view.hostPid === undefined &&
          view.ownAddress === undefined &&
          view.foreignNetwork === undefined,
      ),
    proves: { 'os.network': ['known-ports'] },
    because: `It has a network of its own and is reached by the ports that are published, ${absent}.`,
    examples: { fires: 'image: shop', quiet: 'image: shop\nnetwork_mode: host' },
  },
  {
    id: 'container/init',
    reads: ['command', 'entrypoint', 'stop_signal'],
    finds: ({ initSystem }) => findsAt(initSystem),
    proves: { 'os.init': ['init-with-services'] },
    because: 'It begins with the init system of a whole machine, or is stopped as one.',
    examples: {
      fires: 'image: shop\nentrypoint: /sbin/init',
      quiet: 'image: shop\nentrypoint: tini -- shop',
    },
  },
  {
    id: 'container/programs',
    reads: ['command', 'entrypoint', 'stop_signal'],
    finds: (view) =>
      declaredIf(view, view.complete && view.initSystem === undefined && isBounded(view)).map((find) =>
        mayBootSystemd(view) ? { ...find, proves: {}, suggests: programs } : find,
      ),
    proves: programs,
    suggests: {
      facts: ['os.init'],
      as: 'the same, where the engine boots systemd for an image nobody knows',
    },
    because: `It has an entry point of its own; an init system needs more than a plain container is given.`,
    examples: { fires: 'image: shop', quiet: 'image: shop\nentrypoint: /sbin/init' },
  },
];

/** Whether the image alone decides what is started, and nothing is known of it. */
function mayBootSystemd({ bootsSystemd, command, image }: ContainerView): boolean {
  const name = parseImageName(image?.text ?? '');
  const isKnown = name !== undefined && (isLibraryImage(name) || findImageEntry(name) !== null);
  return bootsSystemd && command === undefined && !isKnown;
}

function hasCapability(view: ContainerView, name: string): boolean {
  return listExtraCapabilities(view).some((each) => each.name === name);
}
