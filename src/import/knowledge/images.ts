import type { Claims } from '../inference-rule.ts';
import type { ImageName } from './image-name.ts';

/** What an image is known to hold, and where that stands. */
export interface ImageEntry {
  /**
   * The last part of the image's name, whole, or the last two; `/docker` is one of Docker's own library.
   * Each of several names that one program goes by.
   */
  readonly names: readonly string[];
  readonly is: ImageSort;
  readonly source: string;
}

/** What a program in an image is, as far as its place is concerned. */
export type ImageSort =
  /** A language or a distribution, for programs of one's own. */
  | 'base'
  /** A store that one instance owns, or that copies its data if it is set up so. */
  | 'store'
  /** A program that mostly keeps data beside it, though it can be set up to keep all of it elsewhere. */
  | 'keeps-data'
  /** A store that is one or the other. */
  | 'store-or-cluster'
  | 'cluster'
  /** A cache that may be a store. */
  | 'cache-or-store'
  | 'cache'
  | 'stateless'
  | 'node-agent'
  /** Looks after the containers of its own host, by its engine. */
  | 'engine-panel'
  | 'starts-containers'
  | 'builds-images'
  | 'starts-machines'
  | 'desktop'
  /** A store that is paid for by cores. */
  | 'licensed-store'
  /** A search engine that wants more memory maps than a kernel allows by itself. */
  | 'memory-mapped-store'
  | 'static-server';

const hub = (name: string): string => `https://hub.docker.com/_/${name}`;
const entry = (names: string, is: ImageSort, source: string): ImageEntry => ({
  names: names.split(' '),
  is,
  source,
});

