import { findsAt, type InferenceRule } from '../inference-rule.ts';
import { declaredIf } from './absence-rules.ts';
import { isBounded } from './bounds.ts';
import { type EngineRun, listGiven, listOptions } from './engine-options.ts';

const isWhole = ({ view }: EngineRun): boolean => view.complete;

/** On which addresses of its host a port is published: `127.0.0.1:80:8080`. */
function isEverywhere(value: string): boolean {
  const address = (value.split('/')[0] ?? '').split(':').slice(0, -2).join(':');
  return /^(|0\.0\.0\.0|\[?::\]?)$/.test(address);
}

const quadlet = (...lines: readonly string[]): string => ['[Container]', 'Image=shop', ...lines].join('\n');

/** What options of an engine show of how it runs a container, beside what every format can say. */
export const engineSights: readonly InferenceRule<EngineRun>[] = [
  {
    id: 'engine/default-filter',
    reads: ['Image', 'SeccompProfile', 'security_opt', 'privileged'],
    finds: ({ view, filters }) =>
      declaredIf(view, filters && isBounded(view) && view.unconfined.length === 0),
    shows: 'call-filter',
    because:
      'Engines filter system calls (seccomp) unless they are told not to, and nothing here tells them.',
    not: 'That its host has AppArmor or SELinux.',
    examples: { fires: quadlet(), quiet: quadlet('SeccompProfile=unconfined') },
  },
  {
    id: 'engine/limited-processes',
    reads: ['PidsLimit', 'pids_limit'],
    finds: (run) => findsAt(...listGiven(run, 'pids-limit', (value) => Number(value) > 0)),
    shows: 'process-limit',
    looks: isWhole,
    because: 'The number of its processes is limited.',
    examples: { fires: quadlet('PidsLimit=200'), quiet: quadlet('PidsLimit=-1') },
  },
  {
    id: 'engine/init',
    reads: ['RunInit', 'init'],
    finds: (run) => findsAt(...listGiven(run, 'init', (value) => /^(true|yes|on|1)?$/i.test(value))),
    shows: 'reaping-init',
    looks: isWhole,
    because: 'The engine starts an init before it that reaps what has ended.',
    examples: { fires: quadlet('RunInit=true'), quiet: quadlet('RunInit=false') },
  },
  {
    id: 'engine/ports-on-an-address',
    reads: ['PublishPort'],
    finds: (run) => {
      const ports = listOptions(run, 'publish');
      return ports.some(({ value }) => isEverywhere(value)) ? [] : findsAt(...ports.map(({ spot }) => spot));
    },
    shows: 'ports-on-named-address',
    looks: (run) => isWhole(run) && listOptions(run, 'publish').length > 0,
    because: 'Its ports are published on addresses that are named.',
    examples: {
      fires: quadlet('PublishPort=127.0.0.1:8080:80'),
      quiet: quadlet('PublishPort=8080:80'),
    },
  },
  {
    id: 'engine/ports-everywhere',
    reads: ['PublishPort'],
    finds: (run) =>
      findsAt(...listOptions(run, 'publish').flatMap(({ value, spot }) => (isEverywhere(value) ? spot : []))),
    shows: 'ports-on-every-address',
    because: 'A port is published on every address of the host.',
    examples: {
      fires: quadlet('PublishPort=8080:80'),
      quiet: quadlet('PublishPort=127.0.0.1:8080:80'),
    },
  },
  {
    id: 'engine/user-namespace',
    reads: ['UserNS', 'userns_mode'],
    finds: (run) => findsAt(...listGiven(run, 'userns', (value) => /^(auto|keep-id|nomap)\b/.test(value))),
    shows: 'user-namespace',
    because: 'It is started in a user namespace, in which its root is nobody on the host.',
    examples: { fires: quadlet('UserNS=auto'), quiet: quadlet('UserNS=host') },
  },
  {
    id: 'engine/no-user-namespace',
    reads: ['UserNS', 'userns_mode'],
    finds: (run) =>
      findsAt(...listOptions(run, 'userns').flatMap(({ value, spot }) => (value === 'host' ? spot : []))),
    shows: 'user-namespace-off',
    because: 'It keeps out of user namespaces, also where the engine would use them.',
    examples: { fires: quadlet('UserNS=host'), quiet: quadlet('UserNS=auto') },
  },
  {
    id: 'engine/several-networks',
    reads: ['Network', 'network_mode'],
    finds: ({ containers }) => {
      const [first] = containers;
      const joined = first?.options.filter(({ name }) => name === 'network') ?? [];
      return joined.length > 1 ? findsAt(joined[0]?.spot) : [];
    },
    shows: 'several-networks',
    because: 'It joins several networks, with an interface in each.',
    examples: {
      fires: quadlet('Network=inside', 'Network=outside'),
      quiet: quadlet('Network=inside'),
    },
  },
  {
    id: 'engine/own-processors',
    reads: ['PodmanArgs', 'cpuset_cpus'],
    finds: (run) => findsAt(...listGiven(run, 'cpuset-cpus', (value) => value !== '')),
    shows: 'own-processors',
    because: 'It is bound to certain processors.',
    not: 'That nobody else runs on them.',
    examples: {
      fires: quadlet('PodmanArgs=--cpuset-cpus=2-3'),
      quiet: quadlet('PodmanArgs=--cpus=2'),
    },
  },
];
