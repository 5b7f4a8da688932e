import { type ContainerSettings, startsShell } from '../container/container-settings.ts';
import { findsAt, type InferenceRule } from '../inference-rule.ts';
import type { BuildFile, BuildStep } from './build-file.ts';
import { viewBuild } from './build-view.ts';

/** How an image has its containers run, where whoever runs them says nothing else. */
export type BuiltSettings = Pick<ContainerSettings, 'user' | 'healthCheck' | 'shell'>;

/** The settings that an image brings along. */
export function viewBuiltSettings(build: BuildFile): BuiltSettings {
  const last = (keyword: string): BuildStep | undefined =>
    build.steps.filter((step) => step.keyword === keyword).pop();
  const { user } = viewBuild(build);
  const check = last('HEALTHCHECK');
  const [entry, command] = [last('ENTRYPOINT'), last('CMD')];
  // Without brackets an engine puts a shell before it; an entry point in brackets gets the words of the command.
  const isPlain = (step: BuildStep | undefined): boolean =>
    step !== undefined && !/^\s*(--\S+\s+)*\[/.test(step.spot.text ?? '');
  const program = entry ?? command;
  const words = isPlain(program)
    ? ['sh', '-c', program?.spot.text ?? '']
    : [...(entry?.words ?? []), ...(isPlain(command) ? [] : (command?.words ?? []))];
  return {
    user: user?.text === undefined ? undefined : { spot: user, root: /^(0+|root)(:|$)/.test(user.text) },
    healthCheck: check === undefined || /^none$/i.test(check.words[0] ?? '') ? undefined : check.spot,
    shell: startsShell(words) ? program?.spot : undefined,
  };
}

const shop = 'FROM node:22\nRUN npm ci\n';

/** What a Dockerfile by itself shows of actions; who runs its image may say otherwise. */
export const buildSights: readonly InferenceRule<BuildFile>[] = [
  {
    id: 'dockerfile/ordinary-user',
    reads: ['USER'],
    finds: (build) => {
      const user = viewBuiltSettings(build).user;
      return user?.root === false ? findsAt(user.spot) : [];
    },
    shows: 'ordinary-user',
    because: 'Its image names a user that is not root.',
    not: 'That whoever runs it keeps that user.',
    examples: { fires: `${shop}USER node`, quiet: `${shop}USER root` },
  },
  {
    id: 'dockerfile/root-user',
    reads: ['USER'],
    finds: (build) => {
      const user = viewBuiltSettings(build).user;
      return user?.root === true ? findsAt(user.spot) : [];
    },
    shows: 'root-user',
    because: 'Its image names root as its user.',
    examples: { fires: `${shop}USER root`, quiet: `${shop}USER node` },
  },
  {
    id: 'dockerfile/health-check',
    reads: ['HEALTHCHECK'],
    finds: (build) => findsAt(viewBuiltSettings(build).healthCheck),
    shows: 'health-check',
    because: 'Its image says how engines ask it whether it works.',
    not: 'That its platform does: Kubernetes reads probes of its own.',
    examples: { fires: `${shop}HEALTHCHECK CMD ask`, quiet: `${shop}HEALTHCHECK NONE` },
  },
  {
    id: 'dockerfile/shell-before-program',
    reads: ['ENTRYPOINT', 'CMD'],
    finds: (build) => findsAt(viewBuiltSettings(build).shell),
    shows: 'shell-before-program',
    because: 'A shell is started that starts the program, and does not hand signals on to it.',
    examples: { fires: `${shop}CMD node shop.js`, quiet: `${shop}CMD ["node", "shop.js"]` },
  },
];
