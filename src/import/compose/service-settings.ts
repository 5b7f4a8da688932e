import {
  type ContainerSettings,
  isSecretName,
  type SettingsView,
  startsShell,
} from '../container/container-settings.ts';
import type { ContainerView } from '../container/container-view.ts';
import type { BuiltSettings } from '../dockerfile/build-sights.ts';
import { saysYes, type Spot, spotAt } from '../spot.ts';
import { type ComposeService, listTexts } from './compose-project.ts';
import { isUnresolved } from './interpolate.ts';

/**
 * A service of Compose by its settings.
 * @param built what its image brings along, where the service says nothing
 */
export function viewSettings(
  { spot }: ComposeService,
  view: ContainerView,
  built?: BuiltSettings,
): SettingsView {
  const limits = spotAt(spot, 'deploy', 'resources', 'limits');
  const options = spotAt(spot, 'security_opt')?.items ?? [];
  const findOption = (pattern: RegExp): Spot | undefined =>
    options.find(({ text = '' }) => pattern.test(text));
  const settings: ContainerSettings = {
    before: false,
    image: spotAt(spot, 'build') === undefined ? spotAt(spot, 'image') : undefined,
    user: spotAt(spot, 'user') === undefined ? built?.user : findUser(spotAt(spot, 'user')),
    readOnlyRoot: spotAt(spot, 'read_only'),
    allDropped: spotAt(spot, 'cap_drop')?.items.find(({ text = '' }) => /^(cap_)?all$/i.test(text)),
    noNewPrivileges: findOption(/^no-new-privileges([:=]true)?$/),
    filter: findOption(/^seccomp[:=](?!unconfined$)/),
    unfiltered: findOption(/[:=]unconfined$|^label[:=]disable$/),
    memoryLimit: spotAt(limits, 'memory') ?? spotAt(spot, 'mem_limit'),
    processorLimit: spotAt(limits, 'cpus') ?? spotAt(spot, 'cpus') ?? spotAt(spot, 'cpu_quota'),
    healthCheck:
      spotAt(spot, 'healthcheck') === undefined
        ? built?.healthCheck
        : findHealthCheck(spotAt(spot, 'healthcheck')),
    shell:
      spotAt(spot, 'entrypoint') === undefined && spotAt(spot, 'command') === undefined
        ? built?.shell
        : findShell(spot),
    credentials: listCredentials(spot),
  };
  return { view, containers: [settings] };
}

function findUser(user: Spot | undefined): ContainerSettings['user'] {
  if (user?.text === undefined || user.text === '' || isUnresolved(user.text)) return undefined;
  return { spot: user, root: /^(0+|root)(:|$)/.test(user.text) };
}

/** A check that is switched off is none. */
function findHealthCheck(check: Spot | undefined): Spot | undefined {
  const test = spotAt(check, 'test');
  const off =
    saysYes(spotAt(check, 'disable')) || [test, ...(test?.items ?? [])].some((each) => each?.text === 'NONE');
  return off ? undefined : test;
}

/** The entry point with the command behind it, as the engine joins them. */
function findShell(spot: Spot): Spot | undefined {
  const [entry, command] = [spotAt(spot, 'entrypoint'), spotAt(spot, 'command')];
  const words = [entry, command].flatMap((each) =>
    each?.text === undefined ? listTexts(each).map(({ text = '' }) => text) : each.text.trim().split(/\s+/),
  );
  return startsShell(words) ? (entry ?? command) : undefined;
}

/** Secrets that are mounted, and settings that are called like one; what they are is not looked at. */
function listCredentials(spot: Spot): Spot[] {
  const environment = spotAt(spot, 'environment');
  const named = [...(environment?.entries ?? [])].filter(([name]) => isSecretName(name));
  const listed = (environment?.items ?? []).filter(({ text = '' }) => isSecretName(text.split('=')[0] ?? ''));
  const mounted = spotAt(spot, 'secrets')?.items ?? [];
  return [...mounted, ...named.map(([, value]) => value), ...listed].filter(({ text }) => text !== '');
}
