import { findsAt, type Find, type InferenceRule } from '../inference-rule.ts';
import { saysYes, type Spot, spotAt, textAt } from '../spot.ts';
import type { ComposeService } from './compose-project.ts';
import { isUnresolved } from './interpolate.ts';
import { listPorts } from './list-ports.ts';

function findDesktop({ spot }: ComposeService): Find[] {
  const port = listPorts(spot).find(({ container }) => /^(3389|590\d|6080|6901)$/.test(container));
  return findsAt(port?.spot);
}

function findInternet({ spot }: ComposeService): Find[] {
  if (textAt(spot, 'network_mode') === 'host') return [];
  const label = findProxyLabel(spot);
  if (label !== undefined) return [{ spot: label, suggests: { 'trust.internet': ['yes'] } }];
  const ports = listPorts(spot);
  const web = ports.find(({ published, local }) => !local && /^(80|443)$/.test(published));
  if (web !== undefined) return [{ spot: web.spot, suggests: { 'trust.internet': ['yes'] } }];
  if (!ports.every(({ local }) => local)) return [];
  return [{ ...(ports[0] ?? { spot, part: 'key' }), suggests: { 'trust.internet': ['no'] } }];
}

/** A label by which a reverse proxy reaches it. */
function findProxyLabel(spot: Spot): Spot | undefined {
  const labels = spotAt(spot, 'labels');
  const enabled = labels?.entries.get('traefik.enable');
  if (enabled !== undefined && saysYes(enabled)) return enabled;
  return labels?.items.find(({ text = '' }) => /^traefik\.enable=true$/i.test(text));
}

function findReplicas({ spot }: ComposeService): Find[] {
  const replicas = spotAt(spot, 'deploy', 'replicas') ?? spotAt(spot, 'scale');
  const count = Number(replicas?.text ?? NaN);
  if (replicas === undefined || !Number.isInteger(count) || count < 1) return [];
  return [{ spot: replicas, proves: { 'scale.instances': [count] } }];
}

function runsOnce({ spot }: ComposeService): boolean {
  const replicas = spotAt(spot, 'deploy', 'replicas') ?? spotAt(spot, 'scale');
  return replicas === undefined && textAt(spot, 'deploy', 'mode') !== 'global';
}

/** A user's number among the settings: the image begins as root and changes over. */
function findUserSetting({ spot }: ComposeService): Spot | undefined {
  const environment = spotAt(spot, 'environment');
  return (
    environment?.entries.get('PUID') ?? environment?.items.find(({ text = '' }) => /^PUID(=|$)/.test(text))
  );
}

/** What Compose alone says of a service. */
export const serviceRules: readonly InferenceRule<ComposeService>[] = [
  {
    id: 'compose/replicas',
    reads: ['deploy.replicas', 'scale'],
    finds: findReplicas,
    proves: { facts: ['scale.instances'], as: 'the number' },
    because: 'So many containers of it are started.',
    examples: { fires: 'image: shop\nscale: 3', quiet: 'image: shop\nscale: 0' },
  },
  {
    id: 'compose/one-container',
    reads: ['deploy.replicas', 'scale'],
    finds: (service) => (runsOnce(service) ? [{ spot: service.spot, part: 'key' }] : []),
    suggests: { 'scale.instances': [1] },
    because: 'Nothing is said of more containers than one.',
    not: 'How many there are in all: a Compose file is the view of one host.',
    examples: { fires: 'image: shop', quiet: 'image: shop\nscale: 3' },
  },
  {
    id: 'compose/one-each-host',
    reads: ['deploy.mode'],
    finds: ({ spot }) =>
      textAt(spot, 'deploy', 'mode') === 'global' ? findsAt(spotAt(spot, 'deploy', 'mode')) : [],
    suggests: { 'scale.per-host': ['yes'], 'os.host-access': ['node-agent'] },
    because: 'One container of it is started on every host.',
    examples: {
      fires: 'image: shop\ndeploy: { mode: global }',
      quiet: 'image: shop\ndeploy: { mode: replicated }',
    },
  },
  {
    id: 'compose/desktop-port',
    reads: ['ports'],
    finds: findDesktop,
    suggests: { 'os.desktop': ['yes'] },
    because: 'It offers a port by which people work at a desktop (RDP, VNC).',
    examples: { fires: 'image: shop\nports: ["6901:6901"]', quiet: 'image: shop\nports: ["8080:8080"]' },
  },
  {
    id: 'compose/reach',
    reads: ['ports', 'labels'],
    finds: findInternet,
    suggests: {
      facts: ['trust.internet'],
      as: 'yes for ports 80 and 443 or a proxy, no where nothing is published',
    },
    because: 'Its ports are published to everybody, to its own host, or not at all.',
    not: 'What a proxy or a firewall in front of it lets through.',
    examples: { fires: 'image: shop\nports: ["443:8443"]', quiet: 'image: shop\nports: ["8443:8443"]' },
  },
  {
    id: 'compose/user-setting',
    reads: ['environment.PUID'],
    finds: (service) => findsAtKeyOf(findUserSetting(service)),
    suggests: { 'trust.root': ['start-only'] },
    because: 'It is told the user to change over to, as images do that begin as root.',
    examples: {
      fires: 'image: shop\nenvironment: { PUID: 1000 }',
      quiet: 'image: shop\nenvironment: { UID: 1000 }',
    },
  },
  {
    id: 'compose/address',
    reads: ['networks.ipv4_address', 'mac_address'],
    finds: ({ spot }) => {
      const address = spotAt(spot, 'mac_address');
      return address === undefined || isUnresolved(address.text) ? [] : [{ spot: address, part: 'key' }];
    },
    suggests: { 'package.identity': ['fixed-address'] },
    because: 'Its MAC address is given, mostly for a licence or a reservation.',
    not: 'An address in a network of the engine is wiring inside.',
    examples: { fires: 'image: shop\nmac_address: 02:42:ac:11:00:02', quiet: 'image: shop\nhostname: shop' },
  },
];

function findsAtKeyOf(spot: Spot | undefined): Find[] {
  return spot === undefined ? [] : [{ spot, part: 'key' }];
}
