import { type Spot, spotAt, textAt } from '../spot.ts';

/** One thing that Terraform looks after, as a plan or a state has it. */
export interface ResourceInstance {
  /** The whole address: `module.shop.aws_instance.web[0]`. */
  readonly address: string;
  /** What the last pair of brackets holds; undefined where it is made once. */
  readonly index: string | undefined;
  readonly type: string;
  readonly declared: Spot;
  readonly values: Spot | undefined;
}

/** A resource as it is written: what is made several times of it is one. */
export interface TerraformResource {
  /** Without the index of an instance. */
  readonly address: string;
  readonly type: string;
  /** Where it is called by its address, or its name. */
  readonly declared: Spot;
  readonly values: Spot | undefined;
  /** How many there are of it, and whether by `count`. */
  readonly instances: number;
  readonly counted: boolean;
  /** Whether it is there, will be made, or nobody can tell; and where that is said. */
  readonly today: { readonly is: 'there' | 'to-be-made'; readonly spot: Spot } | undefined;
  /** The expressions that it is written with, of a plan. */
  readonly configuration: Spot | undefined;
}

/**
 * What stands at a path of attributes; a block that may stand once is a list with one entry. Nothing
 * where it is null or empty.
 */
export function attributeAt(values: Spot | undefined, ...path: readonly string[]): Spot | undefined {
  let spot = values;
  for (const step of path) spot = spotAt(spot?.is === 'list' ? spot.items[0] : spot, step);
  if (spot === undefined || spot.is === 'nothing' || spot.text === '') return undefined;
  if (spot.is === 'list' && spot.items.length === 0) return undefined;
  return spot.is === 'map' && spot.entries.size === 0 ? undefined : spot;
}

/** The first of several paths at which something stands. */
export function firstAttribute(
  values: Spot | undefined,
  ...paths: readonly (readonly string[])[]
): Spot | undefined {
  return paths.map((path) => attributeAt(values, ...path)).find((spot) => spot !== undefined);
}

/** Addresses that an expression of a resource names. */
export function listReferences(configuration: Spot | undefined): string[] {
  if (configuration === undefined) return [];
  const own = (spotAt(configuration, 'references')?.items ?? []).flatMap(({ text }) => text ?? []);
  const inner = [...configuration.entries.values(), ...configuration.items].flatMap(listReferences);
  return [...own, ...inner];
}

/** Whether an attribute says this, in any case. */
export function says(spot: Spot | undefined, pattern: RegExp): Spot | undefined {
  return spot !== undefined && pattern.test(textAt(spot) ?? '') ? spot : undefined;
}
