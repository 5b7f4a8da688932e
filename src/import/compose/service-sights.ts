import { findsAt, type InferenceRule } from '../inference-rule.ts';
import { declaredIf } from '../container/absence-rules.ts';
import { isBounded } from '../container/bounds.ts';
import type { ContainerView } from '../container/container-view.ts';
import { saysYes, spotAt, textAt } from '../spot.ts';
import type { ComposeProject, ComposeService } from './compose-project.ts';
import { listMounts } from '../container/mounts.ts';
import { listPorts } from './list-ports.ts';

/** A service of Compose with all that what it shows of actions may stand in. */
export interface SeenService extends ComposeService {
  readonly project: Pick<ComposeProject, 'volumes'>;
  readonly view: ContainerView;
}

const isWhole = ({ view }: SeenService): boolean => view.complete;

/** What only Compose shows of how a service is run. */
export const serviceSights: readonly InferenceRule<SeenService>[] = [
  {
    id: 'compose/default-filter',
    reads: ['security_opt', 'privileged'],
    finds: ({ view }) => declaredIf(view, isBounded(view) && view.unconfined.length === 0),
    shows: 'call-filter',
    because:
      'Engines filter system calls (seccomp) unless they are told not to, and nothing here tells them.',
    not: 'That its host has AppArmor or SELinux.',
    examples: { fires: 'image: shop', quiet: 'image: shop\nsecurity_opt: ["seccomp=unconfined"]' },
  },
  {
    id: 'compose/limited-processes',
    reads: ['pids_limit', 'deploy.resources.limits.pids'],
    finds: ({ spot }) =>
      findsAt(
        [spotAt(spot, 'pids_limit'), spotAt(spot, 'deploy', 'resources', 'limits', 'pids')].find(
          (each) => Number(each?.text) > 0,
        ),
      ),
    shows: 'process-limit',
    looks: isWhole,
    because: 'The number of its processes is limited.',
    examples: { fires: 'image: shop\npids_limit: 200', quiet: 'image: shop\npids_limit: -1' },
  },
  {
    id: 'compose/ports-on-an-address',
    reads: ['ports'],
    finds: ({ spot }) => {
      const ports = listPorts(spot);
      return ports.every(({ everywhere }) => !everywhere) ? findsAt(...ports.map((port) => port.spot)) : [];
    },
    shows: 'ports-on-named-address',
    looks: (service) => isWhole(service) && listPorts(service.spot).length > 0,
    because: 'Its ports are published on addresses that are named.',
    examples: {
      fires: 'image: shop\nports: ["127.0.0.1:8080:80"]',
      quiet: 'image: shop\nports: ["8080:80"]',
    },
  },
  {
    id: 'compose/ports-everywhere',
    reads: ['ports'],
    finds: ({ spot }) => findsAt(...listPorts(spot).flatMap((port) => (port.everywhere ? port.spot : []))),
    shows: 'ports-on-every-address',
    looks: isWhole,
    because: 'A port is published on every address of the host.',
    examples: {
      fires: 'image: shop\nports: ["8080:80"]',
      quiet: 'image: shop\nports: ["127.0.0.1:8080:80"]',
    },
  },
  {
    id: 'compose/init',
    reads: ['init'],
    finds: ({ spot }) => findsAt([spotAt(spot, 'init')].find((init) => saysYes(init))),
    shows: 'reaping-init',
    looks: isWhole,
    because: 'The engine starts an init before it that reaps what has ended.',
    examples: { fires: 'image: shop\ninit: true', quiet: 'image: shop\ninit: false' },
  },
  {
    id: 'compose/hyper-v',
    reads: ['isolation'],
    finds: ({ spot }) => findsAt([spotAt(spot, 'isolation')].find((each) => each?.text === 'hyperv')),
    shows: 'hyper-v-isolation',
    looks: isWhole,
    because: 'It is started in a small machine of its own, by Hyper-V.',
    examples: { fires: 'image: shop\nisolation: hyperv', quiet: 'image: shop\nisolation: process' },
  },
  {
    id: 'compose/group-account',
    reads: ['credential_spec'],
    finds: ({ spot }) => findsAt(spotAt(spot, 'credential_spec')),
    shows: 'group-managed-account',
    looks: isWhole,
    because: 'It is given an account of the directory by a credential spec.',
    examples: {
      fires: 'image: shop\ncredential_spec: { file: shop.json }',
      quiet: 'image: shop\nsecrets: [shop]',
    },
  },
  {
    id: 'compose/no-user-namespace',
    reads: ['userns_mode'],
    finds: ({ spot }) => findsAt([spotAt(spot, 'userns_mode')].find((mode) => mode?.text === 'host')),
    shows: 'user-namespace-off',
    looks: isWhole,
    because: 'It keeps out of user namespaces, also where the engine would use them.',
    examples: { fires: 'image: shop\nuserns_mode: host', quiet: 'image: shop\nuserns_mode: private' },
  },
  {
    id: 'compose/several-networks',
    reads: ['networks'],
    finds: ({ spot }) => {
      const networks = spotAt(spot, 'networks');
      const joined = [...(networks?.items ?? []), ...(networks?.entries.values() ?? [])];
      return joined.length > 1 && networks !== undefined ? [{ spot: networks, part: 'key' }] : [];
    },
    shows: 'several-networks',
    looks: isWhole,
    because: 'It joins several networks, with an interface in each.',
    examples: { fires: 'image: shop\nnetworks: [inside, outside]', quiet: 'image: shop\nnetworks: [inside]' },
  },
  {
    id: 'compose/on-each-host',
    reads: ['deploy.mode'],
    finds: ({ spot }) => findsAt([spotAt(spot, 'deploy', 'mode')].find((mode) => mode?.text === 'global')),
    shows: 'one-each-host',
    looks: isWhole,
    because: 'One container of it is started on every host.',
    examples: {
      fires: 'image: shop\ndeploy: { mode: global }',
      quiet: 'image: shop\ndeploy: { mode: replicated }',
    },
  },
  {
    id: 'compose/named-hosts',
    reads: ['deploy.placement.constraints'],
    finds: ({ spot }) => findsAt(spotAt(spot, 'deploy', 'placement', 'constraints', 0)),
    shows: 'tied-to-hosts',
    looks: isWhole,
    because: 'A rule of the platform says on which hosts it may run.',
    not: 'Which hosts these are.',
    examples: {
      fires: 'image: shop\ndeploy: { placement: { constraints: ["node.labels.licence == yes"] } }',
      quiet: 'image: shop\ndeploy: { placement: { preferences: [{ spread: node.labels.zone }] } }',
    },
  },
  {
    id: 'compose/own-processors',
    reads: ['cpuset'],
    finds: ({ spot }) => findsAt(spotAt(spot, 'cpuset')),
    shows: 'own-processors',
    looks: isWhole,
    because: 'It is bound to certain processors.',
    not: 'That nobody else runs on them.',
    examples: { fires: 'image: shop\ncpuset: 2-3', quiet: 'image: shop\ncpus: 2' },
  },
  {
    id: 'compose/volume-apart',
    reads: ['volumes'],
    finds: ({ spot, project }) =>
      findsAt(
        ...listMounts(spotAt(spot, 'volumes')).flatMap((mount) =>
          mount.type === 'volume' && isApart(project, mount.source) ? mount.spot : [],
        ),
      ),
    shows: 'volume-apart',
    looks: isWhole,
    because: 'Its volume is made and kept elsewhere, and does not go with the project.',
    examples: {
      fires:
        'services: { shop: { image: shop, volumes: ["data:/data"] } }\nvolumes: { data: { external: true } }',
      quiet: 'services: { shop: { image: shop, volumes: ["data:/data"] } }\nvolumes: { data: {} }',
    },
  },
];

function isApart({ volumes }: SeenService['project'], name: string): boolean {
  const external = spotAt(volumes.get(name), 'external');
  return saysYes(external) || textAt(external, 'name') !== undefined;
}
