import { type Book, each } from './book.ts';
import { docs, node, object, pods } from './kube-objects.ts';

const printed = 'uid: 1, resourceVersion: "2", ';
const store = (name: string, spec: string, meta = ''): string =>
  object('postgresql.cnpg.io/v1', 'Cluster', name, spec, meta);
/** Two stores, the second one printed by a cluster, and what stands beside them. */
const site = (...objects: readonly string[]): { readonly 'site.yaml': string } => ({
  'site.yaml': docs(store('a', ''), store('b', '', `namespace: shop, ${printed}`), ...objects),
});
const sites = (name: string, words: string, make: (word: string) => string): Book =>
  Object.fromEntries(words.split(/\s+/).map((word) => [`${name} ${word}`, site(make(word))]));
const enforcing = (level: string, meta = ''): string =>
  object('v1', 'Namespace', 'shop', '', `${meta}labels: { pod-security.kubernetes.io/enforce: ${level} }, `);
const group = (name: string, spec: string): string =>
  object('psmdb.percona.com/v1', 'PerconaServerMongoDB', name, spec);
const template = (text: string): { readonly 'shop.yaml': string } => ({ 'shop.yaml': text });
const block = `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop }
spec:
  template:
    spec:
      serviceAccountName: shop
      containers: [{ name: shop, image: town/shop, command: [serve] }]
`;