/** What is known of images. Each row is a fact that its source states of the program, not a guess by name. */
export const imageEntries: readonly ImageEntry[] = [
  entry('alpine', 'base', hub('alpine')),
  entry('debian', 'base', hub('debian')),
  entry('ubuntu', 'base', hub('ubuntu')),
  entry('fedora', 'base', hub('fedora')),
  entry('almalinux', 'base', hub('almalinux')),
  entry('rockylinux', 'base', hub('rockylinux')),
  entry('busybox', 'base', hub('busybox')),
  entry('amazonlinux', 'base', hub('amazonlinux')),
  entry('oraclelinux', 'base', hub('oraclelinux')),
  entry('buildpack-deps', 'base', hub('buildpack-deps')),
  entry('node', 'base', hub('node')),
  entry('python', 'base', hub('python')),
  entry('golang', 'base', hub('golang')),
  entry('openjdk eclipse-temurin amazoncorretto', 'base', hub('eclipse-temurin')),
  entry('ruby', 'base', hub('ruby')),
  entry('php', 'base', hub('php')),
  entry('perl', 'base', hub('perl')),
  entry('rust', 'base', hub('rust')),
  entry('gcc', 'base', hub('gcc')),
  entry('maven', 'base', hub('maven')),
  entry('gradle', 'base', hub('gradle')),
  entry('tomcat', 'base', hub('tomcat')),

  entry('postgres postgresql', 'store', 'https://www.postgresql.org/docs/current/high-availability.html'),
  entry('postgis', 'store', 'https://postgis.net/documentation/'),
  entry('timescaledb', 'store', 'https://docs.timescale.com/self-hosted/latest/'),
  entry('pgvector', 'store', 'https://github.com/pgvector/pgvector'),
  entry('mysql mysql-server', 'store', 'https://dev.mysql.com/doc/refman/8.4/en/replication.html'),
  entry('mariadb', 'store', 'https://mariadb.com/kb/en/standard-replication/'),
  entry('percona percona-server', 'store', hub('percona')),
  entry('influxdb', 'store', hub('influxdb')),
  entry('neo4j', 'store', hub('neo4j')),
  entry('arangodb', 'store', hub('arangodb')),
  entry('couchdb', 'store', hub('couchdb')),
  entry('orientdb', 'store', hub('orientdb')),
  entry('registry', 'keeps-data', 'https://distribution.github.io/distribution/storage-drivers/'),
  entry('nexus3 nexus', 'keeps-data', 'https://help.sonatype.com/en/storage-guide.html'),
  entry('gitea forgejo gogs', 'keeps-data', 'https://docs.gitea.com/administration/backup-and-restore'),
  entry('gitlab-ce gitlab-ee', 'keeps-data', 'https://docs.gitlab.com/install/docker/'),
  entry('jenkins', 'keeps-data', 'https://www.jenkins.io/doc/book/system-administration/backing-up/'),
  entry(
    'nextcloud owncloud',
    'keeps-data',
    'https://docs.nextcloud.com/server/latest/admin_manual/maintenance/backup.html',
  ),
  entry('wordpress', 'keeps-data', hub('wordpress')),
  entry('drupal', 'keeps-data', hub('drupal')),
  entry('joomla', 'keeps-data', hub('joomla')),
  entry('ghost', 'keeps-data', hub('ghost')),
  entry('mediawiki', 'keeps-data', hub('mediawiki')),
  entry('redmine', 'keeps-data', hub('redmine')),
  entry('odoo', 'keeps-data', hub('odoo')),
  entry('teamspeak', 'keeps-data', hub('teamspeak')),
  entry('xwiki', 'keeps-data', hub('xwiki')),
  entry('prometheus', 'keeps-data', 'https://prometheus.io/docs/prometheus/latest/storage/'),
  entry(
    'grafana grafana-oss',
    'keeps-data',
    'https://grafana.com/docs/grafana/latest/administration/back-up-grafana/',
  ),
  entry('vaultwarden', 'keeps-data', 'https://github.com/dani-garcia/vaultwarden/wiki/Backing-up-your-vault'),
  entry('mosquitto eclipse-mosquitto', 'keeps-data', hub('eclipse-mosquitto')),
  entry('openldap', 'store', 'https://www.openldap.org/doc/admin26/replication.html'),
  entry('minio', 'store-or-cluster', 'https://min.io/docs/minio/linux/operations/installation.html'),
  entry(
    'mssql-server mssql/server',
    'licensed-store',
    'https://learn.microsoft.com/sql/linux/quickstart-install-connect-docker',
  ),
  entry('mongo mongodb', 'store-or-cluster', hub('mongo')),
  entry(
    'elasticsearch',
    'memory-mapped-store',
    'https://www.elastic.co/docs/deploy-manage/deploy/self-managed/vm-max-map-count',
  ),
  entry(
    'opensearch',
    'memory-mapped-store',
    'https://docs.opensearch.org/latest/install-and-configure/install-opensearch/index/',
  ),
  entry(
    'sonarqube',
    'memory-mapped-store',
    'https://docs.sonarsource.com/sonarqube-server/latest/setup-and-upgrade/pre-installation/linux/',
  ),
  entry('clickhouse clickhouse-server', 'store-or-cluster', hub('clickhouse')),
  entry('rabbitmq', 'store-or-cluster', 'https://www.rabbitmq.com/docs/clustering'),
  entry('nats', 'store-or-cluster', 'https://docs.nats.io/nats-concepts/jetstream'),
  entry('kafka cp-kafka', 'store-or-cluster', 'https://kafka.apache.org/documentation/#replication'),
  entry('solr', 'store-or-cluster', hub('solr')),
  entry('couchbase', 'store-or-cluster', hub('couchbase')),
  entry('rethinkdb', 'store-or-cluster', hub('rethinkdb')),
  entry('crate', 'store-or-cluster', hub('crate')),
  entry('cassandra', 'cluster', hub('cassandra')),
  entry('scylla', 'cluster', 'https://docs.scylladb.com/stable/architecture/'),
  entry('cockroach', 'cluster', 'https://www.cockroachlabs.com/docs/stable/architecture/replication-layer'),
  entry('etcd', 'cluster', 'https://etcd.io/docs/latest/faq/'),
  entry('zookeeper', 'cluster', 'https://zookeeper.apache.org/doc/current/zookeeperAdmin.html'),
  entry('consul', 'cluster', 'https://developer.hashicorp.com/consul/docs/architecture'),
  entry('redis redis-stack keydb dragonfly', 'cache-or-store', hub('redis')),
  entry('valkey', 'cache-or-store', 'https://valkey.io/topics/persistence/'),
  entry('memcached', 'cache', hub('memcached')),
  entry('varnish', 'cache', hub('varnish')),
  entry('nginx', 'stateless', hub('nginx')),
  entry('httpd', 'stateless', hub('httpd')),
  entry('haproxy', 'stateless', hub('haproxy')),
  entry('caddy', 'stateless', hub('caddy')),
  entry('envoy', 'stateless', 'https://www.envoyproxy.io/docs/envoy/latest/intro/what_is_envoy'),
  entry('kong', 'stateless', hub('kong')),
  entry('adminer', 'stateless', hub('adminer')),
  entry('phpmyadmin', 'stateless', hub('phpmyadmin')),
  entry('mongo-express', 'stateless', hub('mongo-express')),
  entry('kibana', 'stateless', hub('kibana')),
  entry('mailhog mailpit', 'stateless', 'https://mailpit.axllent.org/docs/'),
  entry('whoami', 'stateless', 'https://github.com/traefik/whoami'),
  entry('hello-world', 'stateless', hub('hello-world')),
  entry('oauth2-proxy', 'stateless', 'https://oauth2-proxy.github.io/oauth2-proxy/'),

  entry(
    'portainer portainer-ce portainer-ee',
    'engine-panel',
    'https://docs.portainer.io/start/install-ce/server/docker',
  ),
  entry('traefik', 'engine-panel', 'https://doc.traefik.io/traefik/providers/docker/'),
  entry('watchtower', 'engine-panel', 'https://containrrr.dev/watchtower/'),
  entry('dozzle', 'engine-panel', 'https://dozzle.dev/guide/what-is-dozzle'),
  entry(
    'docker-gen nginx-proxy acme-companion',
    'engine-panel',
    'https://github.com/nginx-proxy/nginx-proxy',
  ),
  entry('autoheal', 'engine-panel', 'https://github.com/willfarrell/docker-autoheal'),
  entry('docker-socket-proxy', 'engine-panel', 'https://github.com/Tecnativa/docker-socket-proxy'),
  entry('gethomepage/homepage', 'engine-panel', 'https://gethomepage.dev/configs/docker/'),
  entry('node-exporter node_exporter', 'node-agent', 'https://github.com/prometheus/node_exporter'),
  entry('cadvisor', 'node-agent', 'https://github.com/google/cadvisor'),
  entry('fluentd', 'node-agent', 'https://docs.fluentd.org/container-deployment'),
  entry('fluent-bit', 'node-agent', 'https://docs.fluentbit.io/manual/installation/kubernetes'),
  entry(
    'filebeat metricbeat',
    'node-agent',
    'https://www.elastic.co/docs/reference/beats/filebeat/running-on-docker',
  ),
  entry('promtail', 'node-agent', 'https://grafana.com/docs/loki/latest/send-data/promtail/'),
  entry('netdata', 'node-agent', 'https://learn.netdata.cloud/docs/netdata-agent/installation/docker'),
  entry('datadog/agent', 'node-agent', 'https://docs.datadoghq.com/containers/docker/'),
  entry('falco', 'node-agent', 'https://falco.org/docs/setup/container/'),
  entry('glances', 'node-agent', 'https://glances.readthedocs.io/en/latest/docker.html'),
  entry('gitlab-runner', 'starts-containers', 'https://docs.gitlab.com/runner/install/docker/'),
  entry('act_runner', 'starts-containers', 'https://docs.gitea.com/usage/actions/act-runner'),
  entry('drone-runner-docker', 'starts-containers', 'https://docs.drone.io/runner/docker/overview/'),
  entry('/docker', 'starts-containers', hub('docker')),
  entry('buildkit', 'builds-images', 'https://github.com/moby/buildkit/blob/master/docs/rootless.md'),
  entry('kaniko-project/executor', 'builds-images', 'https://github.com/GoogleContainerTools/kaniko'),
  entry('buildah', 'builds-images', 'https://github.com/containers/buildah'),
  entry('docker-android', 'starts-machines', 'https://github.com/budtmo/docker-android'),
  entry('docker-osx', 'starts-machines', 'https://github.com/sickcodes/Docker-OSX'),
  entry('webtop', 'desktop', 'https://docs.linuxserver.io/images/docker-webtop/'),
  entry('ubuntu-desktop-lxde-vnc', 'desktop', 'https://github.com/fcwu/docker-ubuntu-vnc-desktop'),
  entry('guacamole', 'stateless', 'https://guacamole.apache.org/doc/gug/guacamole-docker.html'),
];

