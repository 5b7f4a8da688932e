import { type ContainerView, type HostPath, startsInit } from '../container/container-view.ts';
import { listMounts, type Mount, viewHostPaths, viewVolumes } from '../container/mounts.ts';
import { isWindowsImage } from '../knowledge/image-name.ts';
import { saysYes, type Spot, spotAt, textAt } from '../spot.ts';
import { type ComposeProject, type ComposeService, listTexts } from './compose-project.ts';
import { isUnresolved } from './interpolate.ts';

/** Keys of which a value that nobody set leaves open what the service is given. */
const grants = [
  'privileged',
  'network_mode',
  'pid',
  'ipc',
  'cap_add',
  'devices',
  'security_opt',
  'userns_mode',
  'uts',
];

/** A service of Compose as the rules on containers look at it. */
export function viewService({ spot, complete }: ComposeService, project: ComposeProject): ContainerView {
  const mounts = [...listMounts(spotAt(spot, 'volumes')), ...listLentMounts(spot, project)];
  const build = spotAt(spot, 'build');
  const image = spotAt(spot, 'image');
  const mode = spotAt(spot, 'network_mode');
  const carrier = findCarrier(spot, project);
  const joined = listNetworks(carrier?.spot ?? spot, project.networks);
  const limits = spotAt(spot, 'deploy', 'resources');
  const value = (key: string, test: RegExp): Spot | undefined =>
    test.test(textAt(spot, key) ?? '') ? spotAt(spot, key) : undefined;
  return {
    declared: spot,
    complete:
      complete &&
      (image ?? build) !== undefined &&
      !grants.some((key) => listTexts(spotAt(spot, key)).some(({ text }) => isUnresolved(text))),
    replaced: false,
    stableName: true,
    single: [undefined, '1'].includes((spotAt(spot, 'deploy', 'replicas') ?? spotAt(spot, 'scale'))?.text),
    image,
    build,
    command: spotAt(spot, 'command') ?? spotAt(spot, 'entrypoint'),
    initSystem:
      findInit(spot, 'entrypoint') ?? findInit(spot, 'command') ?? value('stop_signal', /^SIGRTMIN\+3$/),
    bootsSystemd: false,
    windows: findWindows(spot),
    linux: findLinux(spot, mounts),
    privileged: saysYes(spotAt(spot, 'privileged')) ? spotAt(spot, 'privileged') : undefined,
    capabilities: spotAt(spot, 'cap_add')?.items ?? [],
    unconfined: (spotAt(spot, 'security_opt')?.items ?? []).filter(({ text = '' }) =>
      /[:=]unconfined$|^label[:=]disable$/.test(text),
    ),
    hostNetwork: textAt(carrier?.spot ?? spot, 'network_mode') === 'host' ? mode : undefined,
    hostPid: value('pid', /^host$/),
    hostNamespaces: ['ipc', 'uts', 'userns_mode'].flatMap((key) => value(key, /^host$/) ?? []),
    hostPaths: [...viewHostPaths(mounts), ...findApiSocket(spot)],
    devices: listDevices(spot),
    accelerators: listAccelerators(spot),
    realtime: spotAt(spot, 'cpu_rt_runtime') ?? spotAt(spot, 'ulimits', 'rtprio'),
    ownAddress: joined.find(({ network }) => /^(macvlan|ipvlan)$/.test(textAt(network, 'driver') ?? ''))
      ?.spot,
    foreignNetwork:
      joined.find(({ network }) => isForeign(network))?.spot ??
      (carrier === undefined && /^(service|container):|\$/.test(mode?.text ?? '') ? mode : undefined),
    sysctls: spotAt(spot, 'sysctls'),
    volumes: viewVolumes(mounts, build !== undefined),
    readOnlyRoot: saysYes(spotAt(spot, 'read_only')) ? spotAt(spot, 'read_only') : undefined,
    user: spotAt(spot, 'user'),
    memoryLimit: spotAt(limits, 'limits', 'memory') ?? spotAt(spot, 'mem_limit'),
    memoryRequest: spotAt(limits, 'reservations', 'memory') ?? spotAt(spot, 'mem_reservation'),
    grace: findGracePeriod(spot),
    runtime: spotAt(spot, 'runtime'),
  };
}

/** The service in whose network it lives, if it is one of the project and lives in its own. */
function findCarrier(spot: Spot, { services }: ComposeProject): ComposeService | undefined {
  const [, name] = /^service:(.+)$/.exec(textAt(spot, 'network_mode') ?? '') ?? [];
  const carrier = services.find((each) => each.name === name);
  return /^(service|container):/.test(textAt(carrier?.spot, 'network_mode') ?? '') ? undefined : carrier;
}

