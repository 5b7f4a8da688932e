import type { Artefact } from '../artefact.ts';
import { containerRules, inferContainer } from '../container/container-rules.ts';
import { replacedRules } from '../container/replaced-rules.ts';
import { sightRules } from '../container/sight-rules.ts';
import type { ImportedArtefact, ImportedWorkload, Importer, Unread } from '../importer.ts';
import { listInferences, listObserved } from '../inference-rule.ts';
import { cloudMachineRules } from './cloud-machine-rules.ts';
import { cloudScaleRules } from './cloud-scale-rules.ts';
import { cloudSights } from './cloud-sights.ts';
import { cloudSiteRules } from './cloud-site-rules.ts';
import type { CloudWorkload } from './cloud-workload.ts';
import { functionRules } from './function-rules.ts';
import { attributeAt, type TerraformResource } from './resource.ts';
import { findResourceKind, type TerraformSort } from './resource-kinds.ts';
import { viewRunSettings } from './run-settings.ts';
import { viewContainers, viewFunction } from './run-views.ts';
import { findReferred, openTerraform, type TerraformFile } from './terraform-file.ts';

const own = [...cloudSiteRules, ...cloudMachineRules, ...cloudScaleRules, ...functionRules];

/** Terraform: machines, groups of them, functions and containers are a workload each. */
export const terraformImporter: Importer = {
  rules: [...own, ...replacedRules, ...containerRules, ...cloudSights, ...sightRules],
  read: importResources,
};

const placed: readonly (TerraformSort | undefined)[] = ['machine', 'group', 'function', 'container'];

function importResources(artefact: Artefact): ImportedArtefact {
  const file = openTerraform(artefact);
  const workloads = file.resources.flatMap((resource) => toCloudWorkload(resource, file) ?? []);
  return {
    workloads: workloads.map((workload): ImportedWorkload => ({
      name: workload.resource.address,
      at: workload.resource.declared.at,
      inferences: inferCloud(workload),
      observed: observeCloud(workload),
      parts: [],
    })),
    unread: listUnreadAttributes(workloads, file),
    remarks: [
      ...file.deleted.map(({ what, at }) => ({ what: `${what} goes away, so it was left out`, at })),
      ...listRemarks(file),
    ],
    problems: workloads.length > 0 ? [] : [{ message: wordNone(file), at: { file: artefact.file } }],
    placesNothing: true,
  };
}

function inferCloud(workload: CloudWorkload): ImportedWorkload['inferences'] {
  const { view } = workload;
  return [
    ...(view === undefined ? [] : [...inferContainer(view), ...listInferences(replacedRules, view)]),
    ...listInferences(own, workload),
  ];
}

function observeCloud(workload: CloudWorkload): ReturnType<typeof listObserved> {
  const { resource, kind, view } = workload;
  return [
    ...(view === undefined || kind.is !== 'container'
      ? []
      : listObserved(sightRules, viewRunSettings(resource, view))),
    ...listObserved(cloudSights, workload),
  ];
}

function toCloudWorkload(resource: TerraformResource, file: TerraformFile): CloudWorkload | undefined {
  const kind = findResourceKind(resource.type);
  if (kind === undefined || !placed.includes(kind.is)) return undefined;
  const service = kind.is === 'container' ? findService(resource, file) : undefined;
  return {
    resource,
    kind,
    file,
    template: kind.is === 'group' ? findTemplate(resource, file) : undefined,
    service,
    view:
      kind.is === 'function'
        ? viewFunction(resource)
        : kind.is === 'container'
          ? viewContainers(resource, service)
          : undefined,
  };
}

const templates = /^aws_launch_(template|configuration)$|^google_compute_(region_)?instance_template$/;

/** What the machines of a group are made from: by name where it is known, else by what it was written with. */
function findTemplate(group: TerraformResource, file: TerraformFile): TerraformResource | undefined {
  const { values } = group;
  const named = [
    attributeAt(values, 'launch_configuration'),
    attributeAt(values, 'launch_template', 'id'),
    attributeAt(values, 'version', 'instance_template'),
  ].flatMap((spot) => spot?.text ?? []);
  return (
    file.resources.find(
      ({ type, values: other }) =>
        templates.test(type) &&
        ['id', 'name', 'self_link'].some((key) => named.includes(attributeAt(other, key)?.text ?? '')),
    ) ?? findReferred(file, group, templates)
  );
}

/** The service that keeps tasks of a definition running. */
function findService(task: TerraformResource, file: TerraformFile): TerraformResource | undefined {
  const arn = attributeAt(task.values, 'arn')?.text;
  return file.resources.find(
    (each) =>
      each.type === 'aws_ecs_service' &&
      ((arn !== undefined && attributeAt(each.values, 'task_definition')?.text === arn) ||
        findReferred(file, each, /^aws_ecs_task_definition$/) === task),
  );
}

/** What is not placed by anybody here, a remark for each type. */
function listRemarks({ resources }: TerraformFile): Unread[] {
  const words: Partial<Record<TerraformSort, string>> = {
    function: 'is a function: neither a machine nor a container has to be run for it',
    'managed-store': 'is run by the provider, so there is nothing to place',
    cluster: 'is a Kubernetes of the provider, and no workload',
    kubernetes:
      'asks for objects of Kubernetes; read them there: kubectl get deploy,sts,ds,cronjob -A -o json | advise assess -',
  };
  const said = new Map<string, Unread>();
  for (const { type, address, declared } of resources) {
    const what = words[findResourceKind(type)?.is ?? 'part'];
    if (what !== undefined && !said.has(type))
      said.set(type, { what: `${address} ${what}`, at: declared.at });
  }
  return [...said.values()];
}

function wordNone({ resources, deleted }: TerraformFile): string {
  const types = [...new Set(resources.map(({ type }) => type))];
  const more = types.length > 6 ? ` and ${types.length - 6} more types` : '';
  const what = types.length === 0 ? 'it holds no resources' : `${types.slice(0, 6).join(', ')}${more}`;
  return `Terraform resources without a workload among them: ${what}${deleted.length === 0 ? '' : '; some go away'}`;
}

/** Attributes of what is placed that no rule reads, and types of resources, each once. */
function listUnreadAttributes(workloads: readonly CloudWorkload[], { resources }: TerraformFile): Unread[] {
  const read = new Set([
    ...[...own, ...cloudSights, ...containerRules].flatMap(({ reads }) =>
      reads.map((key) => key.split('.')[0] ?? ''),
    ),
    ...readAlso,
  ]);
  const unread = new Map<string, Unread>();
  for (const { resource, template, service } of workloads)
    for (const each of [resource, template, service])
      for (const [key, spot] of each?.values?.entries ?? [])
        if (!read.has(key) && attributeAt(each?.values, key) !== undefined && !unread.has(key))
          unread.set(key, { what: key, at: spot.key });
  for (const { type, declared } of resources)
    if (findResourceKind(type) === undefined && !unread.has(type))
      unread.set(type, { what: `resource ${type}`, at: declared.at });
  return [...unread.values()];
}

/** What views and joins read. */
const readAlso = [
  'arn',
  'available_memory_mb',
  'container',
  'container_definitions',
  'file_system_config',
  'image_uri',
  'ipc_mode',
  'launch_configuration',
  'launch_template',
  'memory_size',
  'network_mode',
  'os_type',
  'pid_mode',
  'requires_compatibilities',
  'runtime_platform',
  'task_definition',
  'template',
  'version',
  'volume',
];
