import {
  type ContainerSettings,
  isSecretName,
  type SettingsView,
  startsShell,
} from '../container/container-settings.ts';
import type { ContainerView } from '../container/container-view.ts';
import { type Spot, spotAt } from '../spot.ts';
import { attributeAt, firstAttribute, type TerraformResource } from './resource.ts';
import { listRunContainers } from './run-views.ts';

/** The containers of a resource by their settings; those of ECS stand in one text. */
export function viewRunSettings(resource: TerraformResource, view: ContainerView): SettingsView {
  const { type, values } = resource;
  const isTask = type === 'aws_ecs_task_definition';
  // What a task is given is the most that all its containers have together, where they share no machine.
  const whole = (key: string): Spot | undefined => (isTask ? attributeAt(values, key) : undefined);
  const given = { memory: whole('memory'), processor: whole('cpu') };
  return { view, containers: listRunContainers(resource).map((container) => toSettings(container, given)) };
}

function toSettings(
  container: Spot,
  given: { readonly memory: Spot | undefined; readonly processor: Spot | undefined },
): ContainerSettings {
  const list = (...path: readonly string[]): readonly Spot[] => spotAt(container, ...path)?.items ?? [];
  const options = list('dockerSecurityOptions');
  const find = (pattern: RegExp): Spot | undefined => options.find(({ text = '' }) => pattern.test(text));
  const user = attributeAt(container, 'user');
  const limits = firstAttribute(container, ['resources', 'limits']);
  const words = ['entryPoint', 'command'].flatMap((key) => list(key).map(({ text = '' }) => text));
  return {
    before: false,
    image: spotAt(container, 'image'),
    user:
      user?.text === undefined || user.text === ''
        ? undefined
        : { spot: user, root: /^(0+|root)(:|$)/.test(user.text) },
    readOnlyRoot: attributeAt(container, 'readonlyRootFilesystem'),
    allDropped: list('linuxParameters', 'capabilities', 'drop').find(({ text = '' }) => /^all$/i.test(text)),
    noNewPrivileges: find(/^no-new-privileges([:=]true)?$/),
    filter: find(/^seccomp[:=](?!unconfined$)/),
    unfiltered: find(/[:=]unconfined$|^label[:=]disable$/),
    memoryLimit: attributeAt(limits, 'memory') ?? given.memory ?? attributeAt(container, 'memory'),
    processorLimit: attributeAt(limits, 'cpu') ?? given.processor,
    healthCheck: firstAttribute(
      container,
      ['healthCheck'],
      ['liveness_probe'],
      ['readiness_probe'],
      ['startup_probe'],
    ),
    shell: startsShell(words) ? firstAttribute(container, ['entryPoint'], ['command']) : undefined,
    credentials: [
      ...list('secrets'),
      ...list('environment').flatMap((each) => {
        const name = spotAt(each, 'name');
        return isSecretName(name?.text ?? '') ? [each] : [];
      }),
    ],
  };
}
