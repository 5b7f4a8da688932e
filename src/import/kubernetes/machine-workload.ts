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

/** What describes the machine that an object is for; undefined where it is for none. */
export function findMachine({ kind, group, spot }: KubeObject): Spot | undefined {
  const way = /(^|\.)kubevirt\.io$/.test(group) ? ways[kind] : undefined;
  return way === undefined ? undefined : spotAt(spot, ...way);
}
