import { type Book, nameAll } from './book.ts';

type Values = Readonly<Record<string, unknown>>;

const resource = (type: string, name: string, values: Values, index?: string | number): string =>
  JSON.stringify({
    address: `${type}.${name}${index === undefined ? '' : `[${JSON.stringify(index)}]`}`,
    mode: 'managed',
    type,
    name,
    index,
    values,
  });
/** A plan of resources, each on its line; what is written of them and what becomes of them behind. */
const plan = (resources: readonly string[], more: Values = {}): { readonly 'plan.json': string } => ({
  'plan.json': `{ "format_version": "1.2", "planned_values": { "root_module": { "resources": [\n${resources.join(',\n')}\n] } }, ${JSON.stringify(more).slice(1, -1) || '"x": 1'} }`,
});
const rows = (type: string, table: Readonly<Record<string, Values>>): string[] =>
  Object.entries(table).map(([name, values]) => resource(type, name, values));
const words = (type: string, text: string, make: (word: string) => Values): string[] =>
  Object.entries(nameAll(text)).map(([name, word]) => resource(type, name, make(word)));
const task = (name: string, containers: unknown, values: Values = {}): string =>
  resource('aws_ecs_task_definition', name, {
    container_definitions: typeof containers === 'string' ? containers : JSON.stringify(containers),
    ...values,
  });
const tasks = (table: Readonly<Record<string, Values>>): string[] =>
  Object.entries(table).map(([name, container]) =>
    task(name, [{ name: 'a', image: 'town/shop:1', ...container }]),
  );
const written = (address: string, expressions: Values): Values => ({ address, expressions });
const refers = (...references: readonly string[]): Values => ({ references });

