import { findsAt, type InferenceRule } from '../inference-rule.ts';
import type { HostView } from './host-view.ts';

/** What a host shows of how it is fenced in. */
export const hostSights: readonly InferenceRule<HostView>[] = [
  {
    id: 'host/security-module',
    reads: ['ansible_selinux', 'ansible_apparmor', 'os.selinux'],
    finds: ({ module }) => (module?.enforces === true ? findsAt(module.spot) : []),
    shows: 'security-module',
    because: 'A security module of its kernel enforces what programs may do.',
    not: 'That there is a profile for this program.',
    examples: {
      fires: '{"ansible_system":"Linux","ansible_selinux":{"status":"enabled","mode":"enforcing"}}',
      quiet: '{"ansible_system":"Linux","ansible_selinux":{"status":"enabled","mode":"permissive"}}',
    },
  },
  {
    id: 'host/security-module-off',
    reads: ['ansible_selinux', 'ansible_apparmor', 'os.selinux'],
    finds: ({ module }) => (module?.enforces === false ? findsAt(module.spot) : []),
    shows: 'security-module-off',
    because: 'The security module of its kernel is switched off, or only takes notes.',
    examples: {
      fires: '{"ansible_system":"Linux","ansible_selinux":{"status":"enabled","mode":"permissive"}}',
      quiet: '{"ansible_system":"Linux","ansible_selinux":{"status":"enabled","mode":"enforcing"}}',
    },
  },
];
