import type { Artefact } from '../artefact.ts';
import type { ContainerSettings } from '../container/container-settings.ts';
import { type ContainerView, startsInit } from '../container/container-view.ts';
import type { EngineRun } from '../container/engine-options.ts';
import { parseEngineCommand } from '../container/engine-command.ts';
import { type EngineOption, viewEngine } from '../container/engine-view.ts';
import { type Spot, saysYes } from '../spot.ts';
import { findSet, listSet, listWords, parseUnits, splitWords, type UnitFile } from './unit-file.ts';

/** The options that keys of a Quadlet stand for, as Podman's generator has it. */
const optionOf: Readonly<Record<string, string>> = {
  AddDevice: 'device',
  Volume: 'volume',
  Mount: 'mount',
  Memory: 'memory',
  StopTimeout: 'stop-timeout',
  UserNS: 'userns',
  Ulimit: 'ulimit',
  Entrypoint: 'entrypoint',
  User: 'user',
  HealthCmd: 'health-cmd',
  PidsLimit: 'pids-limit',
  PublishPort: 'publish',
  RunInit: 'init',
  Secret: 'secret',
};

/** A container of a Quadlet as Podman is told to run it; undefined of any other unit. */
export function viewQuadlet(unit: UnitFile, { openBeside }: Artefact): EngineRun | undefined {
  const image = findSet(unit, 'Container', 'Image') ?? findSet(unit, 'Container', 'Rootfs');
  if (image === undefined) return undefined;
  const beside = (name: string): UnitFile | undefined => {
    const found = /^[\w@.-]+$/.test(name) ? openBeside(name) : undefined;
    return found === undefined ? undefined : parseUnits(found.text, found.file, name)[0];
  };
  const arguments_ = listWords(unit, 'Container', 'PodmanArgs');
  const pod = findSet(unit, 'Container', 'Pod');
  const holder = pod?.text === undefined ? undefined : beside(pod.text);
  const networks = [
    ...listSet(unit, 'Container', 'Network'),
    ...(holder === undefined ? [] : listSet(holder, 'Pod', 'Network')),
  ];
  const joined = networks.map((spot) => ({ spot, driver: findDriver(spot, beside) }));
  const command = findSet(unit, 'Container', 'Exec');
  const options: EngineOption[] = [
    ...Object.entries(optionOf).flatMap(([key, name]) =>
      listSet(unit, 'Container', key).map((spot) => ({ name, value: spot.text ?? '', spot })),
    ),
    ...(holder === undefined ? [] : listSet(holder, 'Pod', 'Volume')).map((spot) => toOption('volume', spot)),
    ...listWords(unit, 'Container', 'AddCapability').map((spot) => toOption('cap-add', spot)),
    ...listWords(unit, 'Container', 'DropCapability').map((spot) => toOption('cap-drop', spot)),
    ...listWords(unit, 'Container', 'Environment').map((spot) => toOption('env', spot)),
    ...listWords(unit, 'Container', 'Sysctl').map((spot) => toOption('sysctl', spot)),
    ...joined.map(({ spot, driver }) => ({ name: 'network', value: driver ?? spot.text ?? '', spot })),
    ...findYes(unit, 'ReadOnly').map((spot) => ({ name: 'read-only', value: '', spot })),
    ...Object.entries(securityOf).flatMap(([key, value]) =>
      findYes(unit, key).map((spot) => ({ name: 'security-opt', value, spot })),
    ),
    ...listSet(unit, 'Container', 'SeccompProfile').map((spot) => ({
      name: 'security-opt',
      value: `seccomp=${spot.text ?? ''}`,
      spot,
    })),
    ...parseEngineCommand(arguments_.map(({ text = '' }) => text)).options.map((option) => ({
      ...option,
      spot: arguments_[0] ?? image,
    })),
  ];
  const { named, build } = openImage(image, beside);
  const own = joined.find(({ driver }) => driver === 'macvlan' || driver === 'ipvlan');
  const view = viewEngine(image, options, {
    complete:
      arguments_.length === 0 &&
      (pod === undefined || holder !== undefined) &&
      !(image.text ?? '').includes('$') &&
      listSet(unit, 'Container', 'GlobalArgs').length === 0,
    image: named,
    build,
    bootsSystemd: true,
    ...(command === undefined ? {} : { command }),
    ...(startsInit(splitWords(command?.text ?? '')[0]) ? { initSystem: command } : {}),
    ...(own === undefined ? {} : { ownAddress: own.spot, foreignNetwork: undefined }),
  });
  const words = command && { spot: command, words: splitWords(command.text ?? '') };
  return {
    view,
    filters: true,
    containers: [{ options, image: named, command: words, own: viewSlice(unit, options) }],
  };
}

/** Options of security that are keys of their own. */
const securityOf: Readonly<Record<string, string>> = {
  NoNewPrivileges: 'no-new-privileges',
  SecurityLabelDisable: 'label=disable',
};

/** What the service limits in which the container is started. */
function viewSlice(
  unit: UnitFile,
  options: readonly EngineOption[],
): Pick<ContainerSettings, 'memoryLimit' | 'processorLimit'> {
  const limitOf = (key: string, option: string): Spot | undefined => {
    const spot = findSet(unit, 'Service', key);
    return (
      options.filter(({ name }) => name === option).pop()?.spot ??
      (/\d/.test(spot?.text ?? '') ? spot : undefined)
    );
  };
  return { memoryLimit: limitOf('MemoryMax', 'memory'), processorLimit: limitOf('CPUQuota', 'cpus') };
}

function toOption(name: string, spot: Spot): EngineOption {
  return { name, value: spot.text ?? '', spot };
}

function findYes(unit: UnitFile, key: string): Spot[] {
  const spot = findSet(unit, 'Container', key);
  return saysYes(spot) && spot !== undefined ? [spot] : [];
}

/** What a network of a file beside it is; undefined of one that is named otherwise, or is not there. */
function findDriver(spot: Spot, beside: (name: string) => UnitFile | undefined): string | undefined {
  const [name = ''] = (spot.text ?? '').split(':');
  const unit = name.endsWith('.network') ? beside(name) : undefined;
  return unit === undefined ? undefined : (findSet(unit, 'Network', 'Driver')?.text ?? 'bridge');
}

/** An image may be named by a file beside it that builds or pulls it. */
function openImage(
  image: Spot,
  beside: (name: string) => UnitFile | undefined,
): Pick<ContainerView, 'build'> & { readonly named: Spot | undefined } {
  const name = image.text ?? '';
  if (name.endsWith('.build')) return { named: undefined, build: image };
  if (!name.endsWith('.image')) return { named: image, build: undefined };
  const unit = beside(name);
  const named = unit === undefined ? undefined : findSet(unit, 'Image', 'Image');
  return { named, build: undefined };
}
