import { findsAt, type Find, type InferenceRule } from '../inference-rule.ts';
import { sortHostPath } from '../knowledge/host-paths.ts';
import { declaredIf } from './absence-rules.ts';
import {
  isBounded,
  listDevices,
  listEngineSockets,
  listExtraCapabilities,
  listHostGrants,
  listSmallGrants,
  listSystemPaths,
} from './bounds.ts';
import { type ContainerView, findBlanketGrant } from './container-view.ts';

// The second law: what it is given is enough and may be too much. Only what somebody named is a wish.

/** The rights of a container that holds none of more than one sort, by what it is given. */
function hasNoGrants(view: ContainerView): boolean {
  return isBounded(view) && listHostGrants(view).length === 0 && listSmallGrants(view).length === 0;
}

/** Small grants alone, which bound its rights; beside larger ones they say nothing more. */
function findSmallGrants(view: ContainerView): Find[] {
  return isBounded(view) && listHostGrants(view).length === 0 ? findsAt(...listSmallGrants(view)) : [];
}

/** Grants over the host, the engine's sockets and the sight of all processes left out. */
function findHostGrants(view: ContainerView): Find[] {
  if (!isBounded(view)) return [];
  const paths = listSystemPaths(view).filter(({ path }) => sortHostPath(path) !== 'machine');
  return findsAt(...paths.map(({ spot }) => spot), ...view.hostNamespaces);
}

function findMachineGrants(view: ContainerView): Find[] {
  if (!isBounded(view)) return [];
  const paths = listSystemPaths(view).filter(({ path }) => sortHostPath(path) === 'machine');
  return findsAt(...paths.map(({ spot }) => spot), view.hostPid);
}

const small = ['none', 'extra-capabilities'];
const overHost = ['none', 'extra-capabilities', 'host-paths', 'host-paths-or-network', 'node-agent'];
const anything = [...overHost.slice(0, 4), 'privileged-app', 'node-agent'];

