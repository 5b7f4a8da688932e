import type { Spot } from '../spot.ts';
import type { ContainerView } from './container-view.ts';

/**
 * How one container is run, setting by setting, where each stands; undefined where it says nothing. What a
 * platform lets a pod say for all of its containers stands with each of them.
 */
export interface ContainerSettings {
  /** Whether it ends before the others start. */
  readonly before: boolean;
  /** The name of its image; undefined where it is built beside, so that the name is that of the result. */
  readonly image: Spot | undefined;
  /** The user that it is said to run as. */
  readonly user: { readonly spot: Spot; readonly root: boolean } | undefined;
  /** What says whether its root is read-only, whatever it says. */
  readonly readOnlyRoot: Spot | undefined;
  /** What takes every capability away. */
  readonly allDropped: Spot | undefined;
  /** What forbids that it gains rights later. */
  readonly noNewPrivileges: Spot | undefined;
  /** What keeps the default filter of system calls, or one of its own. */
  readonly filter: Spot | undefined;
  /** What switches a filter off. */
  readonly unfiltered: Spot | undefined;
  readonly memoryLimit: Spot | undefined;
  readonly processorLimit: Spot | undefined;
  /** What asks it whether it works. */
  readonly healthCheck: Spot | undefined;
  /** A shell that is started to start the program. */
  readonly shell: Spot | undefined;
  /** Passwords, keys and tokens that it is handed; where, and never what. */
  readonly credentials: readonly Spot[];
}

/** The containers of one workload: together as the rules on containers look at them, and each by itself. */
export interface SettingsView {
  readonly view: ContainerView;
  readonly containers: readonly ContainerSettings[];
}

/** The setting of every container, where all have it; else none. */
export function listOfAll(
  containers: readonly ContainerSettings[],
  pick: (container: ContainerSettings) => Spot | undefined,
): Spot[] {
  const spots = containers.map(pick);
  return spots.flatMap((spot) => (spots.includes(undefined) ? [] : (spot ?? [])));
}

/** Those that run the program, and not before it. */
export function listPrograms({ containers }: SettingsView): ContainerSettings[] {
  return containers.filter(({ before }) => !before);
}

/** Whether a command starts a shell that stays before the program: one that is told to `exec` leaves. */
export function startsShell(words: readonly string[]): boolean {
  const [first = '', option = ''] = words;
  return (
    /^(\/(usr\/)?bin\/)?(sh|bash|ash|dash)$/.test(first) &&
    /^-\w*c$/.test(option) &&
    !words.slice(2).some((word) => /(^|[;&|\s])exec\s/.test(word))
  );
}

const secretName = /(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY|CREDENTIALS)$/i;

/** Whether a setting is called as passwords, keys and tokens are. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** Whether all of its settings stand in the artefact, so that one that is missing is not set. */
export function isComplete({ view, containers }: SettingsView): boolean {
  return view.complete && containers.length > 0;
}
