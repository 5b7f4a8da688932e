import { createTextSpot } from '../text-spot.ts';
import type { Spot } from '../spot.ts';
import { type ContainerView, type HostPath, startsInit } from './container-view.ts';
import { type Mount, parseMount, viewHostPaths, viewVolumes } from './mounts.ts';
import { viewPlain } from './plain-view.ts';

/** An option of an engine's command line, or a key that stands for one. */
export interface EngineOption {
  /** The long name, without dashes. */
  readonly name: string;
  readonly value: string;
  readonly spot: Spot;
}

/** Options whose value leaves open what the container is given, where it is filled in later. */
const grants = /^(privileged|cap-add|device|network|pid|ipc|uts|userns|security-opt|volume|mount)$/;

/**
 * A container that an engine on Linux is told to run, as the rules on containers look at it.
 * @param declared where it is declared
 * @param options what it is given
 * @param own what the format says otherwise
 */
export function viewEngine(
  declared: Spot,
  options: readonly EngineOption[],
  own: Partial<ContainerView>,
): ContainerView {
  const listOf = (name: string) => options.filter((option) => option.name === name);
  const find = (name: string, pattern = /(?:)/) =>
    listOf(name)
      .filter(({ value }) => pattern.test(value))
      .map(toSpot)
      .pop();
  const mounts = [...listOf('volume').map(toMount), ...listOf('mount').flatMap(toLongMount)];
  const devices = listOf('device');
  const isCard = ({ value }: EngineOption): boolean => /^[\w.-]+\/gpu=/.test(value);
  const network = listOf('network').pop();
  const seconds = Number(find('stop-timeout')?.text ?? NaN);
  const grace = find('stop-timeout');
  return viewPlain(declared, {
    command: find('entrypoint'),
    initSystem: findInit(find('entrypoint')) ?? find('systemd', /^always$/),
    linux: declared,
    privileged: find('privileged', /^(true)?$/),
    capabilities: listOf('cap-add').flatMap((option) =>
      option.value.split(/[\s,]+/).map((value) => toSpot({ ...option, value })),
    ),
    unconfined: listOf('security-opt')
      .filter(({ value }) => /[:=]unconfined$|^label[:=]disable$/.test(value))
      .map(toSpot),
    hostNetwork: network?.value === 'host' ? network.spot : undefined,
    hostPid: find('pid', /^host$/),
    hostNamespaces: ['ipc', 'uts', 'userns'].flatMap((name) => find(name, /^host$/) ?? []),
    hostPaths: [
      ...viewHostPaths(mounts),
      ...listOf('use-api-socket').map(({ spot }) => ({
        spot,
        path: '/var/run/docker.sock',
        readOnly: false,
      })),
    ],
    devices: devices.filter((device) => !isCard(device)).map(toDevice),
    accelerators: [...listOf('gpus'), ...devices.filter(isCard), ...listOf('runtime').filter(isNvidia)].map(
      ({ spot }) => ({ spot, is: 'gpu-compute' }),
    ),
    realtime: find('cpu-rt-runtime') ?? find('ulimit', /^rtprio=/),
    foreignNetwork:
      network === undefined ||
      /^(host|bridge|none|default|private|podman|pasta\b.*|slirp4netns\b.*)$/.test(network.value)
        ? undefined
        : network.spot,
    sysctls: find('sysctl'),
    volumes: viewVolumes(mounts, false),
    readOnlyRoot: find('read-only', /^(true)?$/),
    user: find('user'),
    memoryLimit: find('memory'),
    memoryRequest: find('memory-reservation'),
    grace: grace === undefined || !(seconds >= 0) ? undefined : { spot: grace, seconds },
    runtime: find('runtime'),
    ...own,
    complete:
      own.complete !== false &&
      !options.some(
        ({ name, value }) => name === 'volumes-from' || (grants.test(name) && value.includes('$')),
      ),
  });
}

function findInit(program: Spot | undefined): Spot | undefined {
  return startsInit(program?.text) ? program : undefined;
}

function isNvidia({ value }: EngineOption): boolean {
  return value === 'nvidia';
}

function toSpot({ value, spot }: EngineOption): Spot {
  return createTextSpot(value, spot.at, spot.key);
}

function toMount({ value, spot }: EngineOption): Mount {
  return parseMount(spot, value);
}

/** `type=bind,source=/srv,target=/data,ro`. */
function toLongMount({ value, spot }: EngineOption): Mount[] {
  const fields = new Map(
    value
      .split(',')
      .map((field): [string, string] => [field.split('=')[0] ?? '', field.replace(/^[^=]*=?/, '')]),
  );
  const type = fields.get('type');
  if (type !== 'bind' && type !== 'volume') return [];
  const readOnly = ['ro', 'readonly'].some((key) => /^(true)?$/.test(fields.get(key) ?? 'false'));
  return [
    {
      spot,
      type,
      source: fields.get('source') ?? fields.get('src') ?? '',
      target: fields.get('target') ?? fields.get('destination') ?? fields.get('dst') ?? '',
      readOnly,
    },
  ];
}

/** A dash in front lets the device be missing. */
function toDevice({ value, spot }: EngineOption): HostPath {
  return { spot, path: value.replace(/^-/, '').split(':')[0] ?? '', readOnly: false };
}
