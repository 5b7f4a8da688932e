import type { Artefact } from '../artefact.ts';
import { containerRules, inferContainer } from '../container/container-rules.ts';
import { replacedRules } from '../container/replaced-rules.ts';
import { sightRules } from '../container/sight-rules.ts';
import type { ImportedArtefact, ImportedWorkload, Importer, ReadingOptions, Unread } from '../importer.ts';
import { listInferences, listObserved } from '../inference-rule.ts';
import { findOperatedStore } from '../knowledge/operators.ts';
import { saysYes, spotAt } from '../spot.ts';
import { type Cluster, findObject, indexObjects } from './cluster.ts';
import { controllerRules } from './controller-rules.ts';
import { joinWorkload, type PodWorkload } from './join-workload.ts';
import { findMark, type KubeObject, locateObject } from './kube-object.ts';
import { openObjects } from './open-objects.ts';
import { listUnreadKeys } from './list-unread-keys.ts';
import { kubevirtRules } from './kubevirt-rules.ts';
import { machineSights } from './machine-sights.ts';
import { findMachine, findSwitchedOff, type MachineWorkload } from './machine-workload.ts';
import { operatorRules, type StoreWorkload } from './operator-rules.ts';
import { aroundSights } from './around-sights.ts';
import { podRules } from './pod-rules.ts';
import { viewPodSettings } from './pod-settings.ts';
import { podSights } from './pod-sights.ts';
import { reachRules } from './reach-rules.ts';
import { scheduleRules } from './schedule-rules.ts';
import { siteRules } from './site-rules.ts';
import { storeSights } from './store-sights.ts';
import { findWorkloadKind } from './workload-kinds.ts';
import { chooseNames } from './workload-names.ts';

const sightsOfPods = [...podSights, ...aroundSights];
const ofPods = [...podRules, ...controllerRules, ...scheduleRules, ...reachRules];

/** Kubernetes: what runs pods is a workload each, and so is a store that an operator is asked for. */
export const kubernetesImporter: Importer = {
  rules: [
    ...ofPods,
    ...operatorRules,
    ...kubevirtRules,
    ...machineSights,
    ...siteRules,
    ...replacedRules,
    ...containerRules,
    ...sightsOfPods,
    ...storeSights,
    ...sightRules,
  ],
  read: importObjects,
};

function importObjects(artefact: Artefact, { running }: ReadingOptions = {}): ImportedArtefact {
  const { objects, others } = openObjects(artefact, running);
  const cluster = indexObjects(objects);
  const left = objects.flatMap((object) => findReason(object, cluster) ?? []);
  const leftOut = new Set(left.map(({ object }) => object));
  const kept = objects.filter((object) => !leftOut.has(object));
  const workloads = kept.flatMap((object) => toWorkload(object, cluster) ?? []);
  const stores = kept.flatMap((object) => toStore(object, cluster) ?? []);
  const machines = kept.flatMap((object) => toMachine(object, cluster) ?? []);
  const subjects = [...workloads, ...stores, ...machines].map(({ object }) => object);
  const placed = new Set(subjects);
  const names = chooseNames(subjects);
  const toImported = (
    object: KubeObject,
    inferences: ImportedWorkload['inferences'],
    observed: ImportedWorkload['observed'] = [],
  ): ImportedWorkload => ({
    name: names.get(object) ?? '',
    at: locateObject(object),
    inferences,
    observed,
    parts: [],
  });
  return {
    workloads: [
      ...workloads.map((workload) => toImported(workload.object, inferPods(workload), observePods(workload))),
      ...stores.map((store) => toImported(store.object, inferStore(store), listObserved(storeSights, store))),
      ...machines.map((machine) =>
        toImported(machine.object, inferMachine(machine), listObserved(machineSights, machine)),
      ),
    ],
    unread: listUnreadKeys(
      workloads,
      machines,
      objects.filter((object) => !placed.has(object) && !leftOut.has(object)),
    ),
    remarks: [
      ...others,
      ...left.map(({ remark }) => remark),
      ...workloads.flatMap(listRemarks),
      ...machines.flatMap(listMachineRemarks),
    ],
    problems:
      subjects.length > 0 ? [] : [{ message: wordEmpty(objects, left.length), at: { file: artefact.file } }],
    placesNothing: true,
  };
}

