import type { Claims, Find, InferenceRule } from '../inference-rule.ts';
import { findWindowsRole } from '../knowledge/windows-roles.ts';
import { findWindowsService } from '../knowledge/windows-services.ts';
import type { Spot } from '../spot.ts';
import type { HostView } from './host-view.ts';

const collected = (...lines: readonly string[]): string => `advise-collect 1\nname\tdc\n${lines.join('\n')}`;

/** Shown at each that is known, with what it says. */
function findKnown(
  spots: readonly Spot[],
  find: (name: string) => { readonly says: Claims } | undefined,
): Find[] {
  return spots.flatMap((spot) => {
    const known = find(spot.text ?? '');
    return known === undefined ? [] : [{ spot, suggests: known.says }];
  });
}

/** What roles and services say of a server with Windows: for an estate of these, more than all else. */
export const windowsRules: readonly InferenceRule<HostView>[] = [
  {
    id: 'host/windows-role',
    reads: ['role', 'windows_optional_features'],
    finds: ({ roles }) => findKnown(roles, findWindowsRole),
    suggests: {
      facts: ['package.form', 'os.desktop', 'os.runs-vms', 'os.windows-parts'],
      as: 'what the table of roles knows of it',
    },
    because: 'A role of Windows is installed, and a server that has it is mostly there for it.',
    not: 'That nothing else is on this server; a web server and .NET say nothing.',
    examples: {
      fires: collected('role\tAD-Domain-Services'),
      quiet: collected('role\tWeb-Server'),
    },
  },
  {
    id: 'host/windows-service',
    reads: ['service', 'services'],
    finds: ({ services }) => findKnown(services, findWindowsService),
    suggests: {
      facts: ['package.form', 'package.licence', 'state.kind', 'os.runs-vms'],
      as: 'what the table of services knows of it',
    },
    because:
      'This service runs, and by the documents of its maker it is a role, a store or the driver of a licence.',
    not: 'That it is what the server is there for.',
    examples: { fires: collected('service\tMSSQLSERVER'), quiet: collected('service\tSpooler') },
  },
];
