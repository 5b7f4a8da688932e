import type { ContainerView } from '../container/container-view.ts';
import { type TerraformResource, firstAttribute } from './resource.ts';
import type { ResourceKind } from './resource-kinds.ts';
import type { Spot } from '../spot.ts';
import type { TerraformFile } from './terraform-file.ts';

/** A resource that is placed, with what else in the file speaks of it. */
export interface CloudWorkload {
  readonly resource: TerraformResource;
  readonly kind: ResourceKind;
  /** What its machines are made from, of a group. */
  readonly template: TerraformResource | undefined;
  /** Services that run it, of a definition of tasks. */
  readonly service: TerraformResource | undefined;
  readonly file: TerraformFile;
  /** What it is given, of a container or a function. */
  readonly view: ContainerView | undefined;
}

/**
 * What stands at one of several paths of a machine, or of what the machines of a group are made from.
 */
export function findSetting(
  { resource, template }: CloudWorkload,
  ...paths: readonly (readonly string[])[]
): Spot | undefined {
  return firstAttribute(resource.values, ...paths) ?? firstAttribute(template?.values, ...paths);
}
