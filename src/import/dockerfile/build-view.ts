import { type ContainerView, startsInit } from '../container/container-view.ts';
import { viewPlain } from '../container/plain-view.ts';
import { isWindowsImage } from '../knowledge/image-name.ts';
import type { Spot } from '../spot.ts';
import { createTextSpot } from '../text-spot.ts';
import type { BuildFile, BuildStep } from './build-file.ts';

/** What the image that is built will have, whoever runs it: its system, its user, the program it begins with. */
export function viewBuild(
  build: BuildFile,
): Pick<ContainerView, 'windows' | 'linux' | 'user' | 'initSystem'> {
  const { base } = build;
  const onWindows = isWindowsImage(base?.text ?? '');
  return {
    windows: onWindows ? base : undefined,
    linux: onWindows ? undefined : base,
    user: findUser(build),
    initSystem: findInitSystem(build),
  };
}

/** A container of which only the image is known: nothing follows from what it is not given. */
export function viewAlone(build: BuildFile): ContainerView {
  return viewPlain(build.declared, {
    ...viewBuild(build),
    complete: false,
    build: addsOnlyFiles(build) ? undefined : build.declared,
  });
}

/** The user that it runs as, if it is not filled in later. */
function findUser({ steps }: BuildFile): Spot | undefined {
  const last = steps.filter(({ keyword }) => keyword === 'USER').pop();
  const [name] = last?.words ?? [];
  return last === undefined || name === undefined || name.includes('$')
    ? undefined
    : createTextSpot(name, last.spot.at, last.spot.key);
}

/** The program that it begins with: its entry point or, without one, its command. */
export function findProgram({ steps }: BuildFile): BuildStep | undefined {
  const last = (keyword: string) => steps.filter((step) => step.keyword === keyword).pop();
  return last('ENTRYPOINT') ?? last('CMD');
}

function findInitSystem(build: BuildFile): Spot | undefined {
  const program = findProgram(build);
  const signal = build.steps.filter(({ keyword }) => keyword === 'STOPSIGNAL').pop();
  if (startsInit(program?.words[0])) return program?.spot;
  return signal?.words[0] === 'SIGRTMIN+3' ? signal.spot : undefined;
}

/** Whether an image is taken as it is, but for files and settings: nothing is run while it is built. */
export function addsOnlyFiles({ steps }: BuildFile): boolean {
  return !steps.some(({ keyword }) => keyword === 'RUN' || keyword === 'ENTRYPOINT');
}
