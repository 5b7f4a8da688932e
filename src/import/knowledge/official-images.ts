/** Where the list stands, and as of when it was taken. */
export const officialImagesSource = 'https://github.com/docker-library/official-images/tree/master/library';

/** The names of the images that Docker's library keeps up, those that it gave up left out. */
export const officialImages: ReadonlySet<string> = new Set(
  `adminer aerospike almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb archlinux backdrop bash
   bonita buildpack-deps busybox caddy cassandra chronograf cirros clearlinux clefos clickhouse clojure composer
   convertigo couchbase couchdb crate dart debian docker drupal eclipse-mosquitto eclipse-temurin eggdrop
   elasticsearch elixir emqx erlang fedora flink fluentd friendica gazebo gcc geonetwork ghost golang gradle groovy
   haproxy haskell haxe hello-world hitch httpd hylang ibm-semeru-runtimes ibmjava influxdb irssi jetty joomla jruby
   julia kapacitor kibana kong krakend lightstreamer liquibase logstash mageia mariadb matomo maven mediawiki
   memcached mongo mongo-express monica mono mysql nats nats-streaming neo4j neurodebian nextcloud nginx node
   notary odoo open-liberty openjdk oraclelinux orientdb percona perl photon php php-zendserver phpmyadmin plone
   postfixadmin postgres pypy python r-base rabbitmq rakudo-star redis redmine registry rethinkdb rocket.chat
   rockylinux ros ruby rust sapmachine satosa scratch silverpeas solr sonarqube spark spiped storm swift swipl
   teamspeak telegraf tomcat tomee traefik ubuntu unit valkey varnish websphere-liberty wordpress xwiki yourls znc
   zookeeper`.split(/\s+/),
);

/** Those that the library also builds for Windows; all others are for Linux alone. */
export const officialOnWindows: ReadonlySet<string> = new Set(
  `caddy docker eclipse-temurin golang hello-world influxdb julia mongo nats nats-streaming openjdk pypy python
   scratch swift telegraf traefik`.split(/\s+/),
);
