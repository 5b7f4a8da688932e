import { describe, expect, it } from 'vitest';
import { listSaid, readManifest } from '../read-manifest.ts';

// What looks like one thing and is another: a manifest a trap, the smallest that shows it.

interface Trap {
  readonly trap: string;
  /** The specification of a pod, in the flow style or not, or whole documents. */
  readonly manifest: string;
  /** What is said of some facts; nothing where that is empty. */
  readonly says: Readonly<Record<string, string>>;
}

/** A Deployment of one container. @param pod more of its pod; @param container more of its container */
function shop(pod = '', container = '', spec = ''): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: town }
spec:
  ${spec}
  template:
    metadata: { labels: { app: shop } }
    spec:
      ${pod}
      containers:
        - name: shop
          image: registry.example/shop:1.4
          ${container}
`;
}

const as = (kind: string, manifest: string): string => manifest.replace('kind: Deployment', `kind: ${kind}`);
const documents = (...texts: readonly string[]): string => texts.join('---\n');
const init = (name: string, more: string): string =>
  `initContainers: [{ name: ${name}, image: busybox, ${more} }]`;
const mounted = 'volumeMounts: [{ name: data, mountPath: /data }]';
const claim = 'volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]';
const service = (spec: string, metadata = ''): string =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: shop, namespace: town${metadata} }\nspec: { selector: { app: shop }, ${spec} }\n`;
const ingress = (host: string, to: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: in, namespace: town }\nspec: { rules: [{ host: ${host}, http: { paths: [{ backend: { service: { name: ${to} } } }] } }] }\n`;
const budget = (spec: string): string =>
  `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: shop, namespace: town }\nspec: { ${spec}, selector: { matchLabels: { app: shop } } }\n`;
const scaler = (kind: string): string =>
  `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: shop, namespace: town }\nspec: { minReplicas: 2, maxReplicas: 9, scaleTargetRef: { kind: ${kind}, name: shop } }\n`;

const rights: readonly Trap[] = [
  {
    trap: 'full privileges are enough, and no need',
    manifest: shop('', 'securityContext: { privileged: true }'),
    says: {
      'os.host-access': 'unknown',
      'os.runs-vms': 'unknown',
      'hardware.device': '',
      'os.own-kernel': 'no',
    },
  },
  {
    trap: 'an init container that tunes the kernel does not make the program privileged',
    manifest: shop(
      init('tune', 'command: [sysctl, -w, vm.max_map_count=262144], securityContext: { privileged: true }'),
    ),
    says: { 'os.host-access': 'none', 'os.kernel-tuning': 'node-wide', 'os.kernel-module': 'no' },
  },
  {
    trap: 'settings of its own namespaces tune no node',
    manifest: shop(
      init(
        'tune',
        'command: [sh, -c, "sysctl -w net.core.somaxconn=1024"], securityContext: { privileged: true }',
      ),
    ),
    says: { 'os.kernel-tuning': 'per-container' },
  },
  {
    trap: 'another init container with privileges does: what one is given, the pod is',
    manifest: shop(init('format', 'command: [mkfs, /dev/sdb], securityContext: { privileged: true }')),
    says: { 'os.host-access': 'unknown' },
  },
  {
    trap: 'rights that a mesh brings are those of the mesh',
    manifest: shop(init('istio-init', 'securityContext: { capabilities: { add: [NET_ADMIN] } }')),
    says: { 'os.host-access': 'none' },
  },
  {
    trap: 'a named capability is a wish, and a bound',
    manifest: shop('', 'securityContext: { capabilities: { drop: [ALL], add: [NET_ADMIN, CHOWN] } }'),
    says: { 'os.host-access': 'none | extra-capabilities ? extra-capabilities' },
  },
  {
    trap: 'what every container may, given back, is no extra',
    manifest: shop('', 'securityContext: { capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] } }'),
    says: { 'os.host-access': 'none' },
  },
  {
    trap: 'a folder of its own on the host is a volume',
    manifest: shop('volumes: [{ name: data, hostPath: { path: /srv/shop } }]', mounted),
    says: {
      'os.host-access': 'none',
      'state.kind': 'rebuildable | one-writer | self-replicating ? one-writer',
    },
  },
  {
    trap: 'a folder of the system is a right',
    manifest: shop('volumes: [{ name: data, hostPath: { path: /run/dbus } }]', mounted),
    says: {
      'os.host-access':
        'none | extra-capabilities | host-paths | host-paths-or-network | node-agent ? host-paths | node-agent',
    },
  },
  {
    trap: 'a volume that nobody mounts is given to nobody',
    manifest: shop('volumes: [{ name: data, hostPath: { path: / } }]'),
    says: { 'os.host-access': 'none', 'state.kind': 'stateless | rebuildable' },
  },
  {
    trap: 'the socket of the engine says one of two things, and reading only changes nothing',
    manifest: shop(
      'volumes: [{ name: data, hostPath: { path: /var/run/docker.sock } }]',
      'volumeMounts: [{ name: data, mountPath: /var/run/docker.sock, readOnly: true }]',
    ),
    says: {
      'os.runs-containers': 'unknown',
      'os.host-access': 'none | extra-capabilities | host-paths | host-paths-or-network | node-agent',
    },
  },
  {
    trap: 'a DaemonSet without rights is no agent',
    manifest: as('DaemonSet', shop('hostNetwork: true')),
    says: { 'os.host-access': 'none', 'scale.per-host': 'yes', 'scale.instances': '' },
  },
  {
    trap: 'a DaemonSet with rights over its node is one, full privileges included',
    manifest: as('DaemonSet', shop('', 'securityContext: { privileged: true }')),
    says: { 'os.host-access': 'node-agent' },
  },
  {
    trap: 'a hundred pods that shun each other are an old way to write a DaemonSet',
    manifest: shop(
      'affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: kubernetes.io/hostname }] } }',
      '',
      'replicas: 100',
    ),
    says: { 'scale.per-host': '', 'scale.instances': '100', 'site.hosts': '? few | many' },
  },
  {
    trap: 'a process of the host is the Windows form of privileged',
    manifest: shop('securityContext: { windowsOptions: { hostProcess: true } }'),
    says: { 'os.host-access': 'unknown', 'os.family': 'windows' },
  },
  {
    trap: 'root in an init container is root to start',
    manifest: shop(
      init('chown', 'securityContext: { runAsUser: 0 }'),
      'securityContext: { runAsNonRoot: true }',
    ),
    says: { 'trust.root': 'no | start-only ? start-only' },
  },
  {
    trap: 'one container of two that is not root says nothing of the pod',
    manifest: `${shop('', 'securityContext: { runAsUser: 1000 }')}        - { name: other, image: town/gazette }\n`,
    says: { 'trust.root': '' },
  },
  {
    trap: 'the root user is asked for, not needed',
    manifest: shop('securityContext: { runAsUser: 0 }'),
    says: { 'trust.root': '? start-only | always' },
  },
];

const whatItIs: readonly Trap[] = [
  {
    trap: 'a native sidecar makes no program several',
    manifest: shop(init('log', 'restartPolicy: Always')),
    says: { 'os.init': 'single-process | several-processes' },
  },
  {
    trap: 'nor does an exporter beside it',
    manifest: `${shop()}        - { name: metrics, image: "town/shop-exporter:1" }\n`,
    says: { 'os.init': 'single-process | several-processes' },
  },
  {
    trap: 'another program does',
    manifest: `${shop()}        - { name: web, image: "nginx:1" }\n`,
    says: { 'os.init': 'several-processes' },
  },
  {
    trap: 'the program is what is called like the workload, not the sidecar before it',
    manifest: shop().replace('containers:', 'containers:\n        - { name: proxy, image: "nginx:1" }'),
    says: { 'package.form': 'official-image | built-from-source ? built-from-source' },
  },
  {
    trap: 'an old base image is due for a rebuild, and no need of an old release',
    manifest: shop().replace('registry.example/shop:1.4', 'alpine:3.16'),
    says: {
      'os.release': '',
      'package.form': 'official-image | built-from-source | scripted-install ? built-from-source',
    },
  },
  {
    trap: 'latest is no tag of a pipeline, nor is a version',
    manifest: shop().replace('shop:1.4', 'shop:latest'),
    says: { 'life.image-pipeline': '' },
  },
  {
    trap: 'Windows is chosen by a label, a field or an affinity',
    manifest: shop(
      'affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: kubernetes.io/os, operator: In, values: [windows] }] }] } } }',
    ),
    says: { 'os.family': 'windows', 'os.own-kernel': '' },
  },
  {
    trap: 'an affinity that either system fits chooses neither',
    manifest: shop(
      'affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: kubernetes.io/os, operator: In, values: [windows, linux] }] }] } } }',
    ),
    says: { 'os.family': 'linux' },
  },
  {
    trap: 'the name of a runtime is free; its handler is not',
    manifest: documents(
      shop('runtimeClassName: fort'),
      'apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: fort }\nhandler: runsc\n',
    ),
    says: { 'trust.mandate': '? wanted | separate-kernel' },
  },
  {
    trap: 'a graphics card is a resource by name',
    manifest: shop('', 'resources: { limits: { nvidia.com/gpu: 1 } }'),
    says: { 'hardware.accelerator': 'gpu-compute', 'hardware.device': 'none' },
  },
  {
    trap: 'none of a card is none',
    manifest: shop('', 'resources: { limits: { nvidia.com/gpu: 0 } }'),
    says: { 'hardware.accelerator': 'none' },
  },
  {
    trap: 'a resource that nobody knows is some device',
    manifest: shop('', 'resources: { limits: { town.example/thing: 1 } }'),
    says: { 'hardware.device': '', 'hardware.accelerator': '', 'os.host-access': 'none' },
  },
  {
    trap: 'a network card of a node, and virtualisation, are resources too',
    manifest: shop('', 'resources: { limits: { openshift.io/sriov_fast: 1, devices.kubevirt.io/kvm: 1 } }'),
    says: { 'hardware.device': 'sriov-or-dpdk-nic', 'os.runs-vms': 'yes' },
  },
  {
    trap: 'a part of a manifest that is laid over another leaves out what it does not change',
    manifest:
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: shop }\nspec: { template: { spec: { containers: [{ name: shop, resources: {} }] } } }\n',
    says: { 'os.host-access': '', 'os.kernel-module': '', 'scale.instances': '', 'life.stop': '' },
  },
  {
    trap: 'what is left to be filled in leaves open what it will be given',
    manifest: shop('volumes: [{ name: data, hostPath: { path: "${DATA}" } }]', mounted),
    says: { 'os.host-access': '', 'state.kind': '' },
  },
  {
    trap: 'braces in arguments and settings are those of the program',
    manifest: shop('', 'args: ["--format={{.Name}}"]'),
    says: { 'os.host-access': 'none' },
  },
];

const life: readonly Trap[] = [
  {
    trap: 'scratch, settings and secrets are no state',
    manifest: shop(
      'volumes: [{ name: data, emptyDir: {} }, { name: conf, configMap: { name: conf } }]',
      'volumeMounts: [{ name: data, mountPath: /data }, { name: conf, mountPath: /etc/shop }]',
    ),
    says: { 'state.kind': 'stateless | rebuildable' },
  },
  {
    trap: 'a pod that nothing replaces may keep what it writes',
    manifest:
      'apiVersion: v1\nkind: Pod\nmetadata: { name: shop }\nspec: { containers: [{ name: shop, image: town/shop }] }\n',
    says: {
      'state.kind': '? stateless | rebuildable',
      'package.writes': '',
      'package.identity': '',
      'scale.instances': '1',
    },
  },
  {
    trap: 'a claim of one pod is its own, though it may be a cache',
    manifest: shop(claim, mounted),
    says: { 'state.kind': 'rebuildable | one-writer | self-replicating ? one-writer' },
  },
  {
    trap: 'a claim that three pods share is not known to be',
    manifest: shop(claim, mounted, 'replicas: 3'),
    says: { 'state.kind': 'rebuildable | one-writer | self-replicating' },
  },
  {
    trap: 'a claim that can only be read is no state',
    manifest: documents(
      shop(claim, mounted),
      'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data, namespace: town }\nspec: { accessModes: [ReadOnlyMany] }\n',
    ),
    says: { 'state.kind': 'stateless | rebuildable' },
  },
  {
    trap: 'a StatefulSet is no store, and its name may be no need',
    manifest: as('StatefulSet', shop()),
    says: { 'state.kind': 'stateless | rebuildable', 'package.identity': '? stable-name' },
  },
  {
    trap: 'three of a store that can copy its data are likely to',
    manifest: as('StatefulSet', shop(claim, mounted, 'replicas: 3')).replace(
      'registry.example/shop:1.4',
      'mongo:8',
    ),
    says: { 'state.kind': 'rebuildable | one-writer | self-replicating ? self-replicating' },
  },
  {
    trap: 'an autoscaler in another document sets the number',
    manifest: documents(shop(), scaler('Deployment')),
    says: { 'scale.instances': '2..9 ? 9' },
  },
  {
    trap: 'one that is for another kind of the same name does not',
    manifest: documents(shop(), scaler('StatefulSet')),
    says: { 'scale.instances': '? 1' },
  },
  {
    trap: 'no replicas are switched off, and no number',
    manifest: shop('', '', 'replicas: 0'),
    says: { 'scale.instances': '' },
  },
  {
    trap: 'a budget of none is often a mistake',
    manifest: documents(shop(), budget('maxUnavailable: 0')),
    says: { 'life.stop': '? hours-to-drain | planned-windows | never' },
  },
  {
    trap: 'so is one of as many as there are',
    manifest: documents(shop('', '', 'replicas: 2'), budget('minAvailable: 2')),
    says: { 'life.stop': '? hours-to-drain | planned-windows | never' },
  },
  {
    trap: 'the thirty seconds that every pod has say nothing for certain',
    manifest: shop('terminationGracePeriodSeconds: 30'),
    says: { 'life.stop': '? any-time | minutes-to-drain' },
  },
  {
    trap: 'two hours do',
    manifest: shop('terminationGracePeriodSeconds: 7200'),
    says: { 'life.stop': 'hours-to-drain' },
  },
  {
    trap: 'memory is that of all containers together, those before it left out',
    manifest: `${shop(
      init('before', 'resources: { limits: { memory: 4Gi } }'),
      'resources: { limits: { memory: 512Mi }, requests: { memory: 256Mi } }',
    )}        - { name: web, image: "nginx:1", resources: { limits: { memory: 1Gi } } }\n`,
    says: { 'hardware.memory': '..1.5 ? 0.25..1.5' },
  },
  {
    trap: 'one container without a limit leaves the pod without',
    manifest: `${shop('', 'resources: { limits: { memory: 512Mi } }')}        - { name: web, image: "nginx:1" }\n`,
    says: { 'hardware.memory': '' },
  },
  {
    trap: 'how often a job starts says nothing of how long it runs',
    manifest:
      'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: shop }\nspec: { schedule: "* * * * *", jobTemplate: { spec: { template: { spec: { containers: [{ name: shop, image: town/shop }] } } } } }\n',
    says: { 'life.instance': '? seconds | minutes | hours', 'life.releases': '' },
  },
];

const around: readonly Trap[] = [
  {
    trap: 'no way in says nothing where the file holds none at all',
    manifest: documents(shop(), service('type: ClusterIP')),
    says: { 'trust.internet': '' },
  },
  {
    trap: 'where it holds those of others, it does',
    manifest: documents(shop(), service('type: ClusterIP'), ingress('shop.example', 'other')),
    says: { 'trust.internet': '? no' },
  },
  {
    trap: 'a host that anybody can look up leads to it',
    manifest: documents(shop(), service('type: ClusterIP'), ingress('shop.example', 'shop')),
    says: { 'trust.internet': '? yes' },
  },
  {
    trap: 'one of the house does not',
    manifest: documents(shop(), service('type: ClusterIP'), ingress('shop.corp', 'shop')),
    says: { 'trust.internet': '' },
  },
  {
    trap: 'a balancer may be inside',
    manifest: documents(
      shop(),
      service(
        'type: LoadBalancer',
        ', annotations: { service.beta.kubernetes.io/aws-load-balancer-internal: "true" }',
      ),
    ),
    says: { 'trust.internet': '', 'site.hosting': '? public-cloud' },
  },
  {
    trap: 'a service of another namespace is not its own',
    manifest: documents(shop(), service('type: LoadBalancer').replace('namespace: town', 'namespace: other')),
    says: { 'trust.internet': '? no' },
  },
  {
    trap: 'what is asked for runs nowhere yet',
    manifest: shop(),
    says: { 'life.runs-today': '', 'site.containers': '? managed-kubernetes | own-kubernetes' },
  },
  {
    trap: 'what a cluster printed is there, and its state proves no more',
    manifest: `${shop().replace('name: shop,', 'name: shop, uid: 7, resourceVersion: "8", managedFields: [{ manager: kubectl, fieldsV1: { "f:spec": { "f:replicas": {} } } }],')}status: { replicas: 5, readyReplicas: 5 }\n`,
    says: {
      'life.runs-today': 'container',
      'site.containers': 'managed-kubernetes | own-kubernetes',
      'scale.instances': '? 1',
      'os.windows-hosts': '',
    },
  },
  {
    trap: 'an empty status is no state of a cluster',
    manifest: `${shop()}status: {}\n`,
    says: { 'life.runs-today': '' },
  },
  {
    trap: 'a node that is only asked for is not there',
    manifest: documents(
      shop(),
      'apiVersion: v1\nkind: Node\nmetadata: { name: one, labels: { eks.amazonaws.com/nodegroup: a } }\n',
    ),
    says: { 'site.hosts': '', 'site.containers': '? managed-kubernetes | own-kubernetes' },
  },
  {
    trap: 'the label of a namespace puts all in it into a mesh, and refuses rights',
    manifest: documents(
      shop(),
      'apiVersion: v1\nkind: Namespace\nmetadata: { name: town, labels: { istio-injection: enabled, pod-security.kubernetes.io/enforce: baseline } }\n',
    ),
    says: { 'site.mesh': '? yes', 'site.refused-rights': '? privileged' },
  },
  {
    trap: 'a DaemonSet tolerates every pool, and has none of its own',
    manifest: as(
      'DaemonSet',
      shop(
        'tolerations: [{ key: gpu, operator: Exists }], nodeSelector: { pool: gpu }'.replace(
          '], ',
          ']\n      ',
        ),
      ),
    ),
    says: { 'site.own-hosts': '' },
  },
];

describe.each([
  { about: 'rights', traps: rights },
  { about: 'what it is', traps: whatItIs },
  { about: 'state, number and life', traps: life },
  { about: 'what is around it', traps: around },
])('of $about', ({ traps }) => {
  it.each(traps)('$trap', async ({ manifest, says }) => {
    const { workloads } = await readManifest(manifest);
    expect(workloads).toHaveLength(1);
    const said = workloads[0] === undefined ? {} : listSaid(workloads[0]);
    expect(Object.fromEntries(Object.keys(says).map((fact) => [fact, said[fact] ?? '']))).toEqual(says);
  });
});

it('demands, habits and names are in no manifest', async () => {
  const { workloads } = await readManifest(
    shop(
      'priorityClassName: critical\n      restartPolicy: Always\n      serviceAccountName: pci',
      'env: [{ name: TIER, value: production }, { name: LICENCE_DONGLE, value: usb }]\n          livenessProbe: { httpGet: { port: 80 } }',
      'replicas: 2',
    ).replace('labels: {', 'labels: { tier: database, pci: "true", realtime: "yes",'),
  );
  const said = Object.keys(workloads[0] === undefined ? {} : listSaid(workloads[0]));
  const never =
    /^(trust\.(regulated|mandate|code|neighbours|confidential-memory)|package\.(licence|vendor-support|support-required|remaining-life)|os\.(release|desktop|windows-.*)|hardware\.(tail-latency|disk-io|own-processors|cpu-fits-hosts)|life\.(releases|leaving|runs-today|instance)|scale\.(load|spike|services)|site\.(mandate|kubernetes-skill|container-skill|ops-people|needed-by-platform|air-gapped|own-hosts|mesh))$/;
  expect(said.filter((fact) => never.test(fact))).toEqual([]);
  expect(said).toContain('os.host-access');
});
