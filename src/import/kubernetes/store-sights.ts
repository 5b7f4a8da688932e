import { findsAtKey, type InferenceRule } from '../inference-rule.ts';
import { saysYes, type Spot, spotAt, textAt } from '../spot.ts';
import { files } from './examples.ts';
import type { StoreWorkload } from './operator-rules.ts';

/**
 * What tells an operator to back a store up: a place or a schedule of its own, or an object that names it.
 * The keys are those of CloudNativePG, of Percona's operators and of Zalando's.
 */
function findBackup({ object, cluster }: StoreWorkload): Spot | undefined {
  const spec = spotAt(object.spot, 'spec');
  const backup = spotAt(spec, 'backup');
  const logical = spotAt(spec, 'enableLogicalBackup');
  if (textAt(backup, 'enabled') === 'false') return undefined;
  const own = ['barmanObjectStore', 'volumeSnapshot', 'schedule', 'tasks']
    .map((key) => spotAt(backup, key))
    .find((each) => each !== undefined && each.entries.size + each.items.length > 0);
  const scheduled = cluster
    .listOf('ScheduledBackup', object.namespace)
    .map(({ spot }) => spotAt(spot, 'spec', 'cluster', 'name'))
    .find((name) => name?.text !== undefined && name.text === object.name);
  return own ?? scheduled ?? (saysYes(logical) ? logical : undefined);
}

const cluster =
  'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: { name: db }\nspec: { instances: 3 }';
const scheduled = (name: string): string =>
  `apiVersion: postgresql.cnpg.io/v1\nkind: ScheduledBackup\nmetadata: { name: db }\nspec: { schedule: 0 0 0 * * *, cluster: { name: ${name} } }`;

/** What an object that asks for a store shows of how it is looked after. */
export const storeSights: readonly InferenceRule<StoreWorkload>[] = [
  {
    id: 'kubernetes/operated-backup',
    reads: ['spec.backup', 'spec.enableLogicalBackup', 'ScheduledBackup.spec'],
    finds: (store) => findsAtKey(findBackup(store)),
    shows: 'backup-by-operator',
    because: 'The operator is told where or when to back the store up.',
    not: 'That a restore was ever tried.',
    examples: { fires: files(cluster, scheduled('db')), quiet: files(cluster, scheduled('other')) },
  },
];
