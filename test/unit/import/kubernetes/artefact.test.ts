import { describe, expect, it } from 'vitest';
import { isInputError } from '../../../../src/errors.ts';
import { listSaid, readManifest } from '../read-manifest.ts';

// What an artefact is taken for, what is a workload in it, what it is called, and what is said of the rest.

const pod = 'containers: [{ name: shop, image: town/shop }]';
const deployment = (metadata: string, kind = 'Deployment'): string =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: { ${metadata} }\nspec: { template: { spec: { ${pod} } } }\n`;
const item = (kind: string, metadata: object, version?: string): object => ({
  ...(version === undefined ? {} : { apiVersion: version, kind }),
  metadata,
  spec: { template: { spec: { containers: [{ name: 'shop', image: 'town/shop' }] } } },
});

async function listNames(text: string, path?: string): Promise<string[]> {
  return (await readManifest(text, path)).workloads.map(({ name }) => name);
}

async function refuse(text: string, path?: string): Promise<string> {
  try {
    await readManifest(text, path);
  } catch (error) {
    if (isInputError(error)) return error.problems.map(({ message }) => message).join('; ');
    throw error;
  }
  throw new Error('it was read');
}

describe('the workloads of a file', () => {
  it.each([
    {
      what: 'several documents, empty ones and remarks between',
      text: `# Source: shop/a.yaml\n---\n---\n${deployment('name: a')}---\n# nothing\n---\n${deployment('name: b')}`,
      names: ['a', 'b'],
    },
    {
      what: 'a list as kubectl prints it',
      text: JSON.stringify({
        apiVersion: 'v1',
        kind: 'List',
        items: [item('Deployment', { name: 'a' }, 'apps/v1'), item('StatefulSet', { name: 'b' }, 'apps/v1')],
      }),
      names: ['a', 'b'],
    },
    {
      what: 'a list of one kind, whose items do not say it',
      text: JSON.stringify({
        apiVersion: 'apps/v1',
        kind: 'DeploymentList',
        items: [item('', { name: 'a', namespace: 'town' })],
      }),
      names: ['town/a'],
    },
    {
      what: 'old groups',
      text: deployment('name: a').replace('apps/v1', 'extensions/v1beta1'),
      names: ['a'],
    },
    {
      what: 'controllers of others: OpenShift, Argo, Knative',
      text: [
        deployment('name: a', 'DeploymentConfig').replace('apps/v1', 'apps.openshift.io/v1'),
        deployment('name: b', 'Rollout').replace('apps/v1', 'argoproj.io/v1alpha1'),
        deployment('name: c', 'Service').replace('apps/v1', 'serving.knative.dev/v1'),
      ].join('---\n'),
      names: ['a', 'b', 'c'],
    },
    {
      what: 'the store that an operator is asked for',
      text: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nmetadata: { name: log }\nspec: { kafka: { replicas: 3 } }\n',
      names: ['log'],
    },
    {
      what: 'the kind behind two names that are alike',
      text: `${deployment('name: a, namespace: town')}---\n${deployment('name: a, namespace: town', 'DaemonSet')}`,
      names: ['town/a/Deployment', 'town/a/DaemonSet'],
    },
    {
      what: 'the line behind two that differ in nothing',
      text: `${deployment('name: a')}---\n${deployment('name: a')}`,
      names: ['a/Deployment:3:19', 'a/Deployment:8:19'],
    },
    {
      what: 'no name, or a place where one is to be put',
      text: `${deployment('labels: {}')}---\n${deployment('name: "shop-<node>"')}---\n${deployment('generateName: shop-')}`,
      names: ['manifest.yaml:1:1', 'manifest.yaml:8:19', 'shop'],
    },
  ])('are $what', async ({ text, names }) => {
    expect(await listNames(text)).toEqual(names);
  });

  it('are not what belongs to another, nor the tests of a chart', async () => {
    const owned = (kind: string, owner: string): string =>
      deployment(`name: a-1, ownerReferences: [{ kind: ${owner}, name: a }]`, kind);
    const { workloads, imported } = await readManifest(
      [
        deployment('name: a'),
        owned('ReplicaSet', 'Deployment'),
        `apiVersion: v1\nkind: Pod\nmetadata: { name: a-2, ownerReferences: [{ kind: ReplicaSet, name: a-1 }] }\nspec: { ${pod} }\n`,
        `apiVersion: v1\nkind: Pod\nmetadata: { name: try, annotations: { helm.sh/hook: test-success } }\nspec: { ${pod} }\n`,
      ].join('---\n'),
    );
    expect(workloads.map(({ name }) => name)).toEqual(['a']);
    expect(imported.remarks.map(({ what }) => what)).toEqual([
      'ReplicaSet a-1 belongs to another object, so it was left out',
      'Pod a-2 belongs to another object, so it was left out',
      'Pod try is a test of its chart, so it was left out',
    ]);
  });

  it('stand beside documents that are none, which are named', async () => {
    const { workloads, imported } = await readManifest(`${deployment('name: a')}---\n- just\n- a list\n`);
    expect(workloads).toHaveLength(1);
    expect(imported.remarks).toEqual([
      {
        what: 'no object of Kubernetes, so it was left out',
        at: { file: 'manifest.yaml', line: 6, column: 1 },
      },
    ]);
  });

  it('are kept when they are switched off, and that is said', async () => {
    const { workloads, imported } = await readManifest(
      deployment('name: a').replace('spec: { template', 'spec: { replicas: 0, template'),
    );
    expect(workloads).toHaveLength(1);
    expect(imported.remarks.map(({ what }) => what)).toEqual(['Deployment a is switched off']);
  });
});

