/** A kind of object by which an operator is asked to run a store. */
export interface OperatedStore {
  readonly group: string;
  readonly kinds: readonly string[];
  /** The way to the number of its members; `*` is each item of a list, and they are added up. */
  readonly members: readonly string[] | undefined;
  readonly source: string;
}

function store(group: string, kinds: string, members: string | undefined, source: string): OperatedStore {
  return { group, kinds: kinds.split(' '), members: members?.split('.'), source };
}

/** What is known of operators. */
export const operatedStores: readonly OperatedStore[] = [
  store(
    'postgresql.cnpg.io',
    'Cluster',
    'spec.instances',
    'https://cloudnative-pg.io/documentation/current/',
  ),
  store('acid.zalan.do', 'postgresql', 'spec.numberOfInstances', 'https://postgres-operator.readthedocs.io/'),
  store(
    'postgres-operator.crunchydata.com',
    'PostgresCluster',
    'spec.instances.*.replicas',
    'https://access.crunchydata.com/documentation/postgres-operator/latest/',
  ),
  store('stackgres.io', 'SGCluster', 'spec.instances', 'https://stackgres.io/doc/latest/'),
  store(
    'pgv2.percona.com',
    'PerconaPGCluster',
    'spec.instances.*.replicas',
    'https://docs.percona.com/percona-operator-for-postgresql/',
  ),
  store(
    'pxc.percona.com',
    'PerconaXtraDBCluster',
    'spec.pxc.size',
    'https://docs.percona.com/percona-operator-for-mysql/pxc/',
  ),
  store(
    'ps.percona.com',
    'PerconaServerMySQL',
    'spec.mysql.size',
    'https://docs.percona.com/percona-operator-for-mysql/ps/',
  ),
  store(
    'psmdb.percona.com',
    'PerconaServerMongoDB',
    'spec.replsets.*.size',
    'https://docs.percona.com/percona-operator-for-mongodb/',
  ),
  store(
    'mysql.oracle.com',
    'InnoDBCluster',
    'spec.instances',
    'https://dev.mysql.com/doc/mysql-operator/en/',
  ),
  store(
    'mysql.presslabs.org',
    'MysqlCluster',
    'spec.replicas',
    'https://www.bitpoke.io/docs/mysql-operator/',
  ),
  store(
    'k8s.mariadb.com',
    'MariaDB',
    'spec.replicas',
    'https://github.com/mariadb-operator/mariadb-operator',
  ),
  store(
    'mongodbcommunity.mongodb.com',
    'MongoDBCommunity',
    'spec.members',
    'https://github.com/mongodb/mongodb-kubernetes',
  ),
  store(
    'mongodb.com',
    'MongoDB',
    'spec.members',
    'https://www.mongodb.com/docs/kubernetes-operator/current/',
  ),
  store(
    'kafka.strimzi.io',
    'Kafka',
    'spec.kafka.replicas',
    'https://strimzi.io/docs/operators/latest/overview',
  ),
  store(
    'elasticsearch.k8s.elastic.co',
    'Elasticsearch',
    'spec.nodeSets.*.count',
    'https://www.elastic.co/docs/deploy-manage/deploy/cloud-on-k8s',
  ),
  store(
    'opensearch.opster.io',
    'OpenSearchCluster',
    'spec.nodePools.*.replicas',
    'https://docs.opensearch.org/latest/tools/k8s-operator/',
  ),
  store(
    'rabbitmq.com',
    'RabbitmqCluster',
    'spec.replicas',
    'https://www.rabbitmq.com/kubernetes/operator/operator-overview',
  ),
  store(
    'databases.spotahome.com',
    'RedisFailover',
    'spec.redis.replicas',
    'https://github.com/spotahome/redis-operator',
  ),
  store(
    'redis.redis.opstreelabs.in',
    'Redis RedisCluster RedisReplication',
    'spec.clusterSize',
    'https://redis-operator.opstree.dev/',
  ),
  store('planetscale.com', 'VitessCluster', undefined, 'https://github.com/planetscale/vitess-operator'),
  store('ceph.rook.io', 'CephCluster', undefined, 'https://rook.io/docs/rook/latest/'),
  store(
    'cassandra.datastax.com',
    'CassandraDatacenter',
    'spec.size',
    'https://github.com/k8ssandra/cass-operator',
  ),
  store(
    'k8ssandra.io',
    'K8ssandraCluster',
    'spec.cassandra.datacenters.*.size',
    'https://docs.k8ssandra.io/',
  ),
  store(
    'scylla.scylladb.com',
    'ScyllaCluster',
    'spec.datacenter.racks.*.members',
    'https://operator.docs.scylladb.com/',
  ),
  store(
    'crdb.cockroachlabs.com',
    'CrdbCluster',
    'spec.nodes',
    'https://github.com/cockroachdb/cockroach-operator',
  ),
  store(
    'clickhouse.altinity.com',
    'ClickHouseInstallation',
    undefined,
    'https://github.com/Altinity/clickhouse-operator',
  ),
  store(
    'pingcap.com',
    'TidbCluster',
    'spec.tikv.replicas',
    'https://docs.pingcap.com/tidb-in-kubernetes/stable/',
  ),
  store('minio.min.io', 'Tenant', 'spec.pools.*.servers', 'https://github.com/minio/operator'),
  store(
    'zookeeper.pravega.io',
    'ZookeeperCluster',
    'spec.replicas',
    'https://github.com/pravega/zookeeper-operator',
  ),
  store(
    'kubedb.com',
    'Postgres MySQL MariaDB MongoDB Redis Elasticsearch Kafka RabbitMQ',
    'spec.replicas',
    'https://kubedb.com/docs/',
  ),
];

/** The store that an object asks an operator for; null where it is none, or of no operator that is known. */
export function findOperatedStore(group: string, kind: string): OperatedStore | null {
  return operatedStores.find((row) => row.group === group && row.kinds.includes(kind)) ?? null;
}
