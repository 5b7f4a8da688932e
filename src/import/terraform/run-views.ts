import type { ContainerView, DataVolume, HostPath } from '../container/container-view.ts';
import { viewPlain } from '../container/plain-view.ts';
import { createDataSpot } from '../data-spot.ts';
import { deriveSpot } from '../derived-spot.ts';
import { isWindowsImage } from '../knowledge/image-name.ts';
import { saysYes, type Spot, spotAt, textAt } from '../spot.ts';
import { attributeAt, firstAttribute, says, type TerraformResource } from './resource.ts';

/**
 * A function as the rules on containers look at it: it is given a runtime, memory and nothing of any host.
 */
export function viewFunction({ declared, type, values }: TerraformResource): ContainerView {
  const windows = type.startsWith('azurerm_windows_') ? declared : undefined;
  const number = firstAttribute(values, ['memory_size'], ['available_memory_mb']);
  const files = attributeAt(values, 'file_system_config');
  return viewPlain(declared, {
    replaced: true,
    stableName: false,
    single: false,
    image: attributeAt(values, 'image_uri'),
    windows,
    linux: windows === undefined && !type.startsWith('azurerm_function_app') ? declared : undefined,
    volumes: files === undefined ? [] : [{ spot: files, readOnly: false }],
    memoryLimit: withUnit(number, 'm') ?? attributeAt(values, 'service_config', 'available_memory'),
  });
}

/**
 * The containers of one resource as the rules on containers look at them: what one of them is given, all
 * are; the program is the first that has to run.
 */
export function viewContainers(
  resource: TerraformResource,
  service: TerraformResource | undefined,
): ContainerView {
  const { declared, values } = resource;
  const containers = listRunContainers(resource);
  const given = listGiven(containers);
  const program = containers.find((each) => textAt(each, 'essential') !== 'false') ?? containers[0];
  const images = containers.map((each) => spotAt(each, 'image'));
  const system = firstAttribute(values, ['os_type'], ['runtime_platform', 'operating_system_family']);
  const windows = says(system, /^windows/i) ?? images.find((image) => isWindowsImage(image?.text ?? ''));
  const serverless = spotAt(values, 'requires_compatibilities')?.items.find(({ text }) => text === 'FARGATE');
  const provider = resource.type === 'aws_ecs_task_definition' ? serverless : declared;
  const count = attributeAt(service?.values, 'desired_count');
  return viewPlain(declared, {
    complete: program !== undefined && images.every((image) => image?.text !== undefined),
    replaced: true,
    stableName: false,
    single: count?.text === '1',
    image: spotAt(program, 'image'),
    command: firstAttribute(program, ['command'], ['entryPoint']),
    windows,
    linux: windows === undefined ? (says(system, /^linux/i) ?? provider) : undefined,
    hostNetwork: says(attributeAt(values, 'network_mode'), /^host$/),
    hostPid: says(attributeAt(values, 'pid_mode'), /^host$/),
    hostNamespaces: [says(attributeAt(values, 'ipc_mode'), /^host$/)].flatMap((spot) => spot ?? []),
    ...given,
    ...listMounted(values, containers),
    readOnlyRoot: containers.every((each) => saysYes(spotAt(each, 'readonlyRootFilesystem')))
      ? spotAt(program, 'readonlyRootFilesystem')
      : undefined,
    user: attributeAt(program, 'user'),
    memoryLimit: findMemoryLimit(resource, containers),
  });
}

/** The containers of a resource; those of ECS are JSON in a text. */
export function listRunContainers({ values }: TerraformResource): readonly Spot[] {
  const text = attributeAt(values, 'container_definitions');
  if (text?.text !== undefined) return createDataSpot(parseDefinitions(text.text), text).items;
  const block = firstAttribute(
    values,
    ['template', 'spec', 'containers'],
    ['template', 'template', 'containers'],
    ['template', 'containers'],
    ['template', 'container'],
    ['container'],
  );
  return block?.items ?? [];
}

function parseDefinitions(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Rights and devices, which only tasks on machines of one's own can be given. */
function listGiven(containers: readonly Spot[]): Partial<ContainerView> {
  const listAll = (...path: readonly string[]) =>
    containers.flatMap((each) => spotAt(each, ...path)?.items ?? []);
  const needs = listAll('resourceRequirements');
  const limits = containers.flatMap((each) => {
    const block = firstAttribute(each, ['resources', 'limits']);
    return [...(block?.entries ?? [])].filter(([name]) => name === 'nvidia.com/gpu').map(([, spot]) => spot);
  });
  return {
    privileged: containers.map((each) => spotAt(each, 'privileged')).find((spot) => saysYes(spot)),
    capabilities: listAll('linuxParameters', 'capabilities', 'add'),
    devices: listAll('linuxParameters', 'devices').map((spot): HostPath => {
      return { spot, path: textAt(spot, 'hostPath') ?? '', readOnly: false };
    }),
    accelerators: [...needs.filter((each) => textAt(each, 'type') === 'GPU'), ...limits].map((spot) => ({
      spot,
      is: 'gpu-compute' as const,
    })),
    sysctls: listAll('systemControls')[0],
    unconfined: listAll('dockerSecurityOptions').filter(({ text = '' }) =>
      /[:=]unconfined$|^label[:=]disable$/.test(text),
    ),
  };
}

/** What is mounted: folders of a host, and data that outlives an instance. */
function listMounted(
  values: Spot | undefined,
  containers: readonly Spot[],
): Pick<ContainerView, 'hostPaths' | 'volumes'> {
  const blocks =
    firstAttribute(values, ['volume'], ['template', 'volumes'], ['template', 'volume'])?.items ?? [];
  const inner = containers.flatMap((each) => attributeAt(each, 'volume')?.items ?? []);
  const all = [...blocks, ...inner];
  const lasting =
    /^(efs_volume_configuration|fsx_windows_file_server_volume_configuration|docker_volume_configuration|nfs|gcs|storage_name|share_name)$/;
  return {
    hostPaths: all.flatMap((volume): HostPath[] => {
      const path = firstAttribute(volume, ['host_path'], ['host', 'source_path']);
      return path?.text === undefined ? [] : [{ spot: path, path: path.text, readOnly: false }];
    }),
    volumes: all.flatMap((volume): DataVolume[] => {
      const kept = [...volume.entries].find(
        ([key]) => lasting.test(key) && attributeAt(volume, key) !== undefined,
      );
      return kept === undefined ? [] : [{ spot: kept[1], readOnly: saysYes(spotAt(volume, 'read_only')) }];
    }),
  };
}

/** Of all together where that is said, else of the only one; numbers are MiB, of a group of Azure GB. */
function findMemoryLimit({ type, values }: TerraformResource, containers: readonly Spot[]): Spot | undefined {
  if (type === 'aws_ecs_task_definition' && attributeAt(values, 'memory') !== undefined)
    return withUnit(attributeAt(values, 'memory'), 'm');
  const [only, ...others] = containers;
  if (others.length > 0) return undefined;
  if (type === 'aws_ecs_task_definition') return withUnit(attributeAt(only, 'memory'), 'm');
  if (type === 'azurerm_container_group') return withUnit(attributeAt(only, 'memory'), 'g');
  return attributeAt(only, 'resources', 'limits', 'memory') ?? attributeAt(only, 'memory');
}

function withUnit(spot: Spot | undefined, unit: string): Spot | undefined {
  return spot === undefined || !/^\d+(\.\d+)?$/.test(spot.text ?? '')
    ? undefined
    : deriveSpot(spot, { text: `${spot.text ?? ''}${unit}` });
}
