import type { Artefact } from '../artefact.ts';
import type { ContainerView } from '../container/container-view.ts';
import { buildRules } from '../dockerfile/build-rules.ts';
import { type BuiltSettings, viewBuiltSettings } from '../dockerfile/build-sights.ts';
import { viewBuild } from '../dockerfile/build-view.ts';
import { type Inference, listInferences } from '../inference-rule.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';

/** What the image that a service builds will have. */
type BuiltImage = Pick<ContainerView, 'windows' | 'linux' | 'user' | 'initSystem'>;

/** A Dockerfile that a service is built from. */
export interface OpenedBuild {
  readonly view: BuiltImage;
  readonly settings: BuiltSettings;
  readonly inferences: readonly Inference[];
}

/**
 * Opens the Dockerfile that a service is built from; undefined where it builds nothing, or where the file
 * is not there, is somewhere else, or hangs on a variable.
 */
export async function openBuild(service: Spot, artefact: Artefact): Promise<OpenedBuild | undefined> {
  const build = spotAt(service, 'build');
  // What another file of the project describes lies in that file's folder.
  if (build?.at.file !== artefact.file) return undefined;
  const context = build.text ?? textAt(build, 'context') ?? '.';
  const name = textAt(build, 'dockerfile') ?? 'Dockerfile';
  const isElsewhere = /^(\w+:\/\/|git@|github\.com\/)|\$/.test(context) || name.includes('$');
  if (isElsewhere || spotAt(build, 'dockerfile_inline') !== undefined) return undefined;
  const found = artefact.openBeside(name.startsWith('/') ? name : `${context}/${name}`);
  if (found === undefined) return undefined;
  const { parseBuildFile } = await import('../dockerfile/build-file.ts');
  const parsed = parseBuildFile(found.text, found.file, textAt(build, 'target'));
  return parsed === undefined
    ? undefined
    : {
        view: viewBuild(parsed),
        settings: viewBuiltSettings(parsed),
        inferences: listInferences(buildRules, parsed),
      };
}

/** A service with what its image brings along where the service says nothing of it. */
export function addBuild(view: ContainerView, built: BuiltImage): ContainerView {
  const windows = view.windows ?? built.windows;
  return {
    ...view,
    windows,
    linux: windows === undefined ? (view.linux ?? built.linux) : undefined,
    user: view.user ?? built.user,
    initSystem: view.initSystem ?? (view.command === undefined ? built.initSystem : undefined),
  };
}
