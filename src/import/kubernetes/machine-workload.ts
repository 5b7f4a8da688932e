import { entryOf } from '../../entry-of.ts';
import { type Spot, spotAt } from '../spot.ts';
import type { KubeSubject } from './cluster.ts';
import type { KubeObject } from './kube-object.ts';

/** A virtual machine of KubeVirt. */
export interface MachineWorkload extends KubeSubject {
  /** What describes the machine itself. */
  readonly machine: Spot;
}

const ways: Readonly<Record<string, readonly string[]>> = {
  VirtualMachine: ['spec', 'template', 'spec'],
  VirtualMachineInstance: ['spec'],
  VirtualMachineInstanceReplicaSet: ['spec', 'template', 'spec'],
  VirtualMachinePool: ['spec', 'virtualMachineTemplate', 'spec', 'template', 'spec'],
};

/** What says that a machine is switched off; undefined of one that runs, or is said nothing of. */
export function findSwitchedOff({ spot }: KubeObject): Spot | undefined {
  const running = spotAt(spot, 'spec', 'running');
  const strategy = spotAt(spot, 'spec', 'runStrategy');
  return running?.text === 'false' ? running : strategy?.text === 'Halted' ? strategy : undefined;
}

/** What describes the machine that an object is for; undefined where it is for none. */
export function findMachine({ kind, group, spot }: KubeObject): Spot | undefined {
  const way = /(^|\.)kubevirt\.io$/.test(group) ? entryOf(ways, kind) : undefined;
  return way === undefined ? undefined : spotAt(spot, ...way);
}
