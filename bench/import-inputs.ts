// Files of other programs, made up: as many things as in large real ones, with what such files hold beside what is read.
import type { Random } from '../test/support/random-values.ts';

const images = [
  'nginx:1.27',
  'redis:7.4',
  'postgres:17',
  'registry.example/team/web',
  'registry.example/team/worker',
];

/** Manifests as a chart renders them, an application after the other. */
export function makeManifests(random: Random, size: number): string {
  let text = '';
  for (let index = 0; text.length < size; index++) text += makeApplication(random, `app-${index}`, index);
  return text;
}

function makeApplication(random: Random, name: string, index: number): string {
  const namespace = `team-${index % 40}`;
  const labels = `app.kubernetes.io/name: ${name}`;
  const memory = 64 * (1 + random.below(16));
  const image = random.pick(images);
  const tagged = image.includes(':') ? image : `${image}-${index}:1.${random.below(40)}.${random.below(9)}`;
  const source = (file: string) => `---\n# Source: platform/charts/${name}/templates/${file}.yaml\n`;
  const head = (version: string, kind: string) =>
    `apiVersion: ${version}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n  labels:\n    ${labels}\n    app.kubernetes.io/managed-by: Helm\n`;
  const keeps = image.startsWith('postgres');
  const optional = [
    `${source('hpa')}${head('autoscaling/v2', 'HorizontalPodAutoscaler')}spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${name} }
  minReplicas: 2
  maxReplicas: ${4 + random.below(9)}
`,
    `${source('pdb')}${head('policy/v1', 'PodDisruptionBudget')}spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      ${labels}
`,
    `${source('ingress')}${head('networking.k8s.io/v1', 'Ingress')}spec:
  rules:
    - host: ${name}.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: ${name}, port: { number: 80 } } }
`,
  ].filter(() => random.chance(0.4));
  const lines = Array.from({ length: 12 }, (_, line) => `    key.${line} = ${name} ${random.below(1e6)}`);
  return `${source('configmap')}${head('v1', 'ConfigMap')}data:
  application.properties: |
${lines.join('\n')}
${source('serviceaccount')}${head('v1', 'ServiceAccount')}automountServiceAccountToken: false
${source('service')}${head('v1', 'Service')}spec:
  selector:
    ${labels}
  ports:
    - name: http
      port: 80
      targetPort: 8080
${source('workload')}${head('apps/v1', keeps ? 'StatefulSet' : 'Deployment')}spec:
  replicas: ${keeps ? 1 : 1 + random.below(4)}
  selector:
    matchLabels:
      ${labels}
  template:
    metadata:
      labels:
        ${labels}
    spec:
      serviceAccountName: ${name}
      securityContext:
        runAsNonRoot: ${String(random.chance(0.7))}
      containers:
        - name: main
          image: ${tagged}
          ports:
            - name: http
              containerPort: 8080
          env:
            - name: LOG_LEVEL
              value: info
            - name: APPLICATION
              value: ${name}
          livenessProbe:
            httpGet: { path: /healthz, port: http }
          readinessProbe:
            httpGet: { path: /ready, port: http }
          resources:
            requests:
              cpu: 100m
              memory: ${memory}Mi
            limits:
              memory: ${2 * memory}Mi
${keeps ? '          volumeMounts:\n            - name: data\n              mountPath: /var/lib/postgresql/data\n' : ''}${
    keeps
      ? `  volumeClaimTemplates:\n    - metadata:\n        name: data\n      spec:\n        accessModes: [ReadWriteOnce]\n        resources: { requests: { storage: ${10 + random.below(90)}Gi } }\n`
      : ''
  }${optional.join('')}`;
}

/** A project of Compose with many services. */
export function makeCompose(random: Random, services: number): string {
  const one = (_: unknown, index: number) => `  service-${index}:
    image: ${random.pick(images)}
    restart: unless-stopped
    environment:
      LOG_LEVEL: info
      PEER: service-${random.below(services)}
    ports:
      - "${8000 + index}:8080"
    volumes:
      - data-${index}:/data
    mem_limit: ${128 * (1 + random.below(16))}m
`;
  const volumes = Array.from({ length: services }, (_, index) => `  data-${index}: {}\n`);
  return `services:\n${Array.from({ length: services }, one).join('')}volumes:\n${volumes.join('')}`;
}

const systems = [
  'Microsoft Windows Server 2019 (64-bit)',
  'Microsoft Windows Server 2012 R2 (64-bit)',
  'Red Hat Enterprise Linux 8 (64-bit)',
  'Ubuntu Linux (64-bit)',
  'CentOS 7 (64-bit)',
  'SUSE Linux Enterprise 15 (64-bit)',
  'Other (64-bit)',
];
const columns = [
  ...['VM', 'Powerstate', 'Template', 'SRM Placeholder', 'Config status', 'CPUs', 'Memory', 'NICs', 'Disks'],
  ...[
    'Primary IP Address',
    'Resource pool',
    'Folder',
    'Provisioned MiB',
    'In Use MiB',
    'Firmware',
    'HW version',
  ],
  ...['Datacenter', 'Cluster', 'Host', 'OS according to the configuration file'],
  ...['OS according to the VMware Tools', 'VM ID', 'VM UUID', 'VI SDK Server'],
];

/** The tab of machines of an inventory of vCenter: headings, and a machine a row. */
export function makeInventory(random: Random, machines: number): string[][] {
  const rows = Array.from({ length: machines }, (_, index) => {
    const system = random.pick(systems);
    const disk = 20_480 * (1 + random.below(40));
    const power = random.chance(0.9) ? 'poweredOn' : 'poweredOff';
    return [
      ...[`vm-${index}`, power, random.chance(0.02) ? 'True' : 'False', 'False', 'green'],
      ...[2 ** random.below(5), 1024 * 2 ** (1 + random.below(7)), 1, 1 + random.below(4)],
      ...[
        `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
        '/DC/Cluster/Resources',
        `team-${index % 60}`,
      ],
      ...[disk, Math.floor(disk / 2), random.pick(['bios', 'efi']), random.pick(['13', '19', '21'])],
      ...[
        'DC',
        `cluster-${index % 8}`,
        `esx-${index % 64}.example`,
        system,
        random.chance(0.8) ? system : '',
      ],
      ...[
        `vm-${100_000 + index}`,
        `42000000-0000-0000-0000-${String(index).padStart(12, '0')}`,
        'vcenter.example',
      ],
    ].map(String);
  });
  return [columns, ...rows];
}