describe('a store that an operator is asked for', () => {
  it.each([
    { members: 'instances: 3', kind: '? self-replicating', count: '3' },
    { members: 'instances: 1', kind: '? one-writer', count: '1' },
    { members: 'storage: { size: 1Gi }', kind: '', count: '' },
  ])('of $members', async ({ members, kind, count }) => {
    const { workloads } = await readManifest(
      `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: { name: db }\nspec: { ${members} }\n`,
    );
    const said = workloads[0] === undefined ? {} : listSaid(workloads[0]);
    expect(said['state.kind']).toBe(`rebuildable | one-writer | self-replicating ${kind}`.trim());
    expect(said['scale.instances'] ?? '').toBe(count);
    expect(said['state.operator']).toBe('? mature-operator');
    // Nothing follows from what its description leaves out: an operator adds it.
    expect(said['os.host-access']).toBeUndefined();
  });
});

describe('a machine of KubeVirt', () => {
  const machine = (more: string, domain: string): string =>
    `apiVersion: kubevirt.io/v1\nkind: VirtualMachine\nmetadata: { name: vm }\nspec: { ${more}template: { spec: { evictionStrategy: LiveMigrate, terminationGracePeriodSeconds: 0, domain: { ${domain} }, volumes: [{ name: root, persistentVolumeClaim: { claimName: root } }] } } }\n`;

  it.each([
    {
      because: 'what it has is no need: neither its firmware nor its screen nor how it is moved',
      text: machine('', 'devices: { tpm: {}, inputs: [{ type: tablet }], autoattachGraphicsDevice: true }'),
      says: {},
    },
    {
      because: 'nothing follows from what it is not given, as it would of a container',
      text: machine('preference: { name: windows }, ', 'features: { hyperv: {} }, memory: { guest: 1024M }'),
      says: { 'os.family': 'windows', 'hardware.memory': '? ..0.953674316' },
    },
    {
      because: 'a handed device is one, though its name is free',
      text: machine('', 'devices: { hostDevices: [{ deviceName: a/b }], gpus: [{ deviceName: c/d }] }'),
      says: {
        'hardware.device': 'sriov-or-dpdk-nic | usb-or-serial | hsm-or-other-pci | disk-or-controller',
        'hardware.accelerator': 'gpu-compute | virtual-gpu-desktop',
      },
    },
  ])('$because', async ({ text, says }) => {
    const { workloads } = await readManifest(text);
    expect(workloads[0] === undefined ? {} : listSaid(workloads[0])).toEqual({
      'life.runs-today': '? vm-or-machine',
      'scale.instances': '1',
      'site.containers': '? managed-kubernetes | own-kubernetes',
      'site.vms': '? kubevirt',
      ...says,
    });
  });

  it('that is halted is kept, that is said, and it runs nowhere that could be told', async () => {
    const { workloads, imported } = await readManifest(machine('runStrategy: Halted, ', ''));
    expect(workloads).toHaveLength(1);
    expect(imported.remarks.map(({ what }) => what)).toEqual(['VirtualMachine vm is switched off']);
    expect(workloads[0]?.facts.map(({ fact }) => fact)).not.toContain('life.runs-today');
  });
});

describe('what cannot be read says what it is', () => {
  const helm = 'a template of a Helm chart; render it: helm template NAME FOLDER | advise assess -';
  it.each([
    {
      what: 'a template with lines of control',
      text: `${deployment('name: a')}{{- if .Values.x }}\n---\n{{- end }}\n`,
      says: helm,
    },
    {
      what: 'a template that YAML takes for maps',
      text: deployment('name: {{ .Release.Name }}').replace(
        'metadata: { name: {{ .Release.Name }} }',
        'metadata:\n  name: {{ .Release.Name }}',
      ),
      says: helm,
    },
    {
      what: 'a chart',
      text: 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      path: 'shop/Chart.yaml',
      says: 'a Helm chart; render it: helm template NAME FOLDER | advise assess -',
    },
    {
      what: 'a list for Kustomize',
      text: 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n',
      says: 'a list of manifests for Kustomize; build it: kustomize build FOLDER | advise assess -',
    },
    {
      what: 'objects that run nothing',
      text: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n---\napiVersion: v1\nkind: Secret\nmetadata: { name: a }\n',
      says: 'Kubernetes objects without a workload among them: ConfigMap, Secret',
    },
  ])('$what', async ({ text, path, says }) => {
    expect(await refuse(text, path)).toBe(says);
  });

  it('and braces in the texts of others refuse nothing', async () => {
    const text = `${deployment('name: a, annotations: { note: "{{ $labels.pod }}" }')}---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: b }\ndata:\n  alert: |\n    {{ range .Alerts }}x{{ end }}\n`;
    expect(await listNames(text)).toEqual(['a']);
  });
});

it('keys that no rule reads are listed, each once, and so are kinds', async () => {
  const { imported } = await readManifest(
    [
      deployment('name: a')
        .replace('spec: { template', 'spec: { strategy: {}, template')
        .replace(pod, `dnsPolicy: Default, securityContext: { fsGroup: 7 }, ${pod}`)
        .replace(
          'image: town/shop',
          'image: town/shop, ports: [], livenessProbe: {}, securityContext: { seccompProfile: {} }',
        ),
      deployment('name: b').replace('image: town/shop', 'image: town/shop, ports: []'),
      'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n',
      'apiVersion: v1\nkind: Service\nmetadata: { name: a }\n',
    ].join('---\n'),
  );
  expect(imported.unread.map(({ what }) => what)).toEqual([
    'dnsPolicy',
    'securityContext.fsGroup',
    'containers.ports',
    'kind Secret',
  ]);
});