/** What a file says of the site, of stores and accounts, and whether it is a template. */
export const kubeSite: Book = {
  'one node': site(node('one')),
  'two nodes': site(node('one'), node('two', '', 'providerID: "aws:///x"')),
  'three nodes': site(node('one'), node('two'), node('three')),
  'four nodes': site(node('one'), node('two'), node('three'), node('four')),
  'a node that is only asked for': site(
    object('v1', 'Node', 'x', '', 'labels: { eks.amazonaws.com/nodegroup: x }, '),
  ),
  'a node of another group': site(object('example.com/v1', 'Node', 'x', '', printed)),
  ...sites(
    'a label of a node:',
    `eks.amazonaws.com/nodegroup cloud.google.com/gke-nodepool kubernetes.azure.com/cluster kubernetes.azure.com/agentpool
     kubernetes.azure.com/mode kubernetes.azure.com/role doks.digitalocean.com/node-id x.eks.amazonaws.com/nodegroup
     eks.amazonaws.community/x cloud.google.com/tpu x.cloud.google.com/gke-nodepool x.kubernetes.azure.com/mode
     x.doks.digitalocean.com/a`,
    (label) => node('one', `labels: { other: x, ${label}: x }, `),
  ),
  ...sites(
    'a provider:',
    'aws:x gce:x azure:x digitalocean:x linode:x hcloud:x scaleway:x exoscale:x vsphere:x k3s:x rke2:x openstack:x xaws:x awsome:x xvsphere:x xk3s:x',
    (id) => node('one', '', `providerID: "${id}"`),
  ),
  ...sites(
    'a class of storage:',
    `ebs.csi.aws.com ebs.csi.eks.amazonaws.com efs.csi.aws.com kubernetes.io/aws-ebs pd.csi.storage.gke.io
     filestore.csi.storage.gke.io kubernetes.io/gce-pd disk.csi.azure.com file.csi.azure.com kubernetes.io/azure-disk
     kubernetes.io/azure-file csi.vsphere.vmware.com kubernetes.io/vsphere-volume x-ebs.csi.aws.com ebs.csi.aws.com.x
     kubernetes.io/aws-ebsx xkubernetes.io/aws-ebs xpd.csi.storage.gke.io pd.csi.storage.gke.iox xkubernetes.io/gce-pd
     kubernetes.io/gce-pdx xdisk.csi.azure.com disk.csi.azure.comx xkubernetes.io/azure-disk kubernetes.io/azure-diskx
     xcsi.vsphere.vmware.com csi.vsphere.vmware.comx xkubernetes.io/vsphere-volume kubernetes.io/vsphere-volumex`,
    (provisioner) =>
      `{ apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: { name: x }, provisioner: ${provisioner} }`,
  ),
  ...sites(
    'an annotation of an account:',
    `eks.amazonaws.com/role-arn iam.gke.io/gcp-service-account azure.workload.identity/client-id
     eks.amazonaws.com/role-arns xeks.amazonaws.com/role-arn xiam.gke.io/gcp-service-account
     iam.gke.io/gcp-service-accounts x.azure.workload.identity/a`,
    (name) => object('v1', 'ServiceAccount', 'x', '', `annotations: { other: y, ${name}: x }, `),
  ),
  ...sites(
    'an annotation of a service:',
    `cloud.google.com/neg cloud.google.com/backend-config cloud.google.com/load-balancer-type cloud.google.com/negs
     service.beta.kubernetes.io/aws-x service.beta.kubernetes.io/azure-x service.beta.kubernetes.io/do-x
     service.beta.kubernetes.io/oci-x service.beta.kubernetes.io/ovh-x service.beta.kubernetes.io/x
     x.service.beta.kubernetes.io/aws-x`,
    (name) => object('v1', 'Service', 'x', '', `annotations: { ${name}: x }, `),
  ),
  ...sites('a namespace that enforces', 'privileged baseline restricted none', (level) => enforcing(level)),
  'a namespace that a cluster printed': site(enforcing('restricted', printed)),
  'another namespace': site(enforcing('restricted').replace('name: shop', 'name: town')),
  'what a cluster printed': site(
    pods('off', { spec: 'replicas: 0, ', meta: printed }),
    pods('said').replace(/\}$/, ', status: { replicas: 1 } }'),
    pods('empty').replace(/\}$/, ', status: {} }'),
    pods('only-uid', { meta: 'uid: 1, ' }),
    pods('only-version', { meta: 'resourceVersion: "1", ' }),
  ),
  'members of stores, and their backups': {
    'stores.yaml': docs(
      each(
        { one: '1', three: '3', none: '0', odd: 'some', long: '1234567', nearly: '3x', nor: 'x3' },
        (name, count) => store(name, `instances: ${count}`),
      ),
      store('silent', ''),
      each(
        {
          groups: '{ size: 3 }, { size: 2 }',
          alone: '{ size: 1 }',
          none: '',
          half: '{ size: 3 }, { size: x }',
          partly: '{ size: 3 }, {}',
        },
        (name, text) => group(`g-${name}`, `replsets: [${text}]`),
      ),
      store('backed', 'backup: { barmanObjectStore: { a: b } }'),
      store('listed', 'backup: { tasks: [a] }'),
      store('logical', 'enableLogicalBackup: "yes"'),
      store('scheduled', ''),
      object('postgresql.cnpg.io/v1', 'ScheduledBackup', 'b', 'cluster: { name: scheduled }'),
      object(
        'postgresql.cnpg.io/v1',
        'ScheduledBackup',
        'c',
        'cluster: { name: three }',
        'namespace: town, ',
      ),
      object('postgresql.cnpg.io/v1', 'ScheduledBackup', 'd'),
      object('example.com/v1', 'Cluster', 'of-nobody', 'instances: 3'),
      object('postgresql.cnpg.io/v1', 'Pooler', 'pooler', 'instances: 3'),
    ),
  },
  'credentials of an account': {
    'accounts.yaml': docs(
      each(
        {
          refused: 'automountServiceAccountToken: false, ',
          wanted: 'automountServiceAccountToken: true, ',
          'by-account': 'serviceAccountName: quiet, ',
          'by-other': 'serviceAccountName: loud, ',
          lost: 'serviceAccountName: lost, ',
          over: 'serviceAccountName: quiet, automountServiceAccountToken: true, ',
        },
        (name, pod) => pods(name, { pod }),
      ),
      '{ apiVersion: v1, kind: ServiceAccount, metadata: { name: quiet }, automountServiceAccountToken: false }',
      object('v1', 'ServiceAccount', 'loud'),
    ),
  },
  'braces in a name': template(block.replace('name: shop }', 'name: "{{ .Name }}" }')),
  'braces that are read as a map': template(block.replace('town/shop', '{{ .Values.image }}')),
  'braces in a command': template(block.replace('serve', '"{{ text }}"')),
  'a place that is to be filled in': template(block.replace('Name: shop', 'Name: <ACCOUNT>')),
  'a variable': template(block.replace('Name: shop', 'Name: ${{ account }}')),
  'less and more, and no place': template(block.replace('Name: shop', 'Name: "a < b > c"')),
  'a template that cannot be parsed': template('apiVersion: v1\nkind: Pod\n{{- if .x }}\n  bad: [\n'),
  'broken, and no template': template('apiVersion: v1\nkind: Pod\n  bad: [\n'),
  'a template of something else': template('apiVersion: v1\n{{- if .x }}\n  bad: [\n'),
  'braces, and no objects': template('a: [{{ x }}'),
  'a list for Kustomize': { 'kustomization.yaml': 'resources: [a.yaml]' },
  'a list for Kustomize in a folder': { 'base/kustomization.yml': 'resources: [a.yaml]' },
  'a list for Kustomize by its kind': template(
    object('kustomize.config.k8s.io/v1beta1', 'Kustomization', 'x'),
  ),
  'a file that is called nearly so': { 'my-kustomization.yaml': 'resources: [a.yaml]' },
  'another that is called nearly so': { 'kustomization.yaml.txt': 'resources: [a.yaml]' },
  'a Helm chart': { 'Chart.yaml': 'name: shop\nversion: 1' },
  'something that is called like a chart': { 'Chart.yaml': 'name: shop' },
  'a chart that is called otherwise': { 'MyChart.yaml': 'name: shop\nversion: 1' },
  'another chart that is called otherwise': { 'Chart.yaml.txt': 'name: shop\nversion: 1' },
  'stores of every operator, of two members or of two groups of two': {
    'operators.yaml': docs(
      each(
        {
          'postgresql.cnpg.io/Cluster': 'instances: 2',
          'acid.zalan.do/postgresql': 'numberOfInstances: 2',
          'postgres-operator.crunchydata.com/PostgresCluster':
            'instances: [{ replicas: 2 }, { replicas: 2 }]',
          'stackgres.io/SGCluster': 'instances: 2',
          'pgv2.percona.com/PerconaPGCluster': 'instances: [{ replicas: 2 }, { replicas: 2 }]',
          'pxc.percona.com/PerconaXtraDBCluster': 'pxc: { size: 2 }',
          'ps.percona.com/PerconaServerMySQL': 'mysql: { size: 2 }',
          'psmdb.percona.com/PerconaServerMongoDB': 'replsets: [{ size: 2 }, { size: 2 }]',
          'mysql.oracle.com/InnoDBCluster': 'instances: 2',
          'mysql.presslabs.org/MysqlCluster': 'replicas: 2',
          'k8s.mariadb.com/MariaDB': 'replicas: 2',
          'mongodbcommunity.mongodb.com/MongoDBCommunity': 'members: 2',
          'mongodb.com/MongoDB': 'members: 2',
          'kafka.strimzi.io/Kafka': 'kafka: { replicas: 2 }',
          'elasticsearch.k8s.elastic.co/Elasticsearch': 'nodeSets: [{ count: 2 }, { count: 2 }]',
          'opensearch.opster.io/OpenSearchCluster': 'nodePools: [{ replicas: 2 }, { replicas: 2 }]',
          'rabbitmq.com/RabbitmqCluster': 'replicas: 2',
          'databases.spotahome.com/RedisFailover': 'redis: { replicas: 2 }',
          'redis.redis.opstreelabs.in/Redis': 'clusterSize: 2',
          'redis.redis.opstreelabs.in/RedisCluster': 'clusterSize: 2',
          'redis.redis.opstreelabs.in/RedisReplication': 'clusterSize: 2',
          'planetscale.com/VitessCluster': 'replicas: 2',
          'ceph.rook.io/CephCluster': 'replicas: 2',
          'cassandra.datastax.com/CassandraDatacenter': 'size: 2',
          'k8ssandra.io/K8ssandraCluster': 'cassandra: { datacenters: [{ size: 2 }, { size: 2 }] }',
          'scylla.scylladb.com/ScyllaCluster': 'datacenter: { racks: [{ members: 2 }, { members: 2 }] }',
          'crdb.cockroachlabs.com/CrdbCluster': 'nodes: 2',
          'clickhouse.altinity.com/ClickHouseInstallation': 'replicas: 2',
          'pingcap.com/TidbCluster': 'tikv: { replicas: 2 }',
          'minio.min.io/Tenant': 'pools: [{ servers: 2 }, { servers: 2 }]',
          'zookeeper.pravega.io/ZookeeperCluster': 'replicas: 2',
          'kubedb.com/Postgres': 'replicas: 2',
          'kubedb.com/MySQL': 'replicas: 2',
          'kubedb.com/MariaDB': 'replicas: 2',
          'kubedb.com/MongoDB': 'replicas: 2',
          'kubedb.com/Redis': 'replicas: 2',
          'kubedb.com/Elasticsearch': 'replicas: 2',
          'kubedb.com/Kafka': 'replicas: 2',
          'kubedb.com/RabbitMQ': 'replicas: 2',
        },
        (name, spec) => {
          const [api = '', kind = ''] = name.split('/');
          return object(`${api}/v1`, kind, kind.toLowerCase(), spec);
        },
      ),
    ),
  },
};
