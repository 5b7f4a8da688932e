import { type ContainerSettings, type SettingsView, startsShell } from '../container/container-settings.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';
import type { PodWorkload } from './join-workload.ts';
import type { PodContainer } from './pod-containers.ts';
import { findSecurity, sortUser } from './pod-security.ts';

/** A pod by the settings of its containers; what it says for all of them holds for each that says nothing. */
export function viewPodSettings({ pod, template, containers, view }: PodWorkload): SettingsView {
  return { view, containers: containers.map((container) => toSettings(pod, template, container)) };
}

function toSettings(pod: Spot, template: Spot, container: PodContainer): ContainerSettings {
  const { spot, role } = container;
  const security = spotAt(spot, 'securityContext');
  const limits = spotAt(spot, 'resources', 'limits');
  const escalation = spotAt(security, 'allowPrivilegeEscalation');
  const seccomp = spotAt(findSecurity(pod, spot, 'seccompProfile'), 'type');
  const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'].map((key) => spotAt(spot, key));
  return {
    before: role === 'init',
    image: spotAt(spot, 'image'),
    user: sortUser(pod, container),
    readOnlyRoot: spotAt(security, 'readOnlyRootFilesystem'),
    allDropped: spotAt(security, 'capabilities', 'drop')?.items.find(({ text = '' }) =>
      /^(cap_)?all$/i.test(text),
    ),
    noNewPrivileges: escalation?.text === 'false' ? escalation : undefined,
    filter: /^(RuntimeDefault|Localhost)$/.test(seccomp?.text ?? '') ? seccomp : undefined,
    unfiltered: [seccomp, findAppArmor(pod, template, spot)].find((each) =>
      /^unconfined$/i.test(each?.text ?? ''),
    ),
    memoryLimit: spotAt(limits, 'memory'),
    processorLimit: spotAt(limits, 'cpu'),
    healthCheck: probes.find((probe) => probe !== undefined),
    shell: startsShell(listWords(spot)) ? spotAt(spot, 'command') : undefined,
    credentials: listCredentials(pod, spot),
  };
}

/** In its newer form among the settings, in its older one an annotation of the pod. */
function findAppArmor(pod: Spot, template: Spot, container: Spot): Spot | undefined {
  const name = textAt(container, 'name') ?? '';
  return (
    spotAt(findSecurity(pod, container, 'appArmorProfile'), 'type') ??
    spotAt(template, 'metadata', 'annotations', `container.apparmor.security.beta.kubernetes.io/${name}`)
  );
}

function listWords(container: Spot): string[] {
  return ['command', 'args'].flatMap((key) =>
    (spotAt(container, key)?.items ?? []).map(({ text = '' }) => text),
  );
}

/** Secrets that become settings of a container, or that it mounts. */
function listCredentials(pod: Spot, container: Spot): Spot[] {
  const settings = [
    ...(spotAt(container, 'env')?.items ?? []).map((each) => spotAt(each, 'valueFrom', 'secretKeyRef')),
    ...(spotAt(container, 'envFrom')?.items ?? []).map((each) => spotAt(each, 'secretRef')),
  ];
  const mounts = (spotAt(container, 'volumeMounts')?.items ?? []).map((mount) => textAt(mount, 'name'));
  const volumes = (spotAt(pod, 'volumes')?.items ?? [])
    .filter((volume) => mounts.includes(textAt(volume, 'name')))
    .map((volume) => spotAt(volume, 'secret'));
  return [...settings, ...volumes].flatMap((spot) => spot ?? []);
}
