import type { ContainerView, DataVolume } from '../container/container-view.ts';
import { type EngineOption, viewEngine } from '../container/engine-view.ts';
import { deriveSpot } from '../derived-spot.ts';
import { isWindowsImage } from '../knowledge/image-name.ts';
import { saysYes, type Spot, spotAt, textAt } from '../spot.ts';
import { settingOf } from './task-group.ts';

/** Lists of a driver that are options of an engine, one an entry. */
const lists: Readonly<Record<string, string>> = {
  cap_add: 'cap-add',
  cap_drop: 'cap-drop',
  security_opt: 'security-opt',
};

/** Texts of a driver that are options of an engine. */
const texts: Readonly<Record<string, string>> = {
  network_mode: 'network',
  pid_mode: 'pid',
  ipc_mode: 'ipc',
  uts_mode: 'uts',
  userns_mode: 'userns',
  runtime: 'runtime',
  entrypoint: 'entrypoint',
  pids_limit: 'pids-limit',
  init: 'init',
  cpuset_cpus: 'cpuset-cpus',
};

/** The tasks of a group as one container: what one of them is given, all are; the first is the program. */
export function viewGroup(
  group: Spot,
  tasks: readonly Spot[],
  helpers: readonly Spot[],
  replaced: boolean,
): ContainerView {
  const [program] = tasks;
  const image = program === undefined ? undefined : settingOf(program, 'image');
  const all = [...tasks, ...helpers];
  const windows =
    listConstraints(group, tasks, /kernel\.name/).find(({ text }) => text === 'windows') ??
    (isWindowsImage(image?.text ?? '') ? image : undefined);
  const network = spotAt(group, 'Networks')
    ?.items.map((each) => spotAt(each, 'Mode'))
    .find((mode) => mode?.text === 'host');
  const options = all.flatMap(listTaskOptions);
  const view = viewEngine(spotAt(group, 'Name') ?? group, options, {
    complete: all.every((task) => settingOf(task, 'image')?.text !== undefined),
    replaced,
    stableName: false,
    single: [undefined, '1'].includes(textAt(group, 'Count')),
    image,
    command: program && (settingOf(program, 'command') ?? settingOf(program, 'args')),
    windows,
    user: program && nonEmpty(spotAt(program, 'User')),
    memoryLimit: findLimit(tasks, helpers),
    grace: findKillTime(program),
    accelerators: all.flatMap(listCards),
  });
  return {
    ...view,
    ...(windows === undefined ? {} : { linux: undefined }),
    // A network of the group is that of all its tasks.
    hostNetwork: network ?? view.hostNetwork,
    volumes: [...view.volumes, ...listGroupVolumes(group, all)],
  };
}

/** What the driver of a task is told, as options of an engine. */
export function listTaskOptions(task: Spot): EngineOption[] {
  const flag = (key: string, name: string): EngineOption[] => {
    const spot = settingOf(task, key);
    return spot !== undefined && saysYes(spot) ? [{ name, value: '', spot }] : [];
  };
  const sysctls = settingOf(task, 'sysctl');
  const devices = settingOf(task, 'devices');
  const mounts = [...(settingOf(task, 'mounts')?.items ?? []), ...(settingOf(task, 'mount')?.items ?? [])];
  return [
    ...flag('privileged', 'privileged'),
    ...flag('readonly_rootfs', 'read-only'),
    ...Object.entries(lists).flatMap(([key, name]) =>
      (settingOf(task, key)?.items ?? []).map((spot) => ({ name, value: spot.text ?? '', spot })),
    ),
    ...listDriverVolumes(task),
    ...Object.entries(texts).flatMap(([key, name]) => {
      const spot = settingOf(task, key);
      return spot?.text === undefined || spot.text === '' ? [] : [{ name, value: spot.text, spot }];
    }),
    ...(sysctls === undefined ? [] : [{ name: 'sysctl', value: '', spot: sysctls }]),
    ...(devices?.items ?? []).map((spot) => ({
      name: 'device',
      value: textAt(spot, 'host_path') ?? '',
      spot,
    })),
    ...mounts.map((spot) => ({
      name: 'mount',
      value: `type=${textAt(spot, 'type') ?? 'volume'},source=${textAt(spot, 'source') ?? ''},target=${textAt(spot, 'target') ?? ''},readonly=${textAt(spot, 'readonly') ?? 'false'}`,
      spot,
    })),
  ];
}

