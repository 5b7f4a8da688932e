import type { Spot } from '../spot.ts';
import type { ContainerSettings } from './container-settings.ts';
import type { ContainerView } from './container-view.ts';
import type { EngineOption } from './engine-view.ts';

/** One container that an engine is told to run. */
export interface EngineContainer {
  readonly options: readonly EngineOption[];
  readonly image: Spot | undefined;
  /** What its image is told to run, word by word. */
  readonly command: { readonly spot: Spot; readonly words: readonly string[] } | undefined;
  /** What its platform says of it otherwise than by options of the engine. */
  readonly own?: Partial<ContainerSettings>;
}

/** Containers that an engine runs together: as rules on containers look at them, and each by its options. */
export interface EngineRun {
  readonly view: ContainerView;
  readonly containers: readonly EngineContainer[];
  /** Whether the engine filters system calls unless it is told not to. */
  readonly filters: boolean;
}

/** Where each container is given an option, if all are and its value fits. */
export function listGiven(
  { containers }: EngineRun,
  name: string,
  fits: (value: string) => boolean,
): readonly Spot[] {
  const found = containers.map(({ options }) => {
    const last = options.filter((each) => each.name === name).pop();
    return last !== undefined && fits(last.value) ? last.spot : undefined;
  });
  return found.flatMap((spot) => (found.includes(undefined) ? [] : (spot ?? [])));
}

/** Every option of a name, whatever container is given it. */
export function listOptions({ containers }: EngineRun, name: string): EngineOption[] {
  return containers.flatMap(({ options }) => options.filter((each) => each.name === name));
}