/** What a store says of state: what is certain, and what is likely. */
export const stateOf: Readonly<
  Partial<Record<ImageSort, { readonly proves?: readonly string[]; readonly suggests?: readonly string[] }>>
> = {
  store: { proves: ['one-writer', 'self-replicating'], suggests: ['one-writer'] },
  'licensed-store': { proves: ['one-writer', 'self-replicating'], suggests: ['one-writer'] },
  'keeps-data': { suggests: ['one-writer'] },
  'store-or-cluster': { proves: ['rebuildable', 'one-writer', 'self-replicating'] },
  'memory-mapped-store': { proves: ['rebuildable', 'one-writer', 'self-replicating'] },
  cluster: { proves: ['rebuildable', 'one-writer', 'self-replicating'], suggests: ['self-replicating'] },
};

/** What an image sort says of facts beside state. */
export const claimsOf: Readonly<Partial<Record<ImageSort, Claims>>> = {
  'node-agent': { 'os.host-access': ['node-agent'], 'os.runs-containers': ['no'] },
  'engine-panel': { 'os.host-access': ['node-agent'], 'os.runs-containers': ['no'] },
  'starts-containers': { 'os.runs-containers': ['docker-daemon'] },
  'builds-images': { 'os.runs-containers': ['rootless-builds'] },
  'starts-machines': { 'os.runs-vms': ['yes'] },
  desktop: { 'os.desktop': ['yes'] },
  'memory-mapped-store': { 'os.kernel-tuning': ['node-wide'] },
  'licensed-store': { 'package.licence': ['per-host-core'] },
};

/** Where the first entry stands that has a name. */
const positions: ReadonlyMap<string, number> = new Map(
  imageEntries
    .flatMap(({ names }, position) => names.map((name): [string, number] => [name, position]))
    .reverse(),
);

/** What is known of an image; null where nothing is. */
export function findImageEntry({ owner, name }: ImageName): ImageEntry | null {
  const last = owner === 'library' ? '' : (owner.split('/').pop() ?? '').toLowerCase();
  const found = [name, `${last}/${name}`].map((each) => positions.get(each) ?? Infinity);
  return imageEntries[Math.min(...found)] ?? null;
}