/** Plans and states of Terraform, each resource nearly another one. */
export const terraform: Book = {
  'types of resources': plan(
    Object.values(
      nameAll(
        `aws_instance aws_spot_instance_request aws_lightsail_instance aws_autoscaling_group aws_launch_template
         aws_launch_configuration aws_ecs_service aws_lambda_function aws_ecs_task_definition aws_eks_cluster aws_eks_node_group
         aws_eks_fargate_profile aws_db_instance aws_rds_cluster aws_dynamodb_table aws_elasticache_cluster aws_sqs_queue
         google_compute_instance google_compute_instance_from_template google_compute_instance_group_manager
         google_compute_region_instance_group_manager google_compute_instance_template google_compute_region_autoscaler
         google_cloudfunctions_function google_cloudfunctions2_function google_cloud_run_service google_cloud_run_v2_service
         google_cloud_run_v2_job google_container_cluster google_container_node_pool google_sql_database_instance google_redis_instance
         azurerm_linux_virtual_machine azurerm_windows_virtual_machine azurerm_virtual_machine azurerm_linux_virtual_machine_scale_set
         azurerm_windows_virtual_machine_scale_set azurerm_virtual_machine_scale_set azurerm_orchestrated_virtual_machine_scale_set
         azurerm_linux_function_app azurerm_windows_function_app azurerm_function_app azurerm_function_app_flex_consumption
         azurerm_container_app azurerm_container_app_job azurerm_container_group azurerm_kubernetes_cluster
         azurerm_kubernetes_cluster_node_pool azurerm_mssql_server azurerm_postgresql_flexible_server azurerm_redis_cache
         digitalocean_droplet hcloud_server linode_instance vultr_instance scaleway_instance_server exoscale_compute_instance
         upcloud_server oci_core_instance ibm_is_instance alicloud_instance ovh_cloud_project_instance
         digitalocean_kubernetes_cluster linode_lke_cluster vultr_kubernetes scaleway_k8s_pool exoscale_sks_cluster
         oci_containerengine_cluster ovh_cloud_project_kube vsphere_virtual_machine proxmox_vm_qemu
         proxmox_virtual_environment_vm libvirt_domain openstack_compute_instance_v2 nutanix_virtual_machine nutanix_virtual_machine_v2
         xenorchestra_vm harvester_virtualmachine kubernetes_deployment kubernetes_deployment_v1 kubernetes_cron_job_v1beta1
         kubectl_manifest helm_release aws_instances xaws_instance aws_autoscaling_groups xvsphere_virtual_machine kubernetes_secret
         azurerm_linux_virtual_machines xgoogle_compute_instance aws_lambda_functions digitalocean_droplets xhcloud_server`,
      ),
    ).map((type) => resource(type, 'a', {})),
  ),
  ...Object.fromEntries(
    Object.values(
      nameAll(
        'aws_db_instance google_container_cluster kubernetes_deployment aws_lambda_function aws_s3_bucket azurerm_kubernetes_cluster',
      ),
    ).map((type) => [
      `nothing but ${type}, and a machine`,
      plan([resource(type, 'a', {}), resource('aws_instance', 'b', {})]),
    ]),
  ),
  'sizes of machines': plan(
    words(
      'aws_instance',
      `mac1.metal mac2-m2.metal m7i.metal m7i.metal-24xl m7i.metalx p4d.24xlarge g5.xlarge f1.2xlarge inf2.xlarge trn1.2xlarge vt1.3xlarge
       dl1.24xlarge xp4d.large a2-highgpu-1g a3-high a4-x a1-x g2-standard-4 ct5lp-hightpu Standard_NC6 standard_nd40 Standard_NV6 Standard_NG8
       Standard_NP10 Standard_N1 xStandard_NC6 m7i.large t3.mac1 pd.x gx.y i4g.large`,
      (size) => ({ instance_type: size }),
    ).concat(
      rows('google_compute_instance', {
        machine: { machine_type: 'g2-standard-4' },
        size: { size: 'g2-standard-4' },
      }),
      rows('azurerm_virtual_machine', { vm: { vm_size: 'Standard_NC6' }, sku: { sku: 'Standard_NC6' } }),
      rows('aws_lambda_function', { none: { size: 'p4d.24xlarge' } }),
    ),
  ),
  'systems by their images': plan([
    ...rows('google_compute_instance', {
      makers: { boot_disk: [{ initialize_params: [{ image: 'debian-cloud/debian-12' }] }] },
      own: { boot_disk: [{ initialize_params: [{ image: 'town/windows-shop' }] }] },
      unknown: { boot_disk: [{ initialize_params: [{ image: 'town/shop' }] }] },
      disk: { disk: [{ source_image: 'debian-cloud/debian-12' }] },
      image: { image: 'ubuntu-24-04' },
      'image-name': { image_name: 'ubuntu' },
      blueprint: { blueprint_id: 'windows_server_2022' },
      guest: { guest_id: 'windows2019srv_64Guest' },
      'guest-first': { guest_id: 'rhel9_64Guest', image: 'windows' },
      'operating-system': { operating_system: [{ type: 'l26' }] },
      qemu: { qemu_os: 'win11' },
      offer: { source_image_reference: [{ offer: 'UbuntuServer' }] },
      'old-offer': { storage_image_reference: [{ offer: 'WindowsServer' }] },
      nothing: {},
    }),
    ...rows('azurerm_virtual_machine', {
      'linux-profile': { os_profile_linux_config: [{ x: 1 }] },
      'windows-profile': { os_profile_windows_config: [{ x: 1 }] },
      'both-profiles': { os_profile_linux_config: [{ x: 1 }], os_profile_windows_config: [{ x: 1 }] },
      'no-profile': { os_profile_linux_config: [] },
    }),
    ...rows('aws_lambda_function', { none: { image: 'windows' } }),
  ]),
  'images that were looked up': plan(
    rows('aws_instance', {
      windows: { ami: 'ami-1' },
      linux: { image_id: 'ami-2' },
      lost: { ami: 'ami-9' },
      old: { ami: 'ami-3' },
      none: {},
      odd: { ami: 'ami-4' },
    }),
    {
      prior_state: {
        values: {
          root_module: {
            resources: [
              {
                address: 'a',
                mode: 'data',
                type: 'aws_ami',
                values: { id: 'ami-1', platform_details: 'Windows' },
              },
              {
                address: 'b',
                mode: 'data',
                type: 'aws_ami',
                values: { id: 'ami-2', platform_details: 'Linux/UNIX' },
              },
              { address: 'c', mode: 'data', type: 'aws_ami', values: { id: 'ami-3', platform: 'windows' } },
              { address: 'd', mode: 'data', type: 'aws_ami', values: { id: 'ami-4' } },
              { address: 'e', mode: 'data', type: 'aws_amis', values: { id: 'ami-9', platform: 'windows' } },
              { address: 'f', mode: 'data', type: 'aws_ami', values: { platform: 'windows' } },
            ],
          },
        },
      },
    },
  ),
  'what machines are given': plan([
    ...rows('google_compute_instance', {
      card: { guest_accelerator: [{ type: 'nvidia-l4' }] },
      'card-desktop': { guest_accelerator: [{ type: 'nvidia-tesla-t4-vws' }] },
      nested: { advanced_machine_features: [{ enable_nested_virtualization: true }] },
      'nested-not': { advanced_machine_features: [{ enable_nested_virtualization: false }] },
      affinity: { scheduling: [{ node_affinities: [{ key: 'x' }] }] },
      sealed: { confidential_instance_config: [{ enable_confidential_compute: true }] },
      'sealed-not': { confidential_instance_config: [{ enable_confidential_compute: false }] },
      'sealed-type': { confidential_instance_config: [{ confidential_instance_type: 'SEV' }] },
      preemptible: { scheduling: [{ preemptible: true }] },
      model: { scheduling: [{ provisioning_model: 'SPOT' }] },
      'model-standard': { scheduling: [{ provisioning_model: 'STANDARD' }] },
      'model-near': { scheduling: [{ provisioning_model: 'SPOTTED' }] },
      'model-nearer': { scheduling: [{ provisioning_model: 'XSPOT' }] },
    }),
    ...rows('aws_instance', {
      dedicated: { tenancy: 'dedicated' },
      host: { tenancy: 'host' },
      default: { tenancy: 'default' },
      hosts: { tenancy: 'hosts' },
      xdedicated: { tenancy: 'xdedicated' },
      placement: { placement: [{ tenancy: 'host' }] },
      'placement-tenancy': { placement_tenancy: 'dedicated' },
      'host-id': { host_id: 'h-1' },
      enclave: { enclave_options: [{ enabled: true }] },
      'no-enclave': { enclave_options: [{ enabled: false }] },
      snp: { cpu_options: [{ amd_sev_snp: 'enabled' }] },
      'snp-not': { cpu_options: [{ amd_sev_snp: 'disabled' }] },
      'snp-near': { cpu_options: [{ amd_sev_snp: 'not-enabled' }] },
      'snp-nearer': { cpu_options: [{ amd_sev_snp: 'enabledx' }] },
      market: { instance_market_options: [{ market_type: 'spot' }] },
      'market-other': { instance_market_options: [{ market_type: 'capacity-block' }] },
      'market-near': { instance_market_options: [{ market_type: 'spots' }] },
      'market-nearer': { instance_market_options: [{ market_type: 'xspot' }] },
      price: { spot_price: '0.01' },
      secure: { security_type: 'ConfidentialVM' },
      'secure-near': { security_type: 'xConfidentialVM' },
      'secure-nearer': { security_type: 'ConfidentialVMs' },
    }),
    ...rows('azurerm_linux_virtual_machine', {
      disk: { os_disk: [{ security_encryption_type: 'VMGuestStateOnly' }] },
      'dedicated-host': { dedicated_host_id: 'x' },
      spot: { priority: 'Spot' },
      regular: { priority: 'Regular' },
    }),
    ...rows('aws_spot_instance_request', { request: {} }),
    ...rows('vsphere_virtual_machine', {
      memory: { memory: 4096 },
      'memory-none': { memory: 0 },
      pci: { pci_device_id: ['x'] },
      latency: { latency_sensitivity: 'high' },
      'latency-normal': { latency_sensitivity: 'normal' },
      'latency-near': { latency_sensitivity: 'highest' },
      'latency-nearer': { latency_sensitivity: 'xhigh' },
    }),
    ...rows('proxmox_vm_qemu', { hostpci: { hostpci: [{ id: 'x' }] }, memory: { memory: 2048 } }),
    ...rows('proxmox_virtual_environment_vm', {
      usb: { usb: [{ host: 'x' }] },
      memory: { memory: [{ dedicated: 2048 }] },
    }),
    ...rows('libvirt_domain', { memory: { memory: '1024' } }),
    ...rows('xenorchestra_vm', { memory: { memory: '1024' } }),
    ...rows('aws_autoscaling_group', { 'pci-of-group': { pci_device_id: ['x'] } }),
  ]),
  groups: plan([
    ...rows('aws_autoscaling_group', {
      four: { max_size: 4 },
      one: { max_size: 1 },
      none: { max_size: 0 },
      half: { max_size: 1.5 },
      protected: { max_size: 4, protect_from_scale_in: true },
      unprotected: { max_size: 4, protect_from_scale_in: false },
      refreshed: { instance_refresh: [{ strategy: 'Rolling' }] },
      elb: { health_check_type: 'ELB' },
      lattice: { health_check_type: 'VPC_LATTICE' },
      ec2: { health_check_type: 'EC2' },
      targets: { target_group_arns: ['x'] },
      balancers: { load_balancers: ['x'] },
      zones: { availability_zones: ['a', 'b'] },
      zone: { availability_zones: ['a'] },
      subnets: { vpc_zone_identifier: ['a', 'b'] },
      odd: { odd: 1, empty: '', nothing: [] },
    }),
    ...rows('google_compute_instance_group_manager', {
      target: { target_size: 3 },
      disk: { target_size: 3, stateful_disk: [{ x: 1 }] },
      address: { target_size: 3, stateful_internal_ip: [{ x: 1 }] },
      proactive: { update_policy: [{ type: 'PROACTIVE' }] },
      opportunistic: { update_policy: [{ type: 'OPPORTUNISTIC' }] },
      proactively: { update_policy: [{ type: 'PROACTIVELY' }] },
      xproactive: { update_policy: [{ type: 'XPROACTIVE' }] },
      healed: { auto_healing_policies: [{ x: 1 }] },
      distributed: { distribution_policy_zones: ['a', 'b'] },
    }),
    ...rows('azurerm_linux_virtual_machine_scale_set', {
      instances: { instances: 3 },
      repaired: { automatic_instance_repair: [{ enabled: true }] },
      'not-repaired': { automatic_instance_repair: [{ enabled: false }] },
      'az-zones': { zones: ['1', '2'] },
    }),
    ...rows('aws_instance', {
      'no-group': {
        max_size: 4,
        availability_zones: ['a', 'b'],
        health_check_type: 'ELB',
        instance_refresh: [1],
        target_group_arns: ['x'],
      },
    }),
    ...rows('azurerm_container_app', { replicas: { template: [{ max_replicas: 5 }] } }),
    ...rows('google_cloud_run_v2_service', {
      scaling: { template: [{ scaling: [{ max_instance_count: 7 }] }] },
    }),
  ]),
  functions: plan([
    ...rows('aws_lambda_function', {
      plain: {},
      timed: { timeout: 30 },
      'timed-not': { timeout: 0 },
      image: { image_uri: 'town/shop:1' },
      memory: { memory_size: 512 },
      'memory-odd': { memory_size: 'x512' },
      files: { file_system_config: [{ arn: 'x' }] },
    }),
    ...rows('google_cloudfunctions_function', { old: { available_memory_mb: 256, timeout: 60 } }),
    ...rows('google_cloudfunctions2_function', {
      two: { service_config: [{ available_memory: '1Gi', timeout_seconds: 60 }] },
    }),
    ...rows('azurerm_windows_function_app', { windows: {} }),
    ...rows('azurerm_linux_function_app', { linux: {} }),
    ...rows('azurerm_function_app', { either: {} }),
    ...rows('aws_instance', { 'no-function': { timeout: 30 } }),
  ]),
  'containers of tasks': plan([
    ...tasks({
      plain: {},
      command: { command: ['serve'] },
      shell: { entryPoint: ['sh', '-c'], command: ['serve'] },
      init: { command: ['/sbin/init'] },
      privileged: { privileged: true },
      unprivileged: { privileged: false },
      add: { linuxParameters: { capabilities: { add: ['SYS_ADMIN'] } } },
      drop: { linuxParameters: { capabilities: { drop: ['ALL'] } } },
      'drop-near': { linuxParameters: { capabilities: { drop: ['ALLX', 'XALL'] } } },
      device: { linuxParameters: { devices: [{ hostPath: '/dev/ttyUSB0' }] } },
      gpu: { resourceRequirements: [{ type: 'GPU', value: '1' }] },
      inference: { resourceRequirements: [{ type: 'InferenceAccelerator', value: 'x' }] },
      settings: { systemControls: [{ namespace: 'net.x', value: '1' }] },
      unconfined: { dockerSecurityOptions: ['apparmor:unconfined'] },
      label: { dockerSecurityOptions: ['label:disable'] },
      'label-near': { dockerSecurityOptions: ['xlabel:disable', 'label:disabled', 'unconfined:x'] },
      seccomp: { dockerSecurityOptions: ['seccomp=x.json'] },
      'seccomp-off': { dockerSecurityOptions: ['seccomp=unconfined'] },
      'no-new': { dockerSecurityOptions: ['no-new-privileges'] },
      'no-new-true': { dockerSecurityOptions: ['no-new-privileges=true'] },
      'no-new-near': { dockerSecurityOptions: ['xno-new-privileges', 'no-new-privileges=false'] },
      'read-only': { readonlyRootFilesystem: true },
      writable: { readonlyRootFilesystem: false },
      user: { user: '7' },
      root: { user: 'root' },
      'root-group': { user: '0:7' },
      rooted: { user: 'rooted' },
      'user-empty': { user: '' },
      memory: { memory: 512 },
      check: { healthCheck: { command: ['x'] } },
      secret: { secrets: [{ name: 'x' }] },
      password: { environment: [{ name: 'PASSWORD', value: 'x' }] },
      colour: { environment: [{ name: 'COLOUR', value: 'x' }] },
    }),
    task('broken', '[{'),
    task('none', '[]'),
    task('no-image', [{ name: 'a' }]),
    task('two', [
      { name: 'a', image: 'town/a', essential: false, memory: 9 },
      { name: 'b', image: 'postgres', readonlyRootFilesystem: true },
    ]),
    task('two-not-essential', [
      { name: 'a', image: 'town/a', essential: false },
      { name: 'b', image: 'postgres', essential: false },
    ]),
    task('windows', [{ name: 'a', image: 'town/a' }], {
      runtime_platform: [{ operating_system_family: 'WINDOWS_SERVER_2022_CORE' }],
    }),
    task('linux', [{ name: 'a', image: 'town/a' }], {
      runtime_platform: [{ operating_system_family: 'LINUX' }],
    }),
    task('not-windows', [{ name: 'a', image: 'town/a' }], {
      runtime_platform: [{ operating_system_family: 'XWINDOWS' }],
    }),
    task('windows-image', [{ name: 'a', image: 'mcr.microsoft.com/windows/nanoserver:1' }]),
    task('fargate', [{ name: 'a', image: 'town/a' }], {
      requires_compatibilities: ['FARGATE'],
      memory: '1024',
      cpu: '256',
    }),
    task('ec2', [{ name: 'a', image: 'town/a' }], { requires_compatibilities: ['EC2'] }),
    ...Object.entries({ network_mode: 'host', pid_mode: 'host', ipc_mode: 'host' }).flatMap(
      ([key, value]) => [
        task(key, [{ name: 'a', image: 'town/a' }], { [key]: value }),
        task(`${key}-near`, [{ name: 'a', image: 'town/a' }], { [key]: 'hosts' }),
        task(`${key}-nearer`, [{ name: 'a', image: 'town/a' }], { [key]: 'xhost' }),
      ],
    ),
    ...Object.entries<Values>({
      socket: { host_path: '/var/run/docker.sock' },
      source: { host: [{ source_path: '/etc' }] },
      efs: { efs_volume_configuration: [{ x: 1 }] },
      fsx: { fsx_windows_file_server_volume_configuration: [{ x: 1 }] },
      docker: { docker_volume_configuration: [{ x: 1 }] },
      'docker-empty': { docker_volume_configuration: [] },
      near: { xnfs: [{ x: 1 }], nfsx: [{ x: 1 }] },
    }).map(([name, volume]) =>
      task(`volume-${name}`, [{ name: 'a', image: 'town/a' }], { volume: [{ name: 'v', ...volume }] }),
    ),
  ]),
  'containers of other providers': plan([
    ...rows('google_cloud_run_v2_service', {
      v2: {
        template: [
          {
            containers: [
              {
                image: 'town/a',
                resources: [{ limits: { memory: '1Gi', cpu: '1', 'nvidia.com/gpu': '1' } }],
                liveness_probe: [{ x: 1 }],
              },
            ],
            volumes: [{ nfs: [{ x: 1 }] }],
          },
        ],
      },
      gcs: {
        template: [
          {
            containers: [{ image: 'town/a', startup_probe: [{ x: 1 }] }],
            volumes: [{ gcs: [{ x: 1 }], read_only: true }],
          },
        ],
      },
    }),
    ...rows('google_cloud_run_service', {
      v1: {
        template: [
          { spec: [{ containers: [{ image: 'town/a', resources: [{ limits: { memory: '1Gi' } }] }] }] },
        ],
      },
    }),
    ...rows('google_cloud_run_v2_job', {
      job: { template: [{ template: [{ containers: [{ image: 'town/a' }] }] }] },
    }),
    ...rows('azurerm_container_app', {
      app: {
        template: [
          {
            container: [{ image: 'town/a', memory: '1Gi', readiness_probe: [{ x: 1 }] }],
            volume: [{ storage_name: 'x' }],
          },
        ],
      },
    }),
    ...rows('azurerm_container_group', {
      group: {
        os_type: 'Linux',
        container: [{ image: 'town/a', memory: 1.5, volume: [{ share_name: 'x', read_only: true }] }],
      },
      windows: { os_type: 'Windows', container: [{ image: 'town/a', memory: '2' }] },
      two: {
        os_type: 'Linux',
        container: [
          { image: 'town/a', memory: 1 },
          { image: 'town/b', memory: 1 },
        ],
      },
    }),
  ]),
  'services of tasks': plan(
    [
      task('web', [{ name: 'a', image: 'town/a' }]),
      resource('aws_ecs_service', 'web', { desired_count: 3 }),
      task('each', [{ name: 'a', image: 'town/a' }]),
      resource('aws_ecs_service', 'each', { scheduling_strategy: 'DAEMON' }),
      task('near', [{ name: 'a', image: 'town/a' }]),
      resource('aws_ecs_service', 'near', { scheduling_strategy: 'DAEMONS', desired_count: 0 }),
      task('by-arn', [{ name: 'a', image: 'postgres' }], {
        arn: 'arn:x',
        volume: [{ efs_volume_configuration: [{ x: 1 }] }],
      }),
      resource('aws_ecs_service', 'by-arn', { task_definition: 'arn:x', desired_count: 1 }),
      task('alone', [{ name: 'a', image: 'town/a' }]),
    ],
    {
      configuration: {
        root_module: {
          resources: ['web', 'each', 'near'].map((name) =>
            written(`aws_ecs_service.${name}`, {
              task_definition: refers(`aws_ecs_task_definition.${name}.arn`),
            }),
          ),
        },
      },
    },
  ),
  'ways in to machines': plan(
    [
      ...['own', 'narrow', 'range', 'all', 'six', 'alone', 'old-rule', 'egress', 'none', 'rdp'].map((name) =>
        resource('aws_instance', name, {}),
      ),
      resource('aws_instance', 'by-id', { vpc_security_group_ids: ['sg-1'] }),
      resource('aws_instance', 'by-group', { security_groups: ['sg-1'] }),
      resource('aws_security_group', 'known', {
        id: 'sg-1',
        ingress: [{ from_port: 22, to_port: 22, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] }],
      }),
      resource('aws_vpc_security_group_ingress_rule', 'by-id', {
        security_group_id: 'sg-1',
        from_port: 3389,
        to_port: 3389,
        ip_protocol: 'tcp',
        cidr_ipv4: '0.0.0.0/0',
      }),
      ...rows('aws_security_group', {
        own: {
          ingress: [
            { from_port: 22, to_port: 22, protocol: 'tcp', cidr_blocks: ['10.0.0.0/8', '0.0.0.0/0'] },
          ],
        },
        narrow: {
          ingress: [
            { from_port: 22, to_port: 22, protocol: 'tcp', cidr_blocks: ['10.0.0.0/0', '0.0.0.0/01'] },
          ],
        },
        range: { ingress: [{ from_port: 20, to_port: 30, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] }] },
        all: { ingress: [{ from_port: 0, to_port: 0, protocol: '-1', cidr_blocks: ['0.0.0.0/0'] }] },
        six: { ingress: [{ from_port: 23, to_port: 3389, protocol: 'tcp', ipv6_cidr_blocks: ['::/0'] }] },
        rdp: { ingress: [{ from_port: 3390, to_port: 4000, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] }] },
        alone: {},
        'old-rule': {},
        egress: {},
      }),
      resource('aws_vpc_security_group_ingress_rule', 'alone', {
        from_port: 22,
        to_port: 22,
        ip_protocol: 'tcp',
        cidr_ipv6: '::/0',
      }),
      resource('aws_security_group_rule', 'old-rule', {
        type: 'ingress',
        from_port: 22,
        to_port: 22,
        protocol: 'tcp',
        cidr_blocks: ['0.0.0.0/0'],
      }),
      resource('aws_security_group_rule', 'egress', {
        type: 'egress',
        from_port: 22,
        to_port: 22,
        protocol: 'tcp',
        cidr_blocks: ['0.0.0.0/0'],
      }),
      task('no-machine', [{ name: 'a', image: 'town/a' }], { vpc_security_group_ids: ['sg-1'] }),
    ],
    {
      configuration: {
        root_module: {
          resources: [
            ...['own', 'narrow', 'range', 'all', 'six', 'alone', 'old-rule', 'egress', 'rdp'].map((name) =>
              written(`aws_instance.${name}`, {
                vpc_security_group_ids: refers(`aws_security_group.${name}.id`),
              }),
            ),
            written('aws_vpc_security_group_ingress_rule.alone', {
              security_group_id: refers('aws_security_group.alone.id'),
            }),
            written('aws_security_group_rule.old-rule', {
              security_group_id: refers('aws_security_group.old-rule.id'),
            }),
            written('aws_security_group_rule.egress', {
              security_group_id: refers('aws_security_group.egress.id'),
            }),
          ],
        },
      },
    },
  ),
  'addresses that are written down': plan(
    [
      resource('aws_instance', 'written', { private_ip: '10.0.0.1' }),
      resource('aws_instance', 'handed', { private_ip: '10.0.0.2' }),
      resource('google_compute_instance', 'block', { network_interface: [{ network_ip: '10.0.0.3' }] }),
      resource('google_compute_instance', 'no-block', { network_interface: [{ network_ip: '10.0.0.4' }] }),
      resource('openstack_compute_instance_v2', 'fixed', { fixed_ip_v4: '10.0.0.5' }),
      resource('aws_autoscaling_group', 'group', { private_ip: '10.0.0.6' }),
    ],
    {
      configuration: {
        root_module: {
          resources: [
            written('aws_instance.written', { private_ip: { constant_value: 'x' } }),
            written('aws_instance.handed', { ami: { constant_value: 'x' } }),
            written('google_compute_instance.block', {
              network_interface: [{ network_ip: { constant_value: 'x' } }],
            }),
            written('google_compute_instance.no-block', {
              network_interface: [{ network: { constant_value: 'x' } }],
            }),
            written('openstack_compute_instance_v2.fixed', { fixed_ip_v4: {} }),
            written('aws_autoscaling_group.group', { private_ip: {} }),
          ],
        },
      },
    },
  ),
  'templates of groups': plan(
    [
      resource('aws_autoscaling_group', 'by-name', { launch_configuration: 'one' }),
      resource('aws_launch_configuration', 'one', { name: 'one', instance_type: 'p4d.24xlarge' }),
      resource('aws_autoscaling_group', 'by-id', { launch_template: [{ id: 'lt-1' }] }),
      resource('aws_launch_template', 'two', { id: 'lt-1', instance_type: 'g5.xlarge', odd: 1 }),
      resource('google_compute_instance_group_manager', 'by-link', {
        version: [{ instance_template: 'link' }],
      }),
      resource('google_compute_instance_template', 'three', { self_link: 'link', machine_type: 'a2-x' }),
      resource('aws_autoscaling_group', 'by-reference', {}),
      resource('aws_launch_template', 'four', { instance_type: 'f1.2xlarge' }),
      resource('aws_autoscaling_group', 'by-none', { launch_configuration: 'gone' }),
    ],
    {
      configuration: {
        root_module: {
          resources: [
            written('aws_autoscaling_group.by-reference', {
              launch_template: [{ id: refers('aws_launch_template.four[0].id') }],
            }),
          ],
        },
      },
    },
  ),
  'instances of one address': plan([
    resource('aws_instance', 'counted', { ami: 'a' }, 0),
    resource('aws_instance', 'counted', { ami: 'b' }, 1),
    resource('aws_instance', 'alike', { ami: 'a' }, 'x'),
    resource('aws_instance', 'alike', { ami: 'a' }, 'y'),
    resource('aws_instance', 'unlike', { instance_type: 'm5.large' }, 'x'),
    resource('aws_instance', 'unlike', { instance_type: 'p4d.24xlarge' }, 'y'),
    resource('aws_instance', 'unlike-deep', { boot_disk: [{ a: { b: 1 } }] }, 'x'),
    resource('aws_instance', 'unlike-deep', { boot_disk: [{ a: { b: 2 } }] }, 'y'),
    resource('aws_instance', 'odd-index', {}, '1x'),
    resource('aws_instance', 'odd-index', {}, 'x1'),
    ...'instance_type machine_type size vm_size ami image source_image_reference guest_id memory num_cpus tags'
      .split(' ')
      .flatMap((key) =>
        ['x', 'y'].map((index) => resource('aws_instance', `by-${key}`, { [key]: index }, index)),
      ),
  ]),
  'what becomes of it': plan(
    ['made', 'kept', 'changed', 'replaced', 'unknown', 'nothing']
      .map((name) => resource('aws_instance', name, {}))
      .concat(
        resource('aws_lambda_function', 'function', {}),
        task('task', [{ name: 'a', image: 'town/a' }]),
      ),
    {
      resource_changes: [
        ...Object.entries({
          made: ['create'],
          kept: ['no-op'],
          changed: ['update'],
          replaced: ['delete', 'create'],
          nothing: [],
          gone: ['delete'],
          forgotten: ['forget'],
        }).map(([name, actions]) => ({
          address: `aws_instance.${name}`,
          mode: 'managed',
          change: { actions },
        })),
        { address: 'aws_lambda_function.function', mode: 'managed', change: { actions: ['no-op'] } },
        { address: 'aws_ecs_task_definition.task', mode: 'managed', change: { actions: ['no-op'] } },
        { address: 'data.aws_ami.x', mode: 'data', change: { actions: ['delete'] } },
        { address: 'aws_instance.no-mode', change: { actions: ['delete'] } },
      ],
    },
  ),
  'modules in modules': {
    'plan.json': JSON.stringify({
      format_version: '1.0',
      planned_values: {
        root_module: {
          child_modules: [
            {
              resources: [
                {
                  address: 'module.a["x"].aws_instance.web',
                  type: 'aws_instance',
                  values: { private_ip: '10.0.0.1' },
                },
                { address: 'module.a["x"].data.aws_ami.x', mode: 'data', type: 'aws_ami', values: {} },
              ],
              child_modules: [
                {
                  resources: [
                    {
                      address: 'module.a["x"].module.b.aws_instance.db',
                      type: 'aws_instance',
                      values: { private_ip: '10.0.0.2' },
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
      configuration: {
        root_module: {
          module_calls: {
            a: {
              module: {
                resources: [written('aws_instance.web', { private_ip: {} })],
                module_calls: {
                  b: { module: { resources: [written('aws_instance.db', { private_ip: {} })] } },
                },
              },
            },
          },
        },
      },
    }),
  },
  'references within a module': {
    'plan.json': JSON.stringify({
      format_version: '1.0',
      planned_values: {
        root_module: {
          resources: [
            {
              address: 'aws_launch_template.a',
              type: 'aws_launch_template',
              values: { instance_type: 'g5.xlarge' },
            },
          ],
          child_modules: [
            {
              resources: [
                {
                  address: 'module.m["x"].aws_autoscaling_group.a',
                  type: 'aws_autoscaling_group',
                  values: {},
                },
                {
                  address: 'module.m["x"].aws_launch_template.a',
                  type: 'aws_launch_template',
                  values: { instance_type: 'p4d.24xlarge' },
                },
              ],
            },
          ],
        },
      },
      configuration: {
        root_module: {
          module_calls: {
            m: {
              module: {
                resources: [
                  written('aws_autoscaling_group.a', {
                    launch_template: [{ id: refers('aws_launch_template.a.id') }],
                  }),
                ],
              },
            },
          },
        },
      },
    }),
  },
  'a state as it lies on disk': {
    'terraform.tfstate': JSON.stringify({
      version: 4,
      lineage: 'x',
      resources: [
        {
          module: 'module.a',
          mode: 'managed',
          type: 'aws_instance',
          name: 'web',
          instances: [
            { index_key: 0, attributes: { tenancy: 'host' } },
            { index_key: 1, attributes: {} },
          ],
        },
        { type: 'aws_instance', name: 'db', instances: [{ attributes: {} }] },
        { mode: 'data', type: 'aws_ami', name: 'x', instances: [{ attributes: {} }] },
        { mode: 'managed', type: 'aws_instance', name: 'none', instances: [] },
      ],
    }),
  },
  'a printed state': {
    'state.json': JSON.stringify({
      format_version: '1.0',
      terraform_version: '1.9',
      values: {
        root_module: {
          resources: [{ address: 'aws_instance.a', mode: 'managed', type: 'aws_instance', values: {} }],
        },
      },
    }),
  },
  'an empty state': { 'state.json': '{"format_version":"1.0","terraform_version":"1.9"}' },
  'a plan of which all goes away': plan([], {
    resource_changes: [{ address: 'aws_instance.a', mode: 'managed', change: { actions: ['delete'] } }],
  }),
  'a plan of other resources': plan('a b c d e f'.split(' ').map((type) => resource(type, 'x', {}))),
  'a plan of more other resources': plan('a b c d e f g h'.split(' ').map((type) => resource(type, 'x', {}))),
  ...Object.fromEntries(
    Object.entries({
      'main.tf': '# empty',
      'main.tofu': '# empty',
      'main.tfx': '# empty',
      xtf: 'a: b',
      'resource.txt': 'resource "aws_instance" "web" {\n}\n',
      'data.txt': 'data "aws_ami" "my-web" {\n}\n',
      'block.txt': 'terraform {\n}\n',
      'spaced.txt': 'resource  "a_b"  "c"  {\n',
      'joined.txt': 'terraform{\n',
      'no-block.txt': 'terraform { a: b }\n',
      'indented.txt': '  resource "aws_instance" "web" {\n',
      'one-name.txt': 'resource "aws_instance" {\n',
      'resources.txt': 'resources "aws_instance" "web" {\n',
      'log.txt': '{"@level":"info","@message":"Plan","@module":"terraform.ui"}\n',
      'log-tofu.txt': '{"@level":"info","@message":"Plan","@module":"tofu.ui"}\n',
      'log-other.txt': '{"@level":"info","@message":"Plan","@module":"x.ui"}\n',
      'main.tf.json': '{"resource":{}}',
      'main.tofu.json': '{"resource":{}}',
      'main.tf.jsonx': '{"resource":{}}',
      'providers.json': '{"terraform":{"required_providers":{}}}',
      'provider.json': '{"terraform":{"x":{}}}',
      'format-2.json': '{"format_version":"2.0","values":{}}',
      'format-10.json': '{"format_version":"10.0","values":{}}',
      'format-0.json': '{"format_version":"0.2","planned_values":{}}',
      'format-1.json': '{"format_version":"1","values":{}}',
      'no-values.json': '{"format_version":"1.0","values":[]}',
      'state-3.json': '{"version":3,"lineage":"x","resources":[]}',
      'state-4.json': '{"version":4,"lineage":"x","resources":[]}',
      'no-lineage.json': '{"version":4,"resources":[]}',
      'no-resources.json': '{"version":4,"lineage":"x","resources":{}}',
      'plan.yaml': 'format_version: "1.0"\nvalues: {}\n',
    }).map(([path, text]) => [`a file ${path}`, { [path]: text }]),
  ),
};