/** Volumes of the driver; what does not begin at the root of the host lies in the task's own folder. */
function listDriverVolumes(task: Spot): EngineOption[] {
  const named = settingOf(task, 'volume_driver')?.text !== undefined;
  return (settingOf(task, 'volumes')?.items ?? [])
    .filter(({ text = '' }) => text.startsWith('/') || (named && /^[\w.-]+:/.test(text)))
    .map((spot) => ({ name: 'volume', value: spot.text ?? '', spot }));
}

/** Cards that are asked for by the name of their maker or sort. */
function listCards(task: Spot): ContainerView['accelerators'] {
  return (spotAt(task, 'Resources', 'Devices')?.items ?? [])
    .filter((device) => /(^|\/)gpu(\/|$)|^nvidia|^amd/.test(textAt(device, 'Name') ?? ''))
    .map((spot) => ({ spot, is: 'gpu-compute' }));
}

/** Volumes of the group that a task mounts: of a host, or of a storage plug-in. */
function listGroupVolumes(group: Spot, tasks: readonly Spot[]): DataVolume[] {
  const mounts = tasks.flatMap((task) => spotAt(task, 'VolumeMounts')?.items ?? []);
  return [...(spotAt(group, 'Volumes')?.entries ?? [])].flatMap(([name, volume]) => {
    const used = mounts.filter((mount) => textAt(mount, 'Volume') === name);
    if (used.length === 0) return [];
    const readOnly =
      saysYes(spotAt(volume, 'ReadOnly')) || used.every((mount) => saysYes(spotAt(mount, 'ReadOnly')));
    return [{ spot: volume, readOnly }];
  });
}

/** The memory of the only task, in MiB: the most it may grow to, else what it is given. */
function findLimit([only, ...others]: readonly Spot[], helpers: readonly Spot[]): Spot | undefined {
  if (only === undefined || others.length + helpers.length > 0) return undefined;
  const most = spotAt(only, 'Resources', 'MemoryMaxMB');
  const spot = Number(most?.text) > 0 ? most : spotAt(only, 'Resources', 'MemoryMB');
  return spot === undefined || !(Number(spot.text) > 0)
    ? undefined
    : deriveSpot(spot, { text: `${spot.text ?? ''}m` });
}

/** The time that a task is given to stop, in nanoseconds, unless it is the five seconds that all have. */
function findKillTime(task: Spot | undefined): ContainerView['grace'] {
  const spot = spotAt(task, 'KillTimeout');
  const seconds = Number(spot?.text) / 1e9;
  return spot === undefined || !(seconds > 0) || seconds === 5 ? undefined : { spot, seconds };
}

function nonEmpty(spot: Spot | undefined): Spot | undefined {
  return spot?.text === undefined || spot.text === '' ? undefined : spot;
}

/** What attributes of the machine have to be, where they have to be equal. */
export function listConstraints(group: Spot, tasks: readonly Spot[], attribute: RegExp): Spot[] {
  return [group, ...tasks]
    .flatMap((each) => spotAt(each, 'Constraints')?.items ?? [])
    .filter(
      (each) =>
        attribute.test(textAt(each, 'LTarget') ?? '') &&
        ['=', '==', 'is', ''].includes(textAt(each, 'Operand') ?? ''),
    )
    .flatMap((each) => spotAt(each, 'RTarget') ?? []);
}
