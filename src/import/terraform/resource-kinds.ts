import type { Claims } from '../inference-rule.ts';

/** What a type of resource is to placement. */
export type TerraformSort =
  /** A virtual machine. */
  | 'machine'
  /** Machines made from one template, as many as are needed. */
  | 'group'
  /** Code that the provider runs when it is called. */
  | 'function'
  /** One or more containers that the provider runs. */
  | 'container'
  /** A Kubernetes that the provider runs, or nodes of one. */
  | 'cluster'
  /** A store, broker or the like that the provider runs. */
  | 'managed-store'
  /** What others are made from, or what belongs to them. */
  | 'part'
  /** Objects of Kubernetes. */
  | 'kubernetes';

/** What is known of types of resources. */
export interface ResourceKind {
  readonly type: RegExp;
  readonly is: TerraformSort;
  /** The family of systems, where the type says it. */
  readonly family?: 'linux' | 'windows';
  /** What it says of the site. */
  readonly site?: Claims;
  readonly source: string;
}

const cloud: Claims = { 'site.hosting': ['public-cloud'], 'site.vms': ['cloud'] };
const other: Claims = { 'site.vms': ['other-hypervisor'] };
const service: Claims = { 'site.hosting': ['public-cloud'], 'site.containers': ['managed-service'] };
const kubernetes: Claims = {
  'site.hosting': ['public-cloud'],
  'site.containers': ['managed-kubernetes'],
};
const hosting: Claims = { 'site.hosting': ['public-cloud'] };

const registry = 'https://registry.terraform.io/providers/';
const aws = `${registry}hashicorp/aws/latest/docs`;
const google = `${registry}hashicorp/google/latest/docs`;
const azure = `${registry}hashicorp/azurerm/latest/docs`;

/** The first that fits counts. */
const kinds: readonly ResourceKind[] = [
  {
    type: /^aws_(instance|spot_instance_request|lightsail_instance)$/,
    is: 'machine',
    site: cloud,
    source: aws,
  },
  { type: /^aws_autoscaling_group$/, is: 'group', site: cloud, source: aws },
  { type: /^aws_launch_(template|configuration)$|^aws_ecs_service$/, is: 'part', source: aws },
  { type: /^aws_lambda_function$/, is: 'function', site: hosting, source: aws },
  { type: /^aws_ecs_task_definition$/, is: 'container', site: service, source: aws },
  { type: /^aws_eks_(cluster|node_group|fargate_profile)$/, is: 'cluster', site: kubernetes, source: aws },
  {
    type: /^aws_(db_instance|rds_cluster|rds_cluster_instance|dynamodb_table|elasticache_\w+|memorydb_cluster|redshift_cluster|docdb_cluster|neptune_cluster|msk_cluster|mq_broker|opensearch_domain|elasticsearch_domain|sqs_queue)$/,
    is: 'managed-store',
    source: aws,
  },
  { type: /^google_compute_instance(_from_template)?$/, is: 'machine', site: cloud, source: google },
  { type: /^google_compute_(region_)?instance_group_manager$/, is: 'group', site: cloud, source: google },
  { type: /^google_compute_(region_)?(instance_template|autoscaler)$/, is: 'part', source: google },
  { type: /^google_cloudfunctions2?_function$/, is: 'function', site: hosting, source: google },
  { type: /^google_cloud_run_(v2_)?(service|job)$/, is: 'container', site: service, source: google },
  { type: /^google_container_(cluster|node_pool)$/, is: 'cluster', site: kubernetes, source: google },
  {
    type: /^google_(sql_database_instance|spanner_instance|redis_\w+|memorystore_\w+|bigtable_instance|alloydb_cluster|pubsub_topic|firestore_database)$/,
    is: 'managed-store',
    source: google,
  },
  { type: /^azurerm_linux_virtual_machine$/, is: 'machine', family: 'linux', site: cloud, source: azure },
  { type: /^azurerm_windows_virtual_machine$/, is: 'machine', family: 'windows', site: cloud, source: azure },
  { type: /^azurerm_virtual_machine$/, is: 'machine', site: cloud, source: azure },
  {
    type: /^azurerm_linux_virtual_machine_scale_set$/,
    is: 'group',
    family: 'linux',
    site: cloud,
    source: azure,
  },
  {
    type: /^azurerm_windows_virtual_machine_scale_set$/,
    is: 'group',
    family: 'windows',
    site: cloud,
    source: azure,
  },
  {
    type: /^azurerm_(orchestrated_)?virtual_machine_scale_set$/,
    is: 'group',
    site: cloud,
    source: azure,
  },
  {
    type: /^azurerm_(linux|windows)?_?function_app(_flex_consumption)?$/,
    is: 'function',
    site: hosting,
    source: azure,
  },
  { type: /^azurerm_container_(app|app_job|group)$/, is: 'container', site: service, source: azure },
  {
    type: /^azurerm_kubernetes_cluster(_node_pool)?$/,
    is: 'cluster',
    site: kubernetes,
    source: azure,
  },
  {
    type: /^azurerm_(mssql_\w+|postgresql_\w*server|mysql_\w*server|cosmosdb_account|redis_cache|managed_redis|servicebus_namespace|eventhub_namespace)$/,
    is: 'managed-store',
    source: azure,
  },
  {
    type: /^(digitalocean_droplet|hcloud_server|linode_instance|vultr_instance|scaleway_instance_server|exoscale_compute_instance|upcloud_server|oci_core_instance|ibm_is_instance|alicloud_instance|ovh_cloud_project_instance)$/,
    is: 'machine',
    site: cloud,
    source: registry,
  },
  {
    type: /^(digitalocean|linode|vultr|scaleway|exoscale|oci|ibm|alicloud|ovh)_\w*(kubernetes|k8s|lke|sks|containerengine)_?(cluster|\w*pool)?$/,
    is: 'cluster',
    site: kubernetes,
    source: registry,
  },
  {
    type: /^vsphere_virtual_machine$/,
    is: 'machine',
    site: { 'site.vms': ['vsphere'] },
    source: `${registry}vmware/vsphere/latest/docs`,
  },
  {
    type: /^(proxmox_vm_qemu|proxmox_virtual_environment_vm|libvirt_domain|openstack_compute_instance_v2|nutanix_virtual_machine(_v2)?|xenorchestra_vm|harvester_virtualmachine)$/,
    is: 'machine',
    site: other,
    source: registry,
  },
  {
    type: /^kubernetes_(deployment|stateful_set|daemonset|daemon_set|job|cron_job|pod|replication_controller|manifest)(_v1|_v1beta1)?$|^kubectl_manifest$|^helm_release$/,
    is: 'kubernetes',
    source: registry,
  },
];

/** What a type of resource is; undefined where it has nothing to do with placement. */
export function findResourceKind(type: string): ResourceKind | undefined {
  return kinds.find((kind) => kind.type.test(type));
}
