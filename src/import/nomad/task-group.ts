import type { ContainerView } from '../container/container-view.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';

/** A group of tasks of a job, which are placed together. */
export interface TaskGroup {
  readonly job: Spot;
  readonly group: Spot;
  /** Its tasks, without what only prepares or accompanies the others. */
  readonly tasks: readonly Spot[];
  /** Whether the cluster printed it, or somebody says that it runs. */
  readonly observed: boolean;
  /** What its containers are given, if all its tasks are containers. */
  readonly view: ContainerView | undefined;
}

/** Drivers that run a container from an image. */
const engines = /^(docker|podman|containerd-driver|containerd)$/;

/** Whether the engine of a task filters system calls unless it is told not to; containerd's driver does not. */
export function filtersCalls(task: Spot): boolean {
  return /^(docker|podman)$/.test(textAt(task, 'Driver') ?? '');
}

/** Whether every task of a group is a container. */
export function runsContainers(tasks: readonly Spot[]): boolean {
  return tasks.length > 0 && tasks.every((task) => engines.test(textAt(task, 'Driver') ?? ''));
}

/** A task that runs before or after the others, or beside them. */
export function isHelper(task: Spot): boolean {
  return spotAt(task, 'Lifecycle')?.is === 'map';
}

/** A setting of a task's driver, which may be a list with one entry. */
export function settingOf(task: Spot, ...path: readonly string[]): Spot | undefined {
  let spot = spotAt(task, 'Config');
  for (const step of path) spot = spotAt(spot?.is === 'list' ? spot.items[0] : spot, step);
  return spot?.is === 'nothing' ? undefined : spot;
}
