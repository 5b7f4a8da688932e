import { findsAt, type InferenceRule } from '../inference-rule.ts';
import { parseImageName } from '../knowledge/image-name.ts';
import type { Spot } from '../spot.ts';
import { listDevices } from './bounds.ts';
import { isComplete, listOfAll, listPrograms, type SettingsView } from './container-settings.ts';

/** An image whose name stays while it may become another: with no tag, or with `latest`. */
function findMoving(image: Spot | undefined): Spot | undefined {
  const name = parseImageName(image?.text ?? '');
  const moves = name !== undefined && (name.tag === undefined || name.tag === 'latest');
  return moves && image?.text?.includes('@') === false ? image : undefined;
}

/** What the description of a container shows of how it is run. */
export const runningSights: readonly InferenceRule<SettingsView>[] = [
  {
    id: 'container/pinned-image',
    reads: ['image'],
    finds: ({ containers }) =>
      findsAt(
        ...listOfAll(containers, ({ image }) =>
          /@sha256:[0-9a-f]{64}$/.test(image?.text ?? '') ? image : undefined,
        ),
      ),
    shows: 'image-by-digest',
    looks: isComplete,
    because: 'Its image is named by a digest, so that it is always the same one.',
    examples: {
      fires: `image: "shop@sha256:${'7'.repeat(64)}"`,
      quiet: 'image: "shop:1.4.2"',
    },
  },
  {
    id: 'container/moving-image',
    reads: ['image'],
    finds: ({ containers }) => findsAt(...containers.map(({ image }) => findMoving(image))),
    shows: 'image-by-moving-tag',
    looks: isComplete,
    because: 'Its image has no tag, or the tag latest, so that it may be another one tomorrow.',
    examples: { fires: 'image: "shop:latest"', quiet: 'image: "shop:1.4.2"' },
  },
  {
    id: 'container/limited-memory',
    reads: ['deploy.resources.limits.memory', 'mem_limit'],
    finds: (settings) => findsAt(...listOfAll(listPrograms(settings), ({ memoryLimit }) => memoryLimit)),
    shows: 'memory-limit',
    looks: isComplete,
    because: 'Its memory is limited.',
    examples: { fires: 'image: shop\nmem_limit: 1g', quiet: 'image: shop\nmem_reservation: 1g' },
  },
  {
    id: 'container/limited-processor',
    reads: ['deploy.resources.limits.cpus', 'cpus', 'cpu_quota'],
    finds: (settings) =>
      findsAt(...listOfAll(listPrograms(settings), ({ processorLimit }) => processorLimit)),
    shows: 'processor-limit',
    looks: isComplete,
    because: 'Its processor time is limited.',
    examples: { fires: 'image: shop\ncpus: 1.5', quiet: 'image: shop\ncpu_shares: 512' },
  },
  {
    id: 'container/health-check',
    reads: ['healthcheck'],
    finds: (settings) => findsAt(...listOfAll(listPrograms(settings), ({ healthCheck }) => healthCheck)),
    shows: 'health-check',
    looks: isComplete,
    because: 'Its platform asks it whether it works.',
    examples: {
      fires: 'image: shop\nhealthcheck: { test: [CMD, ask] }',
      quiet: 'image: shop\nhealthcheck: { disable: true }',
    },
  },
  {
    id: 'container/shell-before-program',
    reads: ['command', 'entrypoint'],
    finds: (settings) => findsAt(...listPrograms(settings).map(({ shell }) => shell)),
    shows: 'shell-before-program',
    looks: isComplete,
    because: 'A shell is started that starts the program, and does not hand signals on to it.',
    examples: {
      fires: 'image: shop\ncommand: [sh, -c, shop serve]',
      quiet: 'image: shop\ncommand: [sh, -c, exec shop serve]',
    },
  },
  {
    id: 'container/time-to-stop',
    reads: ['stop_grace_period'],
    finds: ({ view: { grace } }) => findsAt(grace?.spot),
    shows: 'grace-period',
    looks: isComplete,
    because: 'It says how long it is given to stop.',
    examples: { fires: 'image: shop\nstop_grace_period: 5m', quiet: 'image: shop\nstop_signal: SIGTERM' },
  },
  {
    id: 'container/kept-data',
    reads: ['volumes'],
    finds: ({ view: { volumes } }) =>
      findsAt(...volumes.filter(({ readOnly }) => !readOnly).map(({ spot }) => spot)),
    shows: 'data-volume',
    looks: isComplete,
    because: 'What it writes there is on a volume and not in its own layer.',
    examples: { fires: 'image: shop\nvolumes: ["data:/data"]', quiet: 'image: shop\ntmpfs: /data' },
  },
  {
    id: 'container/network-of-host',
    reads: ['network_mode'],
    finds: ({ view: { hostNetwork } }) => findsAt(hostNetwork),
    shows: 'host-network',
    looks: isComplete,
    because: 'It shares the network of its host.',
    examples: { fires: 'image: shop\nnetwork_mode: host', quiet: 'image: shop\nnetwork_mode: bridge' },
  },
  {
    id: 'container/own-interface',
    reads: ['networks'],
    finds: ({ view: { ownAddress } }) => findsAt(ownAddress),
    shows: 'own-interface',
    looks: isComplete,
    because: 'It has an interface of its own in the network of the hosts.',
    examples: {
      fires: 'services: { shop: { image: shop, networks: [lan] } }\nnetworks: { lan: { driver: macvlan } }',
      quiet: 'services: { shop: { image: shop, networks: [lan] } }\nnetworks: { lan: { driver: bridge } }',
    },
  },
  {
    id: 'container/own-settings',
    reads: ['sysctls'],
    finds: ({ view: { sysctls } }) => findsAt(sysctls),
    shows: 'own-kernel-settings',
    looks: isComplete,
    because: 'The kernel settings that it needs stand in its description.',
    examples: {
      fires: 'image: shop\nsysctls: { net.core.somaxconn: 1024 }',
      quiet: 'image: shop\nulimits: { nofile: 1024 }',
    },
  },
  {
    id: 'container/virtualisation-device',
    reads: ['devices', 'volumes'],
    finds: ({ view }) => findsAt(listDevices(view).find(({ path }) => /^\/dev\/kvm\/*$/.test(path))?.spot),
    shows: 'virtualisation-device',
    looks: isComplete,
    because: 'It is handed /dev/kvm by its name.',
    examples: { fires: 'image: shop\ndevices: [/dev/kvm]', quiet: 'image: shop\ndevices: [/dev/fuse]' },
  },
  {
    id: 'container/whole-host',
    reads: ['volumes'],
    finds: ({ view: { hostPaths } }) => findsAt(hostPaths.find(({ path }) => /^\/+$/.test(path))?.spot),
    shows: 'whole-host-mounted',
    looks: isComplete,
    because: 'The whole disk of the host is mounted.',
    examples: { fires: 'image: shop\nvolumes: ["/:/host:ro"]', quiet: 'image: shop\nvolumes: ["/srv:/srv"]' },
  },
  {
    id: 'container/host-folders-read-only',
    reads: ['volumes'],
    finds: ({ view: { hostPaths } }) =>
      hostPaths.every(({ readOnly, path }) => readOnly && !/^\/+$/.test(path))
        ? findsAt(...hostPaths.map(({ spot }) => spot))
        : [],
    shows: 'host-folders-read-only',
    looks: ({ view }) => view.complete && view.hostPaths.length > 0,
    because: 'Single folders of the host are mounted, each of them read-only.',
    examples: {
      fires: 'image: shop\nvolumes: ["/srv:/srv:ro"]',
      quiet: 'image: shop\nvolumes: ["/srv:/srv"]',
    },
  },
];