/** The mounts of other services that it is given too, at the place where it says so. */
function listLentMounts(spot: Spot, { services }: ComposeProject): Mount[] {
  return (spotAt(spot, 'volumes_from')?.items ?? []).flatMap((item) => {
    const [name, mode] = (item.text ?? '').split(':');
    const lender = services.find((each) => each.name === name);
    return listMounts(spotAt(lender?.spot, 'volumes')).map((mount) => ({
      ...mount,
      spot: item,
      readOnly: mount.readOnly || mode === 'ro',
    }));
  });
}

function findInit(spot: Spot, key: string): Spot | undefined {
  const [first] = listTexts(spotAt(spot, key));
  return startsInit(first?.text?.trim().split(/\s+/)[0]) ? first : undefined;
}

function findWindows(spot: Spot): Spot | undefined {
  const image = spotAt(spot, 'image');
  const platform = spotAt(spot, 'platform');
  const isolation = spotAt(spot, 'isolation');
  return (
    (platform?.text?.startsWith('windows') === true ? platform : undefined) ??
    (/^(hyperv|process)$/.test(isolation?.text ?? '') ? isolation : undefined) ??
    spotAt(spot, 'credential_spec') ??
    (isWindowsImage(image?.text ?? '') ? image : undefined)
  );
}

/** Keys that Windows containers do not have, a platform that is named, or a path as Linux writes it. */
function findLinux(spot: Spot, mounts: readonly Mount[]): Spot | undefined {
  const platform = spotAt(spot, 'platform');
  const keys = [
    'cap_add',
    'cap_drop',
    'privileged',
    'security_opt',
    'sysctls',
    'pid',
    'ipc',
    'tmpfs',
    'shm_size',
    'ulimits',
  ];
  return (
    (platform?.text?.startsWith('linux') === true ? platform : undefined) ??
    keys.map((key) => spotAt(spot, key)).find((each) => each !== undefined) ??
    mounts.find(({ target }) => target.startsWith('/'))?.spot ??
    (textAt(spot, 'working_dir')?.startsWith('/') === true ? spotAt(spot, 'working_dir') : undefined) ??
    (/^\d+(:\d+)?$/.test(textAt(spot, 'user') ?? '') ? spotAt(spot, 'user') : undefined)
  );
}

function findApiSocket(spot: Spot): HostPath[] {
  const key = spotAt(spot, 'use_api_socket');
  return key !== undefined && saysYes(key)
    ? [{ spot: key, path: '/var/run/docker.sock', readOnly: false }]
    : [];
}

function listDevices(spot: Spot): HostPath[] {
  return (spotAt(spot, 'devices')?.items ?? []).map((item) => ({
    spot: item,
    path: item.text?.split(':')[0] ?? textAt(item, 'source') ?? '',
    readOnly: false,
  }));
}

function listAccelerators(spot: Spot): ContainerView['accelerators'] {
  const gpus = spotAt(spot, 'gpus');
  const runtime = spotAt(spot, 'runtime');
  const named = [gpus, runtime?.text === 'nvidia' ? runtime : undefined];
  const reserved = spotAt(spot, 'deploy', 'resources', 'reservations', 'devices')?.items ?? [];
  return [
    ...named.flatMap((each) => (each === undefined ? [] : [{ spot: each, is: 'gpu-compute' as const }])),
    ...reserved.flatMap((item) => {
      const is = sortReserved(item);
      return is === undefined ? [] : [{ spot: item, is }];
    }),
  ];
}

/** Capabilities are a list, or a list of lists of which any would do. */
function sortReserved(device: Spot): 'gpu-compute' | 'fpga-or-other' | undefined {
  const capabilities = spotAt(device, 'capabilities')?.items ?? [];
  const names = capabilities.flatMap(({ text, items }) => [text, ...items.map((inner) => inner.text)]);
  if (names.some((name) => /^(gpu|nvidia|compute)$/.test(name ?? ''))) return 'gpu-compute';
  return names.includes('tpu') ? 'fpga-or-other' : undefined;
}

/** The networks that a service joins, each with what is declared of it. */
function listNetworks(
  spot: Spot,
  networks: ReadonlyMap<string, Spot>,
): { readonly spot: Spot; readonly network: Spot | undefined }[] {
  const joined = spotAt(spot, 'networks');
  const named = joined?.items.map((item) => [item.text ?? '', item] as const) ?? [];
  return [...named, ...(joined?.entries ?? [])].map(([name, item]) => ({
    spot: item,
    network: networks.get(name),
  }));
}

function isForeign(network: Spot | undefined): boolean {
  const external = spotAt(network, 'external');
  return external !== undefined && (external.is === 'map' || saysYes(external));
}

/** `1m30s` in seconds. */
function findGracePeriod(spot: Spot): ContainerView['grace'] {
  const period = spotAt(spot, 'stop_grace_period');
  const [whole = '', hours, minutes, seconds] =
    /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(period?.text ?? '') ?? [];
  if (period === undefined || whole === '') return undefined;
  return {
    spot: period,
    seconds: Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0),
  };
}
