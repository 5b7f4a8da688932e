import { type Book, each, number } from './book.ts';
import { docs, object, pods } from './kube-objects.ts';

const must = (test: string): string =>
  `affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ ${test} }] }] } } }, `;
const tolerated = (key: string): string => `tolerations: [{ key: ${key}, operator: Exists }], `;
const apart = (key: string): string =>
  `affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: ${key} }] } }, `;
const chosen = {
  pool: 'nodeSelector: { pool: shop }, ',
  os: 'nodeSelector: { kubernetes.io/os: linux }, ',
  windows: 'nodeSelector: { kubernetes.io/os: windows }, ',
  'old-windows': 'nodeSelector: { beta.kubernetes.io/os: windows }, ',
  processor: 'nodeSelector: { beta.kubernetes.io/arch: arm64 }, ',
  nearly: 'nodeSelector: { xkubernetes.io/arch: arm64 }, ',
  'nearly-too': 'nodeSelector: { kubernetes.io/archive: arm64 }, ',
  host: 'nodeSelector: { kubernetes.io/hostname: one }, ',
  role: 'nodeSelector: { node-role.kubernetes.io/infra: "" }, ',
  zone: 'nodeSelector: { topology.kubernetes.io/zone: a }, ',
  'for-linux': 'os: { name: linux }, ',
  'for-windows': 'os: { name: windows }, ',
  'must-windows': must('key: kubernetes.io/os, operator: In, values: [windows]'),
  'must-either': must('key: kubernetes.io/os, operator: In, values: [windows, linux]'),
  'must-not': must('key: kubernetes.io/os, operator: NotIn, values: [windows]'),
  'must-pool': must('key: pool, operator: Exists'),
  'must-processor': must('key: kubernetes.io/arch, operator: In, values: [arm64]'),
  'must-nothing': must('operator: Exists'),
};
const spreads = {
  host: apart('kubernetes.io/hostname'),
  zone: apart('topology.kubernetes.io/zone'),
  region: apart('failure-domain.beta.kubernetes.io/region'),
  nearly: apart('xkubernetes.io/hostname'),
  'nearly-too': apart('kubernetes.io/hostnames'),
  rather:
    'affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ podAffinityTerm: { topologyKey: kubernetes.io/hostname } }] } }, ',
  spread: 'topologySpreadConstraints: [{ topologyKey: kubernetes.io/hostname }], ',
};
const note = (text: string): string => `annotations: { ${text} }, `;
const job = (name: string, spec: string, pod = ''): string =>
  object(
    'batch/v1',
    'Job',
    name,
    `${spec}template: { spec: { ${pod}containers: [{ name: a, image: "town/shop:1" }] } }`,
  );
const timed = (name: string, spec: string): string =>
  object(
    'batch/v1',
    'CronJob',
    name,
    `schedule: "0 * * * *", jobTemplate: { spec: { ${spec}template: { spec: { containers: [{ name: a, image: "town/shop:1" }] } } } }`,
  );
const scaler = (name: string, target: string, spec: string, kind = 'HorizontalPodAutoscaler'): string =>
  object('autoscaling/v2', kind, name, `${spec}, scaleTargetRef: { ${target} }`);
const status = (name: string, text: string, pod = 'os: { name: windows }, '): string =>
  pods(name, { pod }).replace(/\}$/, `, status: { ${text} } }`);
const owned = (kind: string, name: string): string => `ownerReferences: [{ kind: ${kind}, name: ${name} }], `;

