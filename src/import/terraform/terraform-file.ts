import type { Artefact } from '../artefact.ts';
import type { Unread } from '../importer.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';
import { listReferences, type ResourceInstance, type TerraformResource } from './resource.ts';

/** What a plan or a state holds. */
export interface TerraformFile {
  readonly resources: readonly TerraformResource[];
  /** What was looked up and is not looked after. */
  readonly data: readonly ResourceInstance[];
  /** What goes away. */
  readonly deleted: readonly Unread[];
}

/** Takes a plan, a state or a state file apart, with modules as deep as they go. */
export function openTerraform({ documents }: Artefact): TerraformFile {
  const [document] = documents;
  const planned = spotAt(document, 'planned_values', 'root_module');
  const root = planned ?? spotAt(document, 'values', 'root_module');
  const all = root === undefined ? listStored(document) : listModule(root);
  const changes = (spotAt(document, 'resource_changes')?.items ?? []).filter(
    (change) => textAt(change, 'mode') !== 'data',
  );
  const actions = new Map(
    changes.map((change) => [textAt(change, 'address') ?? '', spotAt(change, 'change', 'actions')]),
  );
  const prior = spotAt(document, 'prior_state', 'values', 'root_module');
  return {
    resources: groupInstances(
      all.filter(({ declared }) => declared.mode === 'managed').map(({ instance }) => instance),
      (instance) => (planned === undefined ? there(instance) : judgeToday(actions.get(instance.address))),
      spotAt(document, 'configuration', 'root_module'),
    ),
    data: [...all, ...(prior === undefined ? [] : listModule(prior))]
      .filter(({ declared }) => declared.mode === 'data')
      .map(({ instance }) => instance),
    deleted: changes.flatMap((change) => {
      const action = spotAt(change, 'change', 'actions');
      const [first, second] = action?.items ?? [];
      return first?.text === 'delete' && second === undefined
        ? [{ what: textAt(change, 'address') ?? '', at: (action ?? change).key }]
        : [];
    }),
  };
}

interface Listed {
  readonly instance: ResourceInstance;
  readonly declared: { readonly mode: string };
}

function listModule(module: Spot): Listed[] {
  const own = (spotAt(module, 'resources')?.items ?? []).map((spot): Listed => {
    const address = textAt(spot, 'address') ?? '';
    return {
      declared: { mode: textAt(spot, 'mode') ?? 'managed' },
      instance: {
        address,
        index: textAt(spot, 'index'),
        type: textAt(spot, 'type') ?? '',
        declared: spotAt(spot, 'address') ?? spot,
        values: spotAt(spot, 'values'),
      },
    };
  });
  return [...own, ...(spotAt(module, 'child_modules')?.items ?? []).flatMap(listModule)];
}

/** A state file, as it lies on disk: instances below resources. */
function listStored(document: Spot | undefined): Listed[] {
  return (spotAt(document, 'resources')?.items ?? []).flatMap((spot) => {
    const [module, type = '', name = ''] = ['module', 'type', 'name'].map((key) => textAt(spot, key));
    const mode = textAt(spot, 'mode') ?? 'managed';
    const address = [module, mode === 'data' ? 'data' : undefined, type, name]
      .filter((part) => part !== undefined)
      .join('.');
    return (spotAt(spot, 'instances')?.items ?? []).map((instance): Listed => {
      const index = textAt(instance, 'index_key');
      return {
        declared: { mode },
        instance: {
          address: index === undefined ? address : `${address}[${index}]`,
          index,
          type,
          declared: spotAt(spot, 'name') ?? spot,
          values: spotAt(instance, 'attributes'),
        },
      };
    });
  });
}

/**
 * Instances of one address are one resource, unless they were given names and are not alike: machines in
 * one map may be as different as those that are written one by one.
 */
function groupInstances(
  instances: readonly ResourceInstance[],
  today: (instance: ResourceInstance) => TerraformResource['today'],
  configuration: Spot | undefined,
): TerraformResource[] {
  const groups = new Map<string, ResourceInstance[]>();
  for (const instance of instances) {
    const key = leaveOutIndex(instance);
    groups.set(key, [...(groups.get(key) ?? []), instance]);
  }
  return [...groups].flatMap(([address, all]) => {
    const counted = all.every(({ index }) => index !== undefined && /^\d+$/.test(index));
    const together = counted || new Set(all.map(({ values }) => look(values))).size === 1;
    return (together ? [all] : all.map((each) => [each])).flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : [
            {
              address: together ? address : first.address,
              type: first.type,
              declared: first.declared,
              values: first.values,
              instances: 1 + others.length,
              counted: together && first.index !== undefined,
              today: today(first),
              configuration: findConfiguration(configuration, address),
            },
          ],
    );
  });
}

function leaveOutIndex({ address, index }: ResourceInstance): string {
  return index === undefined ? address : address.replace(/\[[^[\]]*\]$/, '');
}

/** By what members of a map are told apart: their size and what they start from. */
function look(values: Spot | undefined): string {
  const keys =
    'instance_type machine_type size vm_size ami image source_image_reference guest_id boot_disk memory num_cpus';
  return keys
    .split(' ')
    .map((key) => wordShape(spotAt(values, key)))
    .join('\n');
}

function wordShape(spot: Spot | undefined): string {
  if (spot === undefined) return '';
  return `${spot.text ?? ''}(${[...spot.entries].map(([key, inner]) => key + wordShape(inner)).join()})[${spot.items.map(wordShape).join()}]`;
}

function there({ declared }: ResourceInstance): TerraformResource['today'] {
  return { is: 'there', spot: declared };
}

function judgeToday(actions: Spot | undefined): TerraformResource['today'] {
  const names = (actions?.items ?? []).map(({ text }) => text);
  if (actions === undefined || names.length === 0) return undefined;
  return { is: names.length === 1 && names[0] === 'create' ? 'to-be-made' : 'there', spot: actions };
}

/** The expressions of a resource, down the modules that its address names. */
function findConfiguration(root: Spot | undefined, address: string): Spot | undefined {
  let module = root;
  let rest = address;
  for (;;) {
    const [step = '', name] = /^module\.([\w-]+)(?:\[[^\]]*\])?\./.exec(rest) ?? [];
    if (name === undefined) break;
    module = spotAt(module, 'module_calls', name, 'module');
    rest = rest.slice(step.length);
  }
  const found = spotAt(module, 'resources')?.items.find((each) => textAt(each, 'address') === rest);
  return spotAt(found, 'expressions');
}

/**
 * The first resource of some types that another was written with.
 * @returns undefined where it names none, or the file does not say how it was written
 */
export function findReferred(
  file: TerraformFile,
  from: TerraformResource,
  types: RegExp,
): TerraformResource | undefined {
  return listReferred(file, from, types)[0];
}

/** All resources of some types that another was written with. */
export function listReferred(
  { resources }: TerraformFile,
  from: TerraformResource,
  types: RegExp,
): TerraformResource[] {
  const module = /^((?:module\.[\w-]+(?:\[[^\]]*\])?\.)*)/.exec(from.address)?.[0] ?? '';
  const named = new Set(listReferences(from.configuration).map((name) => module + plainReference(name)));
  return resources.filter(({ type, address }) => types.test(type) && named.has(address));
}

/** `aws_launch_template.shop[0].id` names the resource `aws_launch_template.shop`. */
function plainReference(name: string): string {
  return /^\w+\.[\w-]+/.exec(name)?.[0] ?? name;
}