/** What follows from the rights that a container is given. */
export const grantRules: readonly InferenceRule<ContainerView>[] = [
  {
    id: 'container/no-rights',
    reads: ['privileged', 'cap_add', 'volumes', 'pid', 'ipc', 'security_opt'],
    finds: (view) => declaredIf(view, hasNoGrants(view)),
    proves: { 'os.host-access': ['none'] },
    because: 'It is given no rights over its host, as far as the file works as it stands.',
    examples: { fires: 'image: shop', quiet: 'image: shop\ncap_add: [NET_ADMIN]' },
  },
  {
    id: 'container/capability',
    reads: ['cap_add', 'security_opt', 'devices'],
    finds: findSmallGrants,
    proves: { 'os.host-access': small },
    suggests: { 'os.host-access': ['extra-capabilities'] },
    because:
      'It is given this right and no more over its host; that somebody named it makes the need likely.',
    not: 'The capabilities that every container has, given back after all were dropped, are no extra.',
    examples: { fires: 'image: shop\ncap_add: [NET_ADMIN]', quiet: 'image: shop\ncap_add: [CHOWN]' },
  },
  {
    id: 'container/host-path',
    reads: ['volumes', 'ipc', 'uts', 'userns_mode'],
    finds: findHostGrants,
    proves: { 'os.host-access': overHost },
    suggests: { 'os.host-access': ['host-paths', 'node-agent'] },
    because: 'It is given a folder or namespace of the system of its host, and no full privileges.',
    not: 'An ordinary folder of the host is a volume by another name and no right over the host.',
    examples: {
      fires: 'image: shop\nvolumes: [/run/dbus:/run/dbus]',
      quiet: 'image: shop\nvolumes: [./data:/data]',
    },
  },
  {
    id: 'container/machine',
    reads: ['volumes', 'pid'],
    finds: findMachineGrants,
    proves: { 'os.host-access': overHost },
    suggests: { 'os.host-access': ['node-agent'] },
    because:
      'It sees the processes, the kernel or the whole disk of its host, as programs do that look after it.',
    examples: { fires: 'image: shop\npid: host', quiet: 'image: shop\npid: service:web' },
  },
  {
    id: 'container/engine-socket',
    reads: ['volumes', 'use_api_socket'],
    finds: (view) => (isBounded(view) ? findsAt(...listEngineSockets(view)) : []),
    proves: { 'os.host-access': overHost, 'os.runs-containers': ['no', 'rootless-builds', 'docker-daemon'] },
    because:
      'It holds the socket of the container engine: it starts containers, or it looks after the engine of its host. Which, the file does not say.',
    not: 'That the socket is mounted read-only changes nothing, since orders go through it all the same.',
    examples: {
      fires: 'image: shop\nvolumes: [/var/run/docker.sock:/var/run/docker.sock:ro]',
      quiet: 'image: shop\nvolumes: [/run/docker.pid:/run/docker.pid]',
    },
  },
  {
    id: 'container/privileged',
    reads: ['privileged', 'cap_add'],
    finds: (view) => findsAt(findBlanketGrant(view)),
    proves: {
      'os.host-access': anything,
      'os.runs-containers': ['no', 'rootless-builds', 'docker-daemon'],
      'os.kernel-module': ['yes', 'no'],
      'os.realtime': ['yes', 'no'],
      'os.runs-vms': ['yes', 'no'],
    },
    because: 'It is given full privileges. That is enough; which of them it needs, the file does not say.',
    not: 'A need: most programs that ask for full privileges need one or two, or a device.',
    examples: { fires: 'image: shop\nprivileged: true', quiet: 'image: shop\nprivileged: false' },
  },
  {
    id: 'container/host-network',
    reads: ['network_mode'],
    finds: ({ hostNetwork }) => findsAt(hostNetwork),
    proves: {
      'os.network': ['known-ports', 'own-address', 'same-segment', 'several-networks', 'host-network'],
    },
    suggests: { 'os.network': ['own-address', 'same-segment', 'host-network'] },
    because:
      'It shares the network of its host, mostly to be found by its neighbours or to keep their addresses.',
    not: 'A need of the host itself: many use it for one port or for multicast.',
    examples: { fires: 'image: shop\nnetwork_mode: host', quiet: 'image: shop\nnetwork_mode: bridge' },
  },
  {
    id: 'container/own-address',
    reads: ['networks'],
    finds: ({ ownAddress }) => findsAt(ownAddress),
    suggests: { 'os.network': ['own-address', 'same-segment', 'several-networks'] },
    because: 'It has an address in the network of the hosts.',
    examples: {
      fires: 'services: { shop: { image: shop, networks: [lan] } }\nnetworks: { lan: { driver: macvlan } }',
      quiet: 'services: { shop: { image: shop, networks: [lan] } }\nnetworks: { lan: { driver: bridge } }',
    },
  },
  {
    id: 'container/load-module',
    reads: ['cap_add', 'volumes'],
    finds: (view) => findsAt(listExtraCapabilities(view).find(({ name }) => name === 'SYS_MODULE')?.spot),
    proves: { 'os.kernel-module': ['yes', 'no'] },
    because: 'It may load modules into the kernel: its own, or those that the distribution ships.',
    examples: { fires: 'image: shop\ncap_add: [SYS_MODULE]', quiet: 'image: shop\ncap_add: [SYS_TIME]' },
  },
  {
    id: 'container/starts-machines',
    reads: ['devices', 'volumes'],
    finds: (view) => findsAt(listDevices(view).find(({ path }) => /^\/dev\/kvm\/*$/.test(path))?.spot),
    proves: { 'os.runs-vms': ['yes'] },
    because: 'It is handed /dev/kvm, which is of use only to start virtual machines.',
    examples: { fires: 'image: shop\ndevices: [/dev/kvm]', quiet: 'image: shop\ndevices: [/dev/fuse]' },
  },
  {
    id: 'container/real-time',
    reads: ['cpu_rt_runtime', 'ulimits.rtprio'],
    finds: ({ realtime }) => findsAt(realtime),
    suggests: { 'os.realtime': ['yes'] },
    because: 'It is given a real-time priority.',
    examples: { fires: 'image: shop\nulimits: { rtprio: 95 }', quiet: 'image: shop\nulimits: { nproc: 95 }' },
  },
  {
    id: 'container/sysctls',
    reads: ['sysctls'],
    finds: ({ sysctls }) => findsAt(sysctls),
    proves: { 'os.kernel-tuning': ['per-container', 'node-wide', 'disturbing'] },
    suggests: { 'os.kernel-tuning': ['per-container'] },
    because: 'It sets kernel settings, and engines allow those of its own namespaces only.',
    examples: {
      fires: 'image: shop\nsysctls: { net.core.somaxconn: 1024 }',
      quiet: 'image: shop\nulimits: { nofile: 1024 }',
    },
  },
];
