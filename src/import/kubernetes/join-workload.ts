import type { ContainerView } from '../container/container-view.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';
import { type Cluster, indexNamed, type KubeSubject } from './cluster.ts';
import { type Entry, listEntries } from './list-entries.ts';
import type { KubeObject } from './kube-object.ts';
import { listContainers } from './pod-containers.ts';
import { type PodTemplate, viewPod } from './pod-view.ts';
import { isSelected, listLabelNames, matchesLabels, listSelectorNames } from './select-labels.ts';
import type { WorkloadKind } from './workload-kinds.ts';

/** What runs pods, with all in the artefact that speaks of them. */
export interface PodWorkload extends KubeSubject, PodTemplate {
  readonly view: ContainerView;
  /** What changes how many pods run. */
  readonly autoscalers: readonly KubeObject[];
  /** What limits how many may be stopped at once. */
  readonly budgets: readonly KubeObject[];
  /** The services that lead to its pods. */
  readonly services: readonly KubeObject[];
  /** The ways in that lead to these services. */
  readonly entries: readonly Entry[];
}

/** A workload, and what belongs to it; undefined where it does not describe its pods itself. */
export function joinWorkload(subject: KubeSubject, kind: WorkloadKind): PodWorkload | undefined {
  const { object, cluster } = subject;
  const template = spotAt(object.spot, ...kind.template);
  const pod = spotAt(template, 'spec');
  if (template === undefined || pod === undefined) return undefined;
  const labels = spotAt(template, 'metadata', 'labels');
  const replicas = kind.countedBy === 'replicas' ? spotAt(object.spot, 'spec', 'replicas') : undefined;
  const described = { kind, template, pod, containers: listContainers(pod, object.name), replicas };
  const beside = cluster.recall(indexAround, object.namespace);
  const names = listLabelNames(labels);
  const services = beside
    .services(names)
    .filter(({ group, spot }) => group === '' && matchesLabels(spotAt(spot, 'spec', 'selector'), labels));
  return {
    ...subject,
    ...described,
    view: viewPod(described, subject),
    autoscalers: beside.scalers([object.name ?? '']).filter((scaler) => scales(scaler, object)),
    budgets: beside.budgets(names).filter(({ spot }) => isSelected(spotAt(spot, 'spec', 'selector'), labels)),
    services,
    entries: listEntries(cluster, services, object.namespace),
  };
}

/** What stands beside workloads in their namespace, by what it names. */
function indexAround(cluster: Cluster, namespace: string) {
  const index = (kinds: readonly string[], listNames: (spot: Spot) => readonly string[]) =>
    indexNamed(
      kinds.flatMap((kind) => cluster.listOf(kind, namespace)),
      ({ spot }) => listNames(spot),
    );
  return {
    services: index(['Service'], (spot) => listSelectorNames(spotAt(spot, 'spec', 'selector'))),
    budgets: index(['PodDisruptionBudget'], (spot) =>
      listSelectorNames(spotAt(spot, 'spec', 'selector', 'matchLabels')),
    ),
    scalers: index(['HorizontalPodAutoscaler', 'ScaledObject'], (spot) => [
      textAt(spot, 'spec', 'scaleTargetRef', 'name') ?? '',
    ]),
  };
}

/** Whether an autoscaler is for an object: by kind and name, a Deployment where no kind is said. */
function scales({ spot }: KubeObject, { kind, name }: KubeObject): boolean {
  const target: Spot | undefined = spotAt(spot, 'spec', 'scaleTargetRef');
  return (
    name !== undefined && textAt(target, 'name') === name && (textAt(target, 'kind') ?? 'Deployment') === kind
  );
}
