import type { ContainerView } from '../container/container-view.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';
import type { KubeSubject } from './cluster.ts';
import { type Entry, listEntries } from './list-entries.ts';
import type { KubeObject } from './kube-object.ts';
import { listContainers } from './pod-containers.ts';
import { type PodTemplate, viewPod } from './pod-view.ts';
import { isSelected, matchesLabels } from './select-labels.ts';
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
  const beside = (other: string): readonly KubeObject[] => cluster.listOf(other, object.namespace);
  const services = beside('Service').filter(
    ({ group, spot }) => group === '' && matchesLabels(spotAt(spot, 'spec', 'selector'), labels),
  );
  return {
    ...subject,
    ...described,
    view: viewPod(described, subject),
    autoscalers: ['HorizontalPodAutoscaler', 'ScaledObject'].flatMap((other) =>
      beside(other).filter((scaler) => scales(scaler, object)),
    ),
    budgets: beside('PodDisruptionBudget').filter(({ spot }) =>
      isSelected(spotAt(spot, 'spec', 'selector'), labels),
    ),
    services,
    entries: listEntries(cluster, services, object.namespace),
  };
}

/** Whether an autoscaler is for an object: by kind and name, a Deployment where no kind is said. */
function scales({ spot }: KubeObject, { kind, name }: KubeObject): boolean {
  const target: Spot | undefined = spotAt(spot, 'spec', 'scaleTargetRef');
  return (
    name !== undefined && textAt(target, 'name') === name && (textAt(target, 'kind') ?? 'Deployment') === kind
  );
}
