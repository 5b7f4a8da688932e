import { isSecretName } from '../container/container-settings.ts';
import type { ContainerView } from '../container/container-view.ts';
import type { EngineContainer, EngineRun } from '../container/engine-options.ts';
import { saysYes, type Spot, spotAt } from '../spot.ts';
import { listTaskOptions } from './group-view.ts';
import { filtersCalls, settingOf, type TaskGroup } from './task-group.ts';

/** The containers of a group as their engine is told to run them. */
export function runGroup({ group, tasks }: TaskGroup, view: ContainerView): EngineRun {
  const [only, ...others] = tasks;
  // A check of the group asks one of its tasks; which one, it need not say.
  const check = others.length === 0 ? findCheck(group) : undefined;
  return {
    view,
    filters: tasks.every(filtersCalls),
    containers: tasks.map((task) => toContainer(task, task === only ? check : undefined)),
  };
}

function toContainer(task: Spot, check: Spot | undefined): EngineContainer {
  const command = settingOf(task, 'command');
  const words = [command, ...(settingOf(task, 'args')?.items ?? [])].flatMap((each) => each?.text ?? []);
  const user = spotAt(task, 'User');
  const limited = saysYes(settingOf(task, 'cpu_hard_limit'));
  const memory = ['MemoryMaxMB', 'MemoryMB']
    .map((key) => spotAt(task, 'Resources', key))
    .find((each) => Number(each?.text) > 0);
  return {
    options: [
      ...listTaskOptions(task),
      ...(user?.text === undefined ? [] : [{ name: 'user', value: user.text, spot: user }]),
    ],
    image: settingOf(task, 'image'),
    command: command && { spot: command, words },
    own: {
      memoryLimit: memory,
      processorLimit: limited ? settingOf(task, 'cpu_hard_limit') : undefined,
      healthCheck: findCheck(task) ?? check,
      credentials: listCredentials(task),
    },
  };
}

/** The first check of its services. */
function findCheck(owner: Spot): Spot | undefined {
  return (spotAt(owner, 'Services')?.items ?? [])
    .map((service) => spotAt(service, 'Checks', 0))
    .find((check) => check !== undefined);
}

/** A token of Vault, and settings that are called like secrets; what they are is not looked at. */
function listCredentials(task: Spot): Spot[] {
  const vault = spotAt(task, 'Vault');
  const named = [...(spotAt(task, 'Env')?.entries ?? [])].filter(
    ([name, { text }]) => isSecretName(name) && text !== '',
  );
  return [...(vault?.is === 'map' ? [vault] : []), ...named.map(([, spot]) => spot)];
}
