import { type Book, each, number } from './book.ts';
import { docs, object } from './kube-objects.ts';

/** Where something differs from a machine of which nothing is said. */
interface Changes {
  readonly meta?: string;
  readonly spec?: string;
  readonly ofTemplate?: string;
  readonly domain?: string;
  readonly more?: string;
  readonly kind?: string;
  readonly api?: string;
}

function machine(name: string, changes: Changes = {}): string {
  const { meta = '', spec = '', ofTemplate = '', domain = '', more = '' } = changes;
  const { kind = 'VirtualMachine', api = 'kubevirt.io/v1' } = changes;
  return object(
    api,
    kind,
    name,
    `${spec}template: { ${ofTemplate}spec: { domain: { ${domain} }${more} } }`,
    meta,
  );
}

const printed = 'uid: 1, resourceVersion: "1", ';
const many = 'VirtualMachineInstanceReplicaSet';

/** Machines of KubeVirt, and what is nearly said of them. */
export const kubeMachines: Book = {
  'machines that run, and how many': {
    'machines.yaml': docs(
      each(
        {
          plain: '',
          off: 'running: false, ',
          on: 'running: true, ',
          halted: 'runStrategy: Halted, ',
          always: 'runStrategy: Always, ',
        },
        (name, spec) => docs(machine(name, { spec }), machine(`${name}-printed`, { spec, meta: printed })),
      ),
      number('3 0 1.5 1 some', (name, count) =>
        machine(`set-${name}`, { kind: many, spec: `replicas: ${count}, ` }),
      ),
      machine('set', { kind: many }),
      object(
        'pool.kubevirt.io/v1alpha1',
        'VirtualMachinePool',
        'pool',
        'replicas: 2, virtualMachineTemplate: { spec: { template: { spec: { domain: {} } } } }',
      ),
      object('kubevirt.io/v1', 'VirtualMachineInstance', 'instance', 'domain: {}'),
      each(
        { not: 'notkubevirt.io/v1', below: 'x.kubevirt.io/v1', longer: 'kubevirt.io.example/v1' },
        (name, api) => machine(`group-${name}`, { api }),
      ),
      machine('clone', { kind: 'VirtualMachineClone' }),
    ),
  },
  'systems by their names': {
    'systems.yaml': docs(
      number(
        `windows.2k22 Windows fedora rhel.9 centos.stream9 ubuntu debian alpine cirros sles opensuse.leap oraclelinux
         rocky almalinux linux my-fedora my-windows darwin freebsd`,
        (name, text) => machine(name, { spec: `preference: { name: ${text} }, ` }),
      ),
      machine('mark', { meta: 'annotations: { vm.kubevirt.io/os: fedora }, ' }),
      machine('mark-of-template', {
        ofTemplate: 'metadata: { annotations: { vm.kubevirt.io/os: windows10 } }, ',
      }),
      machine('help', { domain: 'features: { hyperv: {} }' }),
      machine('help-for-linux', {
        domain: 'features: { hyperv: {} }',
        spec: 'preference: { name: fedora }, ',
      }),
    ),
  },
  'what machines have': {
    'hardware.yaml': docs(
      each(
        {
          guest: 'memory: { guest: 2Gi }',
          limit: 'resources: { limits: { memory: 3Gi } }',
          request: 'resources: { requests: { memory: 4Gi } }',
          all: 'memory: { guest: 2Gi }, resources: { limits: { memory: 3Gi }, requests: { memory: 4Gi } }',
          zero: 'memory: { guest: 0 }',
          much: 'memory: { guest: much }',
          decimal: 'memory: { guest: 1G }',
          vmx: 'cpu: { features: [{ name: vmx, policy: require }] }',
          svm: 'cpu: { features: [{ name: svm, policy: require }] }',
          avx: 'cpu: { features: [{ name: avx, policy: require }] }',
          nearly: 'cpu: { features: [{ name: vmxx, policy: require }] }',
          'nearly-too': 'cpu: { features: [{ name: xsvm, policy: require }] }',
          'no-policy': 'cpu: { features: [{ name: vmx }] }',
          second: 'cpu: { features: [{ name: avx, policy: require }, { name: vmx, policy: require }] }',
          gpu: 'devices: { gpus: [{ name: a }] }',
          'no-gpu': 'devices: { gpus: [] }',
          device: 'devices: { hostDevices: [{ name: a }] }',
          card: 'devices: { interfaces: [{ name: a, bridge: {} }, { name: b, sriov: {} }] }',
          address: 'devices: { interfaces: [{ name: a }, { name: b, macAddress: "02:00:00:00:00:01" }] }',
          identity: 'firmware: { serial: x }, devices: { interfaces: [{ macAddress: "02:00:00:00:00:01" }] }',
          'half-identity': 'firmware: { uuid: x }',
          'real-time': 'cpu: { realtime: {} }',
          own: 'cpu: { dedicatedCpuPlacement: true }',
          'own-yes': 'cpu: { dedicatedCpuPlacement: "yes" }',
          'not-own': 'cpu: { dedicatedCpuPlacement: false }',
          sealed: 'launchSecurity: { sev: {} }',
        },
        (name, domain) => machine(name, { domain }),
      ),
    ),
  },
  disks: {
    'disks.yaml': docs(
      each(
        {
          container: '{ name: a, containerDisk: {} }',
          init: '{ name: a, cloudInitNoCloud: {} }',
          empty: '{ name: a, emptyDisk: {} }',
          ephemeral: '{ name: a, ephemeral: {} }',
          settings:
            '{ configMap: {} }, { secret: {} }, { serviceAccount: {} }, { downwardMetrics: {} }, { sysprep: {} }',
          claim: '{ name: a, containerDisk: {} }, { name: b, persistentVolumeClaim: {} }',
          data: '{ name: a, dataVolume: {} }',
          nearly: '{ name: a, containerDisks: {} }',
          'nearly-too': '{ name: a, myephemeral: {} }',
          none: '',
        },
        (name, text) => machine(`volume-${name}`, { more: `, volumes: [${text}]` }),
      ),
      number(
        'disk:virtio disk:scsi disk:sata disk:usb lun:scsi lun:sata cdrom:sata disk:satax disk:xusb disk:xvirtio disk:scsix',
        (name, text) => {
          const [key = '', bus = ''] = text.split(':');
          return machine(`bus-${name}`, { domain: `devices: { disks: [{ ${key}: { bus: ${bus} } }] }` });
        },
      ),
      machine('bus-none', { domain: 'devices: { disks: [{ disk: {} }] }' }),
      machine('bus-mixed', {
        domain: 'devices: { disks: [{ disk: { bus: virtio } }, { disk: { bus: sata } }] }',
      }),
    ),
  },
};
