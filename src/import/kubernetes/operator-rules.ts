import { type Find, findsAt, type InferenceRule } from '../inference-rule.ts';
import type { OperatedStore } from '../knowledge/operators.ts';
import { type Spot, spotAt } from '../spot.ts';
import type { KubeSubject } from './cluster.ts';

/** A store that an operator is asked to run. */
export interface StoreWorkload extends KubeSubject {
  readonly store: OperatedStore;
}

/** Every value at the end of a way, in which `*` is each item of a list. */
function listAt(spot: Spot | undefined, [step, ...others]: readonly string[]): Spot[] {
  if (spot === undefined) return [];
  if (step === undefined) return [spot];
  return step === '*'
    ? spot.items.flatMap((item) => listAt(item, others))
    : listAt(spotAt(spot, step), others);
}

function countMembers({
  store,
  object,
}: StoreWorkload): { readonly spot: Spot; readonly count: number } | undefined {
  const spots = store.members === undefined ? [] : listAt(object.spot, store.members);
  const [first] = spots;
  if (first === undefined || !spots.every(({ text }) => /^\d{1,6}$/.test(text ?? ''))) return undefined;
  const count = spots.reduce((sum, { text }) => sum + Number(text), 0);
  return count < 1 ? undefined : { spot: first, count };
}

function findCopies(workload: StoreWorkload): Find[] {
  const members = countMembers(workload);
  if (members === undefined) return [];
  const kind = members.count === 1 ? 'one-writer' : 'self-replicating';
  return [{ spot: members.spot, suggests: { 'state.kind': [kind] } }];
}

const cluster = (members: string): string =>
  `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: { name: db }\nspec: { ${members} }`;

/** What an object says that asks an operator for a store. */
export const operatorRules: readonly InferenceRule<StoreWorkload>[] = [
  {
    id: 'kubernetes/operated-store',
    reads: ['kind'],
    finds: ({ object }) => findsAt(spotAt(object.spot, 'kind')),
    proves: { 'state.kind': ['rebuildable', 'one-writer', 'self-replicating'] },
    suggests: { 'state.operator': ['mature-operator'], 'package.form': ['official-image'] },
    because: 'An operator is asked to run a store.',
    not: 'That the operator is kept up: that is for you to judge.',
    examples: {
      fires: cluster('instances: 3'),
      quiet: 'apiVersion: v1\nkind: Pod\nmetadata: { name: db }\nspec: { containers: [{ image: shop }] }',
    },
  },
  {
    id: 'kubernetes/operated-members',
    reads: ['spec.instances', 'spec.replicas', 'spec.members', 'spec.size'],
    finds: (workload) => {
      const members = countMembers(workload);
      return members === undefined
        ? []
        : [{ spot: members.spot, proves: { 'scale.instances': [members.count] } }];
    },
    proves: { facts: ['scale.instances'], as: 'the number of members' },
    because: 'The store has so many members.',
    examples: { fires: cluster('instances: 3'), quiet: cluster('storage: { size: 1Gi }') },
  },
  {
    id: 'kubernetes/operated-copies',
    reads: ['spec.instances', 'spec.replicas', 'spec.members', 'spec.size'],
    finds: findCopies,
    suggests: { facts: ['state.kind'], as: 'self-replicating of two or more, one-writer of one' },
    because: 'An operator sets several members up to copy their data among themselves.',
    examples: { fires: cluster('instances: 3'), quiet: cluster('storage: { size: 1Gi }') },
  },
];
