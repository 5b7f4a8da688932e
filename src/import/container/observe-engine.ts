import { listObserved } from '../inference-rule.ts';
import type { Spot } from '../spot.ts';
import { createTextSpot } from '../text-spot.ts';
import { type ContainerSettings, isSecretName, startsShell } from './container-settings.ts';
import type { EngineContainer, EngineRun } from './engine-options.ts';
import { engineSights } from './engine-sights.ts';
import type { EngineOption } from './engine-view.ts';
import { sightRules } from './sight-rules.ts';

/** What containers that an engine is told to run show of actions. */
export function observeEngine(run: EngineRun): ReturnType<typeof listObserved> {
  const settings = { view: run.view, containers: run.containers.map(toSettings) };
  return [...listObserved(sightRules, settings), ...listObserved(engineSights, run)];
}

function toSettings({ options, image, command, own }: EngineContainer): ContainerSettings {
  const findOption = (name: string, pattern = /(?:)/): EngineOption | undefined =>
    options.filter((option) => option.name === name && pattern.test(option.value)).pop();
  const find = (name: string, pattern?: RegExp): Spot | undefined => findOption(name, pattern)?.spot;
  const entry = findOption('entrypoint');
  const words = [...(entry?.value.trim().split(/\s+/) ?? []), ...(command?.words ?? [])];
  return {
    before: false,
    image,
    user: toUser(findOption('user', /./)),
    readOnlyRoot: toFlag(findOption('read-only')),
    allDropped: find('cap-drop', /^(cap_)?all$/i),
    noNewPrivileges: find('security-opt', /^no-new-privileges([:=]true)?$/),
    filter: find('security-opt', /^seccomp[:=](?!unconfined$)/),
    unfiltered: find('security-opt', /[:=]unconfined$|^label[:=]disable$/),
    memoryLimit: find('memory'),
    processorLimit: find('cpus') ?? find('cpu-quota'),
    healthCheck: find('health-cmd', /^(?!none$)./),
    shell: startsShell(words) ? (entry?.spot ?? command?.spot) : undefined,
    credentials: options.filter(handsOver).map(({ spot }) => spot),
    ...own,
  };
}

/** A name that is filled in later is none. */
function toUser(option: EngineOption | undefined): ContainerSettings['user'] {
  return option === undefined || /[%$]/.test(option.value)
    ? undefined
    : { spot: option.spot, root: /^(0+|root)(:|$)/.test(option.value) };
}

/** A flag as the word that it means. */
function toFlag(option: EngineOption | undefined): Spot | undefined {
  if (option === undefined) return undefined;
  const { value, spot } = option;
  return createTextSpot(value === '' ? 'true' : value, spot.at, spot.key);
}

/** A secret, or a setting that is called like one; what it is, is not looked at. */
function handsOver({ name, value }: EngineOption): boolean {
  return (
    name === 'secret' ||
    (name === 'env' && isSecretName(/^[^=]*/.exec(value)?.[0] ?? '') && !value.endsWith('='))
  );
}
