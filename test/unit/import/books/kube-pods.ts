import { type Book, each, number } from './book.ts';
import { docs, object, pods } from './kube-objects.ts';

const mount = (more = ''): string => `volumeMounts: [{ name: v, mountPath: /v${more} }], `;
const holding = (name: string, volume: string): string =>
  pods(name, { pod: `volumes: [{ name: v, ${volume} }], `, container: mount() });
const claim = (name: string, spec: string): string => object('v1', 'PersistentVolumeClaim', name, spec);
const folders = {
  folder: 'path: /srv/data, type: Directory',
  'no-type': 'path: /srv/data',
  made: 'path: /srv/data, type: DirectoryOrCreate',
  file: 'path: /srv/data, type: File',
  'file-made': 'path: /srv/data, type: FileOrCreate',
  socket: 'path: /srv/data, type: Socket',
  character: 'path: /srv/data, type: CharDevice',
  block: 'path: /srv/data, type: BlockDevice',
  drive: 'path: "C:/data"',
  relative: 'path: data',
  system: 'path: /etc',
  'no-path': 'type: Directory',
};
const ofContainer = {
  user: 'runAsUser: 7',
  root: 'runAsUser: 0',
  named: 'runAsUser: shop',
  'no-number': 'runAsUser: 7x',
  'nor-this': 'runAsUser: x7',
  'not-root': 'runAsNonRoot: true',
  'may-be-root': 'runAsNonRoot: false',
  both: 'runAsUser: 0, runAsNonRoot: true',
  'read-only': 'readOnlyRootFilesystem: true',
  writable: 'readOnlyRootFilesystem: false',
  extra: 'capabilities: { add: [SYS_ADMIN] }',
  usual: 'capabilities: { add: [CHOWN] }',
  'no-more': 'allowPrivilegeEscalation: false',
  more: 'allowPrivilegeEscalation: true',
  'armour-off': 'appArmorProfile: { type: Unconfined }',
  armour: 'appArmorProfile: { type: RuntimeDefault }',
  privileged: 'privileged: true',
  unprivileged: 'privileged: false',
  'host-process': 'windowsOptions: { hostProcess: true }',
  account: 'windowsOptions: { gmsaCredentialSpec: x }',
  'account-by-name': 'windowsOptions: { gmsaCredentialSpecName: x }',
  'windows-user': 'windowsOptions: { runAsUserName: x }',
};
const ofPod = {
  'pod-user': 'securityContext: { runAsUser: 7 }, ',
  'pod-root': 'securityContext: { runAsUser: 0 }, ',
  'pod-filter': 'securityContext: { seccompProfile: { type: RuntimeDefault } }, ',
  'pod-host-process': 'securityContext: { windowsOptions: { hostProcess: true } }, ',
  'pod-account': 'securityContext: { windowsOptions: { gmsaCredentialSpecName: x } }, ',
  'pod-settings': 'securityContext: { sysctls: [{ name: net.core.somaxconn, value: "1" }] }, ',
  'own-users': 'hostUsers: false, ',
  'host-users': 'hostUsers: true, ',
  'some-users': 'hostUsers: maybe, ',
  processes: 'hostPID: true, ',
  'no-processes': 'hostPID: false, ',
  messages: 'hostIPC: true, ',
  shared: 'shareProcessNamespace: true, ',
  'not-shared': 'shareProcessNamespace: false, ',
};
const shop = '{ name: shop, image: "town/shop:1" }';
const run = (name: string, keys: string): string =>
  pods(name, { containers: `{ name: shop, image: "town/shop:1", ${keys} }` });
const beside = (name: string, other: string): string => pods(name, { containers: `${shop}, { ${other} }` });
const before = (name: string, other: string, own = ''): string =>
  pods(name, { container: own, pod: `initContainers: [{ ${other} }], ` });
const secured = (text: string): string => `securityContext: { ${text} }, `;
const resources = (name: string, text: string): string =>
  pods(name, { container: `resources: { ${text} }, ` });

