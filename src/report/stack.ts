import type { PartAdvice } from '../advice/result.ts';
import type { Placement, Rulebook } from '../rulebook/rulebook.ts';
import { showFactValue } from './names.ts';

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
  readonly isolation: string;
  readonly layers: readonly StackLayer[];
}

/**
 * What a workload would stand on in a placement.
 * @param name of the workload, the top of the stack
 */
export function describeStack(rulebook: Rulebook, id: string, part: PartAdvice, name: string): Stack {
  const placement = rulebook.placements.find((each) => each.id === id);
  const layers = (placement?.stack ?? (placement === undefined ? [] : outlineStack(placement))).map(
    (each): StackLayer => ({
      layer: each.layer,
      is: each.layer === 'system' ? nameGuest(rulebook, each.is, part) : each.is,
      shared: each.shared === 'yes',
    }),
  );
  return {
    placement: id,
    title: placement?.title ?? id,
    isolation: placement?.isolation.replace('-', ' ') ?? '',
    layers: [...layers, { layer: 'application', is: name, shared: false }],
  };
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
function nameGuest(rulebook: Rulebook, is: string, { facts }: PartAdvice): string {
  const family = facts['os.family'];
  if (family === undefined || family.origin === 'presumed' || family.origin === 'unknown') return is;
  return `${is} (${showFactValue(rulebook, 'os.family', family.value)})`;
}
