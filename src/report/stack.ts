import type { PartAdvice } from '../advice/result.ts';
import type { Placement } from '../rulebook/rulebook.ts';
import { type NameIndex, type ReportPart, wordPlacement, wordValue } from './names.ts';

/** What a runner-up is called beside what is possible or recommended. */
export const runnerUpRole = 'Runner-up';

/** One layer of what a workload stands on. */
export interface StackLayer {
  readonly layer: 'hardware' | 'hypervisor' | 'kernel' | 'runtime' | 'sandbox' | 'system' | 'application';
  readonly is: string;
  /** Neighbours stand on it too. */
  readonly shared: boolean;
}

/** What a placement makes a workload stand on, from the hardware up to the application. */
export interface Stack {
  readonly placement: string;
  readonly title: string;
  /** What the placement is in the verdict: possible, recommended or the runner-up. */
  readonly role: string;
  readonly layers: readonly StackLayer[];
}

/** What a workload would stand on in the placements of its verdict, the runner-up last; it is the top of each. */
export function viewStacks({ part, names, name }: ReportPart): Stack[] {
  const { forms, runnerUp, headline } = part.verdict;
  const stack = (id: string, role: string): Stack => {
    const placement = names.placements(id);
    const layers = (placement?.stack ?? (placement === undefined ? [] : outlineStack(placement))).map(
      (each): StackLayer => ({
        layer: each.layer,
        is: each.layer === 'system' ? wordGuest(names, each.is, part) : each.is,
        shared: each.shared === 'yes',
      }),
    );
    return {
      placement: id,
      title: wordPlacement(names, id),
      role,
      layers: [...layers, { layer: 'application', is: name, shared: false }],
    };
  };
  return [
    ...forms.map((id) => stack(id, headline === 'either' ? 'Possible' : 'Recommended')),
    ...(runnerUp === null ? [] : [stack(runnerUp.placement, runnerUpRole)]),
  ];
}

/** What every placement of this kind and isolation stands on, where its rulebook draws nothing. */
function outlineStack({ kind, isolation }: Placement): NonNullable<Placement['stack']> {
  const own = isolation === 'own-kernel';
  return [
    { layer: 'hardware', is: 'Hardware', shared: 'yes' },
    ...(own ? [{ layer: 'hypervisor', is: 'Hypervisor', shared: 'yes' } as const] : []),
    ...(kind === 'vm'
      ? [{ layer: 'system', is: 'Guest operating system with its kernel' } as const]
      : own
        ? [{ layer: 'kernel', is: 'Kernel of its own' } as const]
        : [{ layer: 'kernel', is: 'Kernel of the host', shared: 'yes' } as const]),
    ...(isolation === 'user-kernel' ? [{ layer: 'sandbox', is: 'Kernel in user space' } as const] : []),
    ...(kind === 'container' ? [{ layer: 'runtime', is: 'Container runtime' } as const] : []),
  ];
}

/** A guest is named by what somebody stated of its operating system. */
function wordGuest(names: NameIndex, is: string, { facts }: PartAdvice): string {
  const family = facts['os.family'];
  if (family === undefined || family.origin === 'presumed' || family.origin === 'unknown') return is;
  return `${is} (${wordValue(names, 'os.family', family.value)})`;
}