/** What pods hold and are given, and what is nearly the same. */
export const kubePods: Book = {
  'volumes by their source': {
    'volumes.yaml': docs(
      number(
        `nfs cephfs rbd iscsi fc glusterfs cinder flocker quobyte scaleIO storageos portworxVolume photonPersistentDisk
         flexVolume awsElasticBlockStore gcePersistentDisk azureDisk azureFile vsphereVolume emptyDir configMap secret
         projected downwardAPI image ephemeral gitRepo`,
        (name, kind) => holding(name, `${kind}: {}`),
      ),
    ),
  },
  'volumes by their driver': {
    'drivers.yaml': docs(
      number(
        `file.csi.azure.com blob.csi.azure.com smb.csi.k8s.io nfs.csi.k8s.io gcsfuse.csi.storage.gke.io efs.csi.aws.com
         secrets-store.csi.k8s.io xfile.csi.azure.com file.csi.azure.com.example x-nfs.csi.k8s.io
         nfs.csi.k8s.io.example my-efs.csi.aws.com efs.csi.aws.com.example`,
        (name, driver) => holding(name, `csi: { driver: ${driver} }`),
      ),
      holding('not-csi', 'flexible: { driver: nfs.csi.k8s.io }'),
    ),
  },
  'folders of a node': {
    'folders.yaml': docs(
      each(folders, (name, text) => holding(name, `hostPath: { ${text} }`)),
      holding('not-of-host', 'emptyDir: { path: /srv/data }'),
    ),
  },
  'claims, and what is only read': {
    'claims.yaml': docs(
      each(
        {
          claim: 'persistentVolumeClaim: { claimName: data }',
          'no-name': 'persistentVolumeClaim: {}',
          reading: 'persistentVolumeClaim: { claimName: reading }',
          both: 'persistentVolumeClaim: { claimName: both }',
          lost: 'persistentVolumeClaim: { claimName: lost }',
          'read-only': 'nfs: { readOnly: true }',
          'not-read-only': 'nfs: { readOnly: false }',
        },
        holding,
      ),
      claim('data', 'accessModes: [], storageClassName: fast, resources: { requests: { storage: 1Gi } }'),
      claim('reading', 'accessModes: [ReadOnlyMany], storageClassName: fast'),
      claim('both', 'accessModes: [ReadOnlyMany, ReadWriteMany], resources: { requests: { storage: 1Gi } }'),
      pods('unmounted', { pod: 'volumes: [{ name: v, nfs: {} }], ' }),
      pods('read-mount', { pod: 'volumes: [{ name: v, nfs: {} }], ', container: mount(', readOnly: true') }),
      pods('device', {
        pod: 'volumes: [{ name: v, persistentVolumeClaim: { claimName: data } }], ',
        container: 'volumeDevices: [{ name: v }], ',
      }),
      pods('twice', {
        pod: 'volumes: [{ name: v, nfs: {} }], ',
        container: 'volumeMounts: [{ name: v, readOnly: true }, { name: v }], ',
      }),
      pods('nameless', { pod: 'volumes: [{ nfs: {} }], ', container: 'volumeMounts: [{ mountPath: /a }], ' }),
      pods('templates', {
        kind: 'StatefulSet',
        spec: 'volumeClaimTemplates: [{ metadata: { name: v }, spec: { storageClassName: fast, resources: { requests: { storage: 1Gi } } } }, { metadata: { name: unused } }, { spec: {} }], ',
        container: mount(),
      }),
      pods('templates-read', {
        kind: 'StatefulSet',
        spec: 'volumeClaimTemplates: [{ metadata: { name: v } }], ',
        container: mount(', readOnly: true'),
      }),
    ),
  },
  rights: {
    'rights.yaml': docs(
      each(ofContainer, (name, text) => pods(name, { container: secured(text) })),
      number('ALL all CAP_ALL ALLOW X_ALL NET_RAW', (name, text) =>
        pods(`drop-${name}`, { container: secured(`capabilities: { drop: [${text}] }`) }),
      ),
      number(
        'RuntimeDefault Localhost Unconfined unconfined Unconfined2 XUnconfined RuntimeDefaults LocalRuntimeDefault',
        (name, type) => pods(`filter-${name}`, { container: secured(`seccompProfile: { type: ${type} }`) }),
      ),
      each(ofPod, (name, pod) => pods(name, { pod })),
      pods('own-first', {
        pod: 'securityContext: { runAsUser: 0 }, ',
        container: secured('runAsUser: 7'),
      }),
      ['old-armour', 'other'].map((of) =>
        pods('old-armour', {
          meta: `namespace: ${of}, `,
          podMeta: `annotations: { container.apparmor.security.beta.kubernetes.io/${of}: unconfined }, `,
        }),
      ),
      pods('user-and-none', {
        containers: `{ ${secured('runAsUser: 7')} name: a, image: "town/shop:1" }, { name: b, image: "town/town:1" }`,
      }),
      pods('user-and-root', {
        containers: `{ ${secured('runAsUser: 7')} name: a, image: "town/shop:1" }, { ${secured('runAsUser: 0')} name: b, image: "town/town:1" }`,
      }),
    ),
  },
  'containers beside and before': {
    'containers.yaml': docs(
      each(
        {
          two: 'name: town, image: "town/town:1"',
          'called-so': 'name: called-so, image: nginx',
          exporter: 'name: e, image: "prom/shop-exporter:1"',
          exporters: 'name: e, image: "prom/shop-exporters:1"',
          'exporter-alone': 'name: e, image: "prom/exporter:1"',
          myexporter: 'name: e, image: "prom/myexporter:1"',
          shipper: 'name: l, image: fluent/fluent-bit',
          'no-image-name': 'name: x, image: "a b"',
          'no-image': 'name: x',
        },
        beside,
      ),
      number(
        `istio-proxy istio-init istio-validation linkerd-proxy linkerd-network-validator kuma-sidecar consul-dataplane
         my-istio-proxy istio-proxy-2`,
        (name, other) =>
          beside(`mesh-${name}`, `name: ${other}, image: "mesh/m:1", ${secured('privileged: true')}`),
      ),
      each(
        {
          'mesh-init': `name: istio-init, image: "istio/proxyv2:1", ${secured('runAsUser: 0')}`,
          sidecar: 'name: s, image: "town/s:1", restartPolicy: Always',
          init: 'name: s, image: "town/s:1", restartPolicy: Never',
          'init-privileged': `name: s, image: "town/s:1", ${secured('privileged: true')}`,
          'init-root': `name: s, image: "town/s:1", ${secured('runAsUser: 0')}`,
          'init-user': `name: s, image: "town/s:1", ${secured('runAsUser: 7')}`,
        },
        (name, other) => docs(before(name, other), before(`${name}-user`, other, secured('runAsUser: 7'))),
      ),
      before(
        'root-and-root',
        `name: s, image: "town/s:1", ${secured('runAsUser: 0')}`,
        secured('runAsUser: 0'),
      ),
    ),
  },
  'kernel settings that are made before': {
    'tuning.yaml': docs(
      each(
        {
          vm: 'command: [sysctl, -w, vm.max_map_count=1]',
          net: 'command: [sysctl, -w, net.core.somaxconn=1]',
          shm: 'command: [sh, -c, "echo 1 > /proc/sys/kernel/shmmax"]',
          mqueue: 'command: [sysctl, fs.mqueue.msg_max=1]',
          both: 'command: [sysctl, net.core.somaxconn=1, vm.swappiness=1]',
          file: 'command: [sysctl, -p]',
          not: 'command: [mysysctls, vm.x=1]',
          kernel: 'command: [sysctl, kernel.pid_max=1]',
          files: 'command: [sysctl, fs.file-max=1]',
          args: 'args: [sysctl, -w, vm.swappiness=1]',
          privileged: `command: [sysctl, -p], ${secured('privileged: true')}`,
        },
        (name, text) => before(`tune-${name}`, `name: t, image: busybox, ${text}`),
      ),
    ),
  },
  'what a container is started by, and what is handed to it': {
    'started.yaml': docs(
      each(
        {
          shell: 'command: [sh, -c, serve]',
          'shell-args': 'command: [/bin/bash], args: [-c, serve]',
          script: 'command: [sh, /start.sh]',
          args: 'args: [serve]',
          systemd: 'command: [/sbin/init]',
          'second-init': 'command: [tini, /sbin/init]',
          ready: 'readinessProbe: {}',
          startup: 'startupProbe: {}',
          alive: 'livenessProbe: {}',
          secret: 'env: [{ name: A, valueFrom: { secretKeyRef: { name: s, key: k } } }]',
          config:
            'env: [{ name: A, valueFrom: { configMapKeyRef: { name: s } } }], envFrom: [{ configMapRef: { name: c } }]',
          secrets: 'envFrom: [{ secretRef: { name: s } }]',
        },
        run,
      ),
      each({ mounted: 's', 'not-mounted': 't' }, (name, volume) =>
        pods(name, {
          pod: 'volumes: [{ name: s, secret: {} }, { name: t, emptyDir: {} }], ',
          container: `volumeMounts: [{ name: ${volume} }], `,
        }),
      ),
    ),
  },
  'memory and processors': {
    'bounds.yaml': docs(
      number(
        '512Mi 512M 1000000000 1e9 1E9 1e+9 1000m 1.5Gi 1.Gi 1000000k 1Ti 1G 1T 1P 1E 1Pi 1Ei 1048576Ki much 1Xi -1Gi 1Gib x1Gi',
        (name, size) =>
          resources(`m-${name}`, `limits: { memory: "${size}" }, requests: { memory: "${size}" }`),
      ),
      resources('m-space', 'limits: { memory: " 1Gi " }'),
      each(
        {
          whole: 'limits: { cpu: 2 }',
          equal: 'limits: { cpu: 2 }, requests: { cpu: 2000m }',
          unequal: 'limits: { cpu: 2 }, requests: { cpu: 1 }',
          half: 'limits: { cpu: 500m }',
          'only-asked': 'requests: { cpu: 2 }',
          many: 'limits: { cpu: many }',
        },
        (name, text) => resources(`cpu-${name}`, text),
      ),
      each(
        { both: 'memory: 1Gi, cpu: 1', half: 'memory: 2Gi, cpu: 500m', odd: 'memory: much', none: '' },
        (name, text) =>
          pods(`two-${name}`, {
            containers: `{ name: a, image: "town/a:1", resources: { limits: { memory: 1Gi, cpu: 1 }, requests: { memory: 1Gi } } }, { name: b, image: "town/b:1", resources: { limits: { ${text} }, requests: { ${text} } } }`,
          }),
      ),
      before(
        'before',
        'name: i, image: "town/i:1", resources: { limits: { memory: 9Gi, cpu: 500m } }',
        'resources: { limits: { memory: 1Gi, cpu: 1 } }, ',
      ),
    ),
  },
  'devices by name and by claim': {
    'devices.yaml': docs(
      each(
        {
          gpu: 'limits: { nvidia.com/gpu: 1 }',
          'no-gpu': 'limits: { nvidia.com/gpu: 0 }',
          'asked-gpu': 'requests: { nvidia.com/gpu: 1 }',
          'asked-not-given': 'requests: { nvidia.com/gpu: 1 }, limits: { nvidia.com/gpu: 0 }',
          fuse: 'limits: { github.com/fuse: 1 }',
          huge: 'limits: { hugepages-2Mi: 1Gi }',
          'nearly-huge': 'limits: { my-hugepages-2Mi: 1Gi }',
          unknown: 'limits: { example.com/dongle: 1 }',
        },
        resources,
      ),
      each(
        {
          template: 'resourceClaimTemplateName: gpu',
          claim: 'resourceClaimName: gpu',
          newer: 'resourceClaimName: newer',
          other: 'resourceClaimName: other',
          lost: 'resourceClaimName: lost',
        },
        (name, text) => pods(`claim-${name}`, { pod: `resourceClaims: [{ name: c, ${text} }], ` }),
      ),
      object(
        'resource.k8s.io/v1',
        'ResourceClaimTemplate',
        'gpu',
        'spec: { devices: { requests: [{ deviceClassName: gpu.example.com }] } }',
      ),
      object(
        'resource.k8s.io/v1',
        'ResourceClaim',
        'gpu',
        'devices: { requests: [{ deviceClassName: GPU }] }',
      ),
      object(
        'resource.k8s.io/v1',
        'ResourceClaim',
        'newer',
        'devices: { requests: [{ exactly: { deviceClassName: gpu } }] }',
      ),
      object(
        'resource.k8s.io/v1',
        'ResourceClaim',
        'other',
        'devices: { requests: [{ deviceClassName: nic }] }',
      ),
    ),
  },
};