/** Where and how long pods run, how many, and by what. */
export const kubeControllers: Book = {
  'nodes that are chosen': {
    'nodes.yaml': docs(
      each(chosen, (name, pod) =>
        docs(pods(name, { pod }), pods(`${name}-pool`, { pod: pod + tolerated('shop') })),
      ),
      each(
        {
          ready: 'node.kubernetes.io/not-ready',
          role: 'node-role.kubernetes.io/control-plane',
          near: 'xnode.kubernetes.io/a',
        },
        (name, key) => pods(`tolerates-${name}`, { pod: chosen.pool + tolerated(key) }),
      ),
      pods('tolerates-all', { pod: `${chosen.pool}tolerations: [{ operator: Exists }], ` }),
      pods('tolerates-only', { pod: tolerated('shop') }),
      pods('daemon', { pod: chosen.pool + tolerated('shop'), kind: 'DaemonSet' }),
    ),
  },
  'hosts that are kept apart': {
    'apart.yaml': docs(
      each(spreads, (name, pod) =>
        docs(
          pods(`${name}-2`, { pod, spec: 'replicas: 2, ' }),
          pods(`${name}-3`, { pod, spec: 'replicas: 3, ' }),
        ),
      ),
    ),
  },
  'numbers and times': {
    'numbers.yaml': docs(
      number('0 1 2 9999999 12345678 many 3x x3', (name, text) =>
        pods(`replicas-${name}`, { spec: `replicas: ${text}, ` }),
      ),
      number('0 29 30 31 60 61 3600 3601 soon 60s', (name, text) =>
        pods(`grace-${name}`, { pod: `terminationGracePeriodSeconds: ${text}, ` }),
      ),
      number(
        'kata-qemu gvisor sealed kata-qemu-snp kata-cc acc tdx tdxx my.coco.x SEV_x confidential runc',
        (name, text) => pods(`runtime-${name}`, { pod: `runtimeClassName: ${text}, ` }),
      ),
      '{ apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: { name: sealed }, handler: kata-tdx }',
      number(
        `shop:9f86d08 shop:1.4.2 shop:v1-9f86d08 shop:9f86d0 shop:1234567 shop:abcdefa shop:9F86D08
         shop:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b shop:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2 shop:v1-x-9f86d08
         shop@sha256:${'ab'.repeat(32)} shop@sha256:${'ab'.repeat(31)} shop@sha256:${'ab'.repeat(33)}`,
        (name, image) => pods(`tag-${name}`, { image: `registry.example/${image}` }),
      ),
    ),
  },
  'what keeps pods from being stopped': {
    'stopped.yaml': docs(
      each(
        {
          evict: 'cluster-autoscaler.kubernetes.io/safe-to-evict: "false"',
          'evict-may': 'cluster-autoscaler.kubernetes.io/safe-to-evict: "true"',
          karpenter: 'karpenter.sh/do-not-disrupt: "true"',
          'karpenter-may': 'karpenter.sh/do-not-disrupt: "false"',
          'own-address': 'k8s.v1.cni.cncf.io/networks: lan',
        },
        (name, text) => pods(name, { podMeta: note(text) }),
      ),
      number(
        'maxUnavailable:0 maxUnavailable:0% maxUnavailable:00 maxUnavailable:1 maxUnavailable:10% minAvailable:100% minAvailable:0 minAvailable:1 minAvailable:2 minAvailable:50%',
        (name, text) =>
          [
            object(
              'policy/v1',
              'PodDisruptionBudget',
              name,
              `${text.replace(':', ': ')}, selector: { matchLabels: { budget: ${name} } }`,
            ),
            pods(`${name}-alone`, { labels: `budget: ${name}` }),
            pods(`${name}-three`, { labels: `budget: ${name}`, spec: 'replicas: 3, ' }),
            pods(`${name}-two`, { labels: `budget: ${name}`, spec: 'replicas: 2, ' }),
          ].join('\n---\n'),
      ),
    ),
  },
  jobs: {
    'jobs.yaml': docs(
      each(
        {
          plain: '',
          four: 'parallelism: 4, ',
          none: 'parallelism: 0, ',
          some: 'parallelism: some, ',
          s60: 'activeDeadlineSeconds: 60, ',
          s61: 'activeDeadlineSeconds: 61, ',
          s3600: 'activeDeadlineSeconds: 3600, ',
          s3601: 'activeDeadlineSeconds: 3601, ',
          s86400: 'activeDeadlineSeconds: 86400, ',
          s86401: 'activeDeadlineSeconds: 86401, ',
          suspended: 'suspend: true, ',
          'not-suspended': 'suspend: false, ',
        },
        (name, text) => docs(job(name, text), timed(`${name}-timed`, text)),
      ),
      job('of-pod', '', 'activeDeadlineSeconds: 60, '),
      pods('no-job', { pod: 'activeDeadlineSeconds: 60, ' }),
    ),
  },
  'what scales': {
    'scalers.yaml': docs(
      each(
        {
          range: 'minReplicas: 2, maxReplicas: 9',
          most: 'maxReplicas: 9',
          crossed: 'minReplicas: 9, maxReplicas: 2',
          nothing: 'maxReplicas: 0',
          one: 'minReplicas: 0, maxReplicas: 1',
          odd: 'maxReplicas: many',
        },
        (name, spec) =>
          docs(pods(name, { spec: 'replicas: 5, ' }), scaler(name, `kind: Deployment, name: ${name}`, spec)),
      ),
      each(
        {
          idle: 'maxReplicaCount: 9',
          zero: 'minReplicaCount: 0, maxReplicaCount: 9',
          two: 'minReplicaCount: 2, maxReplicaCount: 9',
        },
        (name, spec) =>
          docs(pods(`keda-${name}`), scaler(`keda-${name}`, `name: keda-${name}`, spec, 'ScaledObject')),
      ),
      pods('set', { kind: 'StatefulSet' }),
      scaler('set', 'name: set', 'maxReplicas: 3'),
      pods('said-set', { kind: 'StatefulSet' }),
      scaler('said-set', 'kind: StatefulSet, name: said-set', 'maxReplicas: 3'),
    ),
  },
  kinds: {
    'kinds.yaml': docs(
      number(
        'apps/v1:ReplicaSet extensions/v1beta1:ReplicaSet extensions/v1beta1:Deployment extensions/v1beta1:DaemonSet v1:ReplicationController apps.openshift.io/v1:DeploymentConfig argoproj.io/v1alpha1:Rollout serving.knative.dev/v1:Service apps/v1:DaemonSet apps/v1:StatefulSet example.com/v1:Deployment v1:Deployment apps/v1:Job',
        (name, text) => {
          const [api = '', kind = ''] = text.split(':');
          return pods(name, { api, kind });
        },
      ),
      each(
        {
          rolling: 'strategy: { rollingUpdate: { maxSurge: 1 } }, ',
          recreate: 'strategy: { type: Recreate }, ',
          update: 'updateStrategy: { rollingUpdate: {} }, ',
          canary: 'strategy: { canary: {} }, ',
          blue: 'strategy: { blueGreen: {} }, ',
          params: 'strategy: { rollingParams: {} }, ',
          type: 'strategy: { type: RollingUpdate }, ',
        },
        (name, spec) => pods(name, { spec }),
      ),
      number('mongo postgres minio/minio town/shop:1 quay.io/coreos/etcd redis cassandra', (name, image) =>
        docs(
          ['replicas: 3, ', 'replicas: 2, ', ''].map((spec, index) =>
            pods(`store-${name}-${index}`, { kind: 'StatefulSet', image, spec }),
          ),
          pods(`store-${name}`, { image, spec: 'replicas: 3, ' }),
        ),
      ),
      each(
        {
          pid: 'hostPID: true, ',
          ipc: 'hostIPC: true, ',
          net: 'hostNetwork: true, ',
          log: 'volumes: [{ name: v, hostPath: { path: /var/log } }], ',
          data: 'volumes: [{ name: v, hostPath: { path: /srv/data } }], ',
          socket: 'volumes: [{ name: v, hostPath: { path: /var/run/docker.sock } }], ',
          windows: 'os: { name: windows }, ',
        },
        (name, pod) =>
          pods(`daemon-${name}`, { pod, kind: 'DaemonSet', container: 'volumeMounts: [{ name: v }], ' }),
      ),
      pods('daemon-privileged', { kind: 'DaemonSet', container: 'securityContext: { privileged: true }, ' }),
    ),
  },
  'pods for Windows': {
    'windows.yaml': docs(
      status('ready', 'readyReplicas: 1'),
      status('everywhere', 'numberReady: 1'),
      status('done', 'succeeded: 1'),
      status('not', 'readyReplicas: 0'),
      status('linux', 'readyReplicas: 1', ''),
      number(
        'mcr.microsoft.com/windows/nanoserver:1 mcr.microsoft.com/dotnet/framework/aspnet town/shop:1-windowsservercore mcr.microsoft.com/windowsish/x town/mcr.microsoft.com/windows/x',
        (name, image) => pods(name, { image }),
      ),
      pods('options', { pod: 'securityContext: { windowsOptions: {} }, ' }),
      pods('own-options', { container: 'securityContext: { windowsOptions: {} }, ' }),
    ),
  },
  'what is no workload of its own': {
    'left.yaml': docs(
      pods('kept'),
      pods('kept', { meta: 'namespace: town, ' }),
      pods('kept', { kind: 'StatefulSet' }),
      pods('twice', { kind: 'StatefulSet' }),
      pods('twice', { kind: 'StatefulSet' }),
      pods('owned', { kind: 'ReplicaSet', meta: owned('Deployment', 'gone') }),
      pods('operated', { meta: owned('Operator', 'gone') }),
      pods('owned-here', { meta: owned('Deployment', 'kept') }),
      each(
        { test: 'test', tests: 'pre-install,test-success', hook: 'pre-install', latest: 'latest' },
        (name, text) => pods(name, { meta: note(`helm.sh/hook: "${text}"`) }),
      ),
      object('apps/v1', 'Deployment', 'empty', 'replicas: 1'),
      pods('x').replace('name: x }', 'generateName: made- }'),
      pods('x').replace('name: x }', 'name: "${NAME}" }'),
      pods('x').replace('name: x }', 'name: "" }'),
      object('v1', 'Pod', 'loose', 'containers: [{ image: "town/shop:1" }]', owned('Other', 'x')),
      'just: text',
      '- a',
      '{ apiVersion: v1, metadata: { name: x } }',
      object('v1', 'Secret', 's'),
      object('v1', 'ConfigMap', 's'),
      object('v1', 'Secret', 't'),
      `{ apiVersion: v1, kind: List, items: [${pods('listed')}] }`,
      `{ apiVersion: apps/v1, kind: DeploymentList, items: [{ metadata: { name: of-one-kind }, spec: { template: { spec: { containers: [{ image: "town/shop:1" }] } } } }] }`,
      object('v1', 'ShoppingList', 'no-list'),
    ),
  },
  'nothing but other objects': {
    'others.yaml': docs(number('A B C D E F G H', (name, kind) => object('v1', kind, name))),
  },
  'six kinds of objects': {
    'others.yaml': docs(number('A B C D E F', (name, kind) => object('v1', kind, name))),
  },
  'nothing but what belongs to others': {
    'owned.yaml': docs(
      pods('owned', { kind: 'ReplicaSet', meta: owned('Deployment', 'gone') }),
      object('v1', 'Secret', 'x'),
    ),
  },
  'keys that no rule reads': {
    'unread.yaml': docs(
      pods('a', {
        spec: 'odd: 1, ',
        pod: 'odd: 1, securityContext: { fsGroup: 1, runAsUser: 7 }, ',
        container: 'odd: 1, tty: true, securityContext: { odd: 1, procMount: x }, ',
      }),
      pods('b', { pod: 'odd: 2, ', container: 'odd: 2, ' }),
      object('v1', 'Pod', 'c', 'dnsPolicy: None, containers: [{ image: "town/shop:1" }]'),
      object(
        'kubevirt.io/v1',
        'VirtualMachineInstance',
        'd',
        'networks: [], domain: { clock: {}, devices: { rng: {} } }',
      ),
    ),
  },
};