function toWorkload(object: KubeObject, cluster: Cluster): PodWorkload | undefined {
  const kind = findWorkloadKind(object);
  return kind === null ? undefined : joinWorkload({ object, cluster }, kind);
}

function toStore(object: KubeObject, cluster: Cluster): StoreWorkload | undefined {
  const store = findOperatedStore(object.group, object.kind);
  return store === null ? undefined : { object, cluster, store };
}

function toMachine(object: KubeObject, cluster: Cluster): MachineWorkload | undefined {
  const machine = findMachine(object);
  return machine === undefined ? undefined : { object, cluster, machine };
}

function inferMachine(machine: MachineWorkload): ImportedWorkload['inferences'] {
  return [...listInferences(kubevirtRules, machine), ...listInferences(siteRules, machine)];
}

function listMachineRemarks({ object }: MachineWorkload): Unread[] {
  const off = findSwitchedOff(object);
  return off === undefined
    ? []
    : [{ what: `${object.kind} ${object.name ?? ''} is switched off`, at: off.at }];
}

function inferPods(workload: PodWorkload): ImportedWorkload['inferences'] {
  return [
    ...inferContainer(workload.view),
    ...listInferences(replacedRules, workload.view),
    ...listInferences(ofPods, workload),
    ...listInferences(siteRules, workload),
  ];
}

function observePods(workload: PodWorkload): NonNullable<ImportedWorkload['observed']> {
  return [...listObserved(sightRules, viewPodSettings(workload)), ...listObserved(sightsOfPods, workload)];
}

function inferStore(store: StoreWorkload): ImportedWorkload['inferences'] {
  return [...listInferences(operatorRules, store), ...listInferences(siteRules, store)];
}

/** Why an object that runs pods is no workload of its own; undefined where it is. */
function findReason(
  object: KubeObject,
  cluster: Cluster,
): { readonly object: KubeObject; readonly remark: Unread } | undefined {
  const because = (what: string) => ({
    object,
    remark: {
      what: `${object.kind} ${object.name ?? ''} ${what}`.replace(/ +/g, ' '),
      at: locateObject(object),
    },
  });
  const kind = findWorkloadKind(object);
  if (kind === null && findMachine(object) === undefined) return undefined;
  const owner = spotAt(object.spot, 'metadata', 'ownerReferences', 0);
  const ownerName = spotAt(owner, 'name')?.text;
  const ownerKind = spotAt(owner, 'kind')?.text ?? '';
  const isBelow =
    /^(Pod|ReplicaSet|ReplicationController|Job|VirtualMachineInstance)$/.test(object.kind) ||
    findObject(cluster, ownerKind, ownerName, object.namespace) !== null;
  if (owner !== undefined && isBelow) return because('belongs to another object, so it was left out');
  if (/\btest\b/.test(findMark(object.spot, 'annotations', 'helm.sh/hook')?.text ?? ''))
    return because('is a test of its chart, so it was left out');
  if (kind !== null && spotAt(object.spot, ...kind.template, 'spec') === undefined)
    return because('describes no pods of its own, so it was left out');
  return undefined;
}

function listRemarks({ object, replicas }: PodWorkload): Unread[] {
  const suspended = spotAt(object.spot, 'spec', 'suspend');
  const off = replicas?.text === '0' ? replicas : saysYes(suspended) ? suspended : undefined;
  return off === undefined
    ? []
    : [{ what: `${object.kind} ${object.name ?? ''} is switched off`, at: off.at }];
}

/** What a file without a workload holds instead. */
function wordEmpty(objects: readonly KubeObject[], leftOut: number): string {
  const kinds = [...new Set(objects.map(({ kind }) => kind))];
  const shown =
    kinds.slice(0, 6).join(', ') + (kinds.length > 6 ? ` and ${kinds.length - 6} more kinds` : '');
  const owned = leftOut === 0 ? '' : '; what runs pods in it belongs to other objects, or describes none';
  return `Kubernetes objects without a workload among them: ${shown}${owned}`;
}
