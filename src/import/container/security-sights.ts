import { findsAt, type Find, type InferenceRule } from '../inference-rule.ts';
import { saysYes } from '../spot.ts';
import { declaredIf } from './absence-rules.ts';
import { isBounded, listEngineSockets, listRootGrants, type RootGrant } from './bounds.ts';
import { isComplete, listOfAll, listPrograms, type SettingsView } from './container-settings.ts';
import { type ContainerView, listCapabilities } from './container-view.ts';

function findRootGrant(view: ContainerView, sort: RootGrant): Find[] {
  return findsAt(...listRootGrants(view).flatMap(({ is, spot }) => (is === sort ? [spot] : [])));
}

/** What the description of a container shows of how it is fenced in. */
export const securitySights: readonly InferenceRule<SettingsView>[] = [
  {
    id: 'container/ordinary-user',
    reads: ['user'],
    finds: ({ containers }) =>
      findsAt(...listOfAll(containers, ({ user }) => (user?.root === false ? user.spot : undefined))),
    shows: 'ordinary-user',
    looks: isComplete,
    because: 'The user that it runs as is named, and is not root.',
    examples: { fires: 'image: shop\nuser: "1000"', quiet: 'image: shop\nuser: root' },
  },
  {
    id: 'container/root-user',
    reads: ['user'],
    finds: ({ containers }) =>
      findsAt(...containers.map(({ user }) => (user?.root === true ? user.spot : undefined))),
    shows: 'root-user',
    looks: isComplete,
    because: 'It is told to run as root.',
    not: 'What its image says where the file says nothing.',
    examples: { fires: 'image: shop\nuser: "0"', quiet: 'image: shop' },
  },
  {
    id: 'container/unprivileged',
    reads: ['privileged', 'cap_add', 'volumes', 'devices'],
    finds: ({ view }) =>
      declaredIf(
        view,
        isBounded(view) && listEngineSockets(view).length === 0 && listRootGrants(view).length === 0,
      ),
    shows: 'unprivileged',
    looks: isComplete,
    because:
      'It is given neither full privileges, nor what comes to them, nor the socket of an engine, as far as the file works as it stands.',
    examples: { fires: 'image: shop', quiet: 'image: shop\nprivileged: true' },
  },
  {
    id: 'container/privileged-mode',
    reads: ['privileged'],
    finds: ({ view }) => findsAt(view.privileged),
    shows: 'privileged-mode',
    looks: isComplete,
    because: 'It is started with full privileges.',
    examples: { fires: 'image: shop\nprivileged: true', quiet: 'image: shop\nprivileged: false' },
  },
  {
    id: 'container/socket-of-engine',
    reads: ['volumes', 'use_api_socket'],
    finds: ({ view }) => findsAt(...listEngineSockets(view)),
    shows: 'engine-socket',
    looks: isComplete,
    because: 'The socket of a container engine is mounted; read-only changes nothing.',
    examples: {
      fires: 'image: shop\nvolumes: [/var/run/docker.sock:/var/run/docker.sock]',
      quiet: 'image: shop\nvolumes: [/run/docker.pid:/run/docker.pid]',
    },
  },
  {
    id: 'container/every-capability',
    reads: ['cap_add'],
    finds: ({ view }) => findsAt(listCapabilities(view).find(({ name }) => name === 'ALL')?.spot),
    shows: 'every-capability',
    looks: isComplete,
    because: 'All capabilities are added, none by its name.',
    examples: { fires: 'image: shop\ncap_add: [ALL]', quiet: 'image: shop\ncap_add: [NET_ADMIN]' },
  },
  {
    id: 'container/host-capability',
    reads: ['cap_add'],
    finds: ({ view }) => findRootGrant(view, 'capability'),
    shows: 'host-capability',
    looks: isComplete,
    because: 'By this capability a program reaches the kernel, the memory or all files of its host.',
    examples: { fires: 'image: shop\ncap_add: [SYS_MODULE]', quiet: 'image: shop\ncap_add: [NET_ADMIN]' },
  },
  {
    id: 'container/raw-device',
    reads: ['devices', 'volumes'],
    finds: ({ view }) => findRootGrant(view, 'device'),
    shows: 'raw-device',
    looks: isComplete,
    because: 'It is handed a disk or the memory of its host, or all devices at once.',
    not: 'Whether the disk is one that nothing else uses.',
    examples: { fires: 'image: shop\ndevices: [/dev/sda]', quiet: 'image: shop\ndevices: [/dev/ttyUSB0]' },
  },
  {
    id: 'container/namespaces-of-host',
    reads: ['pid', 'ipc', 'uts', 'userns_mode'],
    finds: ({ view }) => findsAt(view.hostPid, ...view.hostNamespaces),
    shows: 'host-namespaces',
    looks: isComplete,
    because: 'It shares the processes, the memory, the name or the users of its host.',
    examples: { fires: 'image: shop\nipc: host', quiet: 'image: shop\nipc: private' },
  },
  {
    id: 'container/capabilities-dropped',
    reads: ['cap_drop'],
    finds: ({ containers }) => findsAt(...listOfAll(containers, ({ allDropped }) => allDropped)),
    shows: 'capabilities-dropped',
    looks: isComplete,
    because: 'All capabilities are taken away, and only named ones come back.',
    examples: { fires: 'image: shop\ncap_drop: [ALL]', quiet: 'image: shop\ncap_drop: [NET_RAW]' },
  },
  {
    id: 'container/no-new-privileges',
    reads: ['security_opt'],
    finds: ({ containers }) => findsAt(...listOfAll(containers, ({ noNewPrivileges }) => noNewPrivileges)),
    shows: 'no-new-privileges',
    looks: isComplete,
    because: 'No program in it can gain rights that it did not start with.',
    examples: {
      fires: 'image: shop\nsecurity_opt: ["no-new-privileges:true"]',
      quiet: 'image: shop\nsecurity_opt: ["no-new-privileges:false"]',
    },
  },
  {
    id: 'container/filtered',
    reads: ['security_opt'],
    finds: ({ containers }) => findsAt(...listOfAll(containers, ({ filter }) => filter)),
    shows: 'call-filter',
    looks: isComplete,
    because: 'A filter of system calls (seccomp) is named, the default one or one of its own.',
    examples: {
      fires: 'image: shop\nsecurity_opt: ["seccomp:shop.json"]',
      quiet: 'image: shop\nsecurity_opt: ["seccomp:unconfined"]',
    },
  },
  {
    id: 'container/unfiltered',
    reads: ['security_opt'],
    finds: ({ containers }) => findsAt(...containers.map(({ unfiltered }) => unfiltered)),
    shows: 'filter-off',
    looks: isComplete,
    because: 'Seccomp, AppArmor or SELinux is switched off for it.',
    examples: {
      fires: 'image: shop\nsecurity_opt: ["apparmor=unconfined"]',
      quiet: 'image: shop\nsecurity_opt: ["apparmor=shop"]',
    },
  },
  {
    id: 'container/read-only-root',
    reads: ['read_only'],
    finds: (settings) =>
      findsAt(
        ...listOfAll(listPrograms(settings), ({ readOnlyRoot }) =>
          saysYes(readOnlyRoot) ? readOnlyRoot : undefined,
        ),
      ),
    shows: 'read-only-root',
    looks: isComplete,
    because: 'Its root file system cannot be written to.',
    examples: { fires: 'image: shop\nread_only: true', quiet: 'image: shop\nread_only: false' },
  },
  {
    id: 'container/writable-root',
    reads: ['read_only'],
    finds: (settings) =>
      findsAt(
        ...listPrograms(settings).map(({ readOnlyRoot }) =>
          readOnlyRoot?.text === 'false' ? readOnlyRoot : undefined,
        ),
      ),
    shows: 'writable-root',
    looks: isComplete,
    because: 'It says that its root file system can be written to.',
    examples: { fires: 'image: shop\nread_only: false', quiet: 'image: shop' },
  },
  {
    id: 'container/credentials-inside',
    reads: ['secrets', 'environment'],
    finds: ({ containers }) => findsAt(...containers.flatMap(({ credentials }) => credentials)),
    shows: 'credentials-inside',
    looks: isComplete,
    because: 'Passwords, keys or tokens are handed to it, by a mount or by what a setting is called.',
    not: 'What they open, and what they are.',
    examples: {
      fires: 'image: shop\nenvironment: { DB_PASSWORD: x }',
      quiet: 'image: shop\nenvironment: { DB_PASSWORD_FILE: /run/x }',
    },
  },
];
