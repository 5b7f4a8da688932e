import { entryOf } from '../../entry-of.ts';
import { type Find, findsAt, type InferenceRule } from '../inference-rule.ts';
import { saysYes, type Spot, spotAt, textAt } from '../spot.ts';
import { findFamilyOfImage, isOfMakers } from './cloud-images.ts';
import { type CloudWorkload, findSetting } from './cloud-workload.ts';
import { plan, planOf } from './examples.ts';
import { findSize } from './instance-sizes.ts';
import { attributeAt, says } from './resource.ts';

const isMachine = ({ kind }: CloudWorkload): boolean => kind.is === 'machine' || kind.is === 'group';

/** Guests and offers of a market are called by their makers; images by whoever made them. */
function findSystem(workload: CloudWorkload): Find[] {
  const { kind, resource } = workload;
  if (!isMachine(workload)) return [];
  if (kind.family !== undefined) return [{ spot: resource.declared, proves: { 'os.family': [kind.family] } }];
  const profile = ['linux', 'windows'].map((family) => ({
    family,
    spot: attributeAt(resource.values, `os_profile_${family}_config`),
  }));
  const [set, more] = profile.filter(({ spot }) => spot !== undefined);
  if (set?.spot !== undefined && more === undefined)
    return [{ spot: set.spot, part: 'key', proves: { 'os.family': [set.family] } }];
  const guest = findSetting(
    workload,
    ['guest_id'],
    ['operating_system', 'type'],
    ['qemu_os'],
    ['source_image_reference', 'offer'],
    ['storage_image_reference', 'offer'],
  );
  const image = findSetting(
    workload,
    ['boot_disk', 'initialize_params', 'image'],
    ['disk', 'source_image'],
    ['image'],
    ['image_name'],
    ['blueprint_id'],
  );
  const spot = guest ?? image;
  const family = findFamilyOfImage(spot?.text ?? '');
  if (spot === undefined || family === undefined) return [];
  const claims = { 'os.family': [family] };
  return [
    guest !== undefined || isOfMakers(spot.text ?? '')
      ? { spot, proves: claims }
      : { spot, suggests: claims },
  ];
}

/** An image by its number, which was looked up in the same file. */
function findLookedUp(workload: CloudWorkload): Find[] {
  const spot = findSetting(workload, ['ami'], ['image_id']);
  const image = workload.file.data.find(
    ({ type, values }) =>
      type === 'aws_ami' && spot?.text !== undefined && textAt(values, 'id') === spot.text,
  );
  const platform = attributeAt(image?.values, 'platform_details') ?? attributeAt(image?.values, 'platform');
  const family = findFamilyOfImage(platform?.text ?? '');
  return platform === undefined || family === undefined
    ? []
    : [{ spot: platform, proves: { 'os.family': [family] } }];
}

function findSizeClaims(workload: CloudWorkload): Find[] {
  const spot = findSetting(workload, ['instance_type'], ['machine_type'], ['size'], ['vm_size'], ['sku']);
  const size = isMachine(workload) && spot?.text !== undefined ? findSize(spot.text) : undefined;
  if (spot === undefined || size === undefined) return [];
  return [{ spot, proves: size.proves ?? {}, suggests: size.suggests ?? {} }];
}

function findAccelerator(workload: CloudWorkload): Find[] {
  const spot = findSetting(workload, ['guest_accelerator', 'type']);
  if (spot === undefined) return [];
  const is = (spot.text ?? '').endsWith('-vws')
    ? ['virtual-gpu-desktop']
    : ['gpu-compute', 'virtual-gpu-desktop', 'fpga-or-other'];
  return [{ spot, proves: { 'hardware.accelerator': is } }];
}

/** Hosts that nobody else is on. */
function findDedicated(workload: CloudWorkload): Spot | undefined {
  return (
    says(
      findSetting(workload, ['tenancy'], ['placement', 'tenancy'], ['placement_tenancy']),
      /^(dedicated|host)$/,
    ) ?? findSetting(workload, ['scheduling', 'node_affinities'], ['dedicated_host_id'], ['host_id'])
  );
}

function findSealed(workload: CloudWorkload): Find[] {
  const enclave = findSetting(workload, ['enclave_options', 'enabled']);
  const sealed =
    says(findSetting(workload, ['confidential_instance_config', 'enable_confidential_compute']), /^true$/) ??
    findSetting(workload, ['confidential_instance_config', 'confidential_instance_type']) ??
    findSetting(workload, ['os_disk', 'security_encryption_type']) ??
    says(findSetting(workload, ['cpu_options', 'amd_sev_snp']), /^enabled$/);
  if (sealed !== undefined) return [{ spot: sealed, proves: { 'trust.confidential-memory': ['yes'] } }];
  return enclave !== undefined && saysYes(enclave)
    ? [{ spot: enclave, suggests: { 'trust.confidential-memory': ['yes'] } }]
    : [];
}

/** What the provider takes away when it likes to. */
function findSpot(workload: CloudWorkload): Spot | undefined {
  const preemptible = findSetting(workload, ['scheduling', 'preemptible']);
  return (
    says(findSetting(workload, ['instance_market_options', 'market_type']), /^spot$/) ??
    (saysYes(preemptible) ? preemptible : undefined) ??
    says(findSetting(workload, ['scheduling', 'provisioning_model'], ['priority']), /^spot$/i) ??
    findSetting(workload, ['spot_price']) ??
    (workload.resource.type === 'aws_spot_instance_request' ? workload.resource.declared : undefined)
  );
}

/** An address that somebody wrote down; one that was handed out stands in the values alone. */
function findAddress({ resource, kind }: CloudWorkload): Spot | undefined {
  if (kind.is !== 'machine') return undefined;
  const paths = [['private_ip'], ['network_interface', 'network_ip'], ['fixed_ip_v4']] as const;
  const path = paths.find((each) => {
    const [first, second] = each;
    const written = spotAt(resource.configuration, first);
    const block = written?.is === 'list' ? written.items[0] : written;
    return second === undefined ? written !== undefined : spotAt(block, second) !== undefined;
  });
  return path === undefined ? undefined : attributeAt(resource.values, ...path);
}

const inGib: Readonly<Record<string, number>> = {
  vsphere_virtual_machine: 1024,
  proxmox_vm_qemu: 1024,
  libvirt_domain: 1024,
};

function findMemory({ resource }: CloudWorkload): Find[] {
  const unit = entryOf(inGib, resource.type);
  const spot = attributeAt(resource.values, 'memory');
  const amount = Number(spot?.text);
  if (unit === undefined || spot === undefined || !(amount > 0)) return [];
  return [{ spot, suggests: { 'hardware.memory': [{ 'at-most': Number((amount / unit).toPrecision(9)) }] } }];
}

const instance = (values: object): string => plan('aws_instance', values);
const vm = (values: object): string => plan('google_compute_instance', values);
const debian = { boot_disk: [{ initialize_params: [{ image: 'debian-cloud/debian-12' }] }] };

/** What a machine of a cloud or a hypervisor says: what it has, which is no need, and a few wishes. */
export const cloudMachineRules: readonly InferenceRule<CloudWorkload>[] = [
  {
    id: 'terraform/system',
    reads: [
      'address',
      'os_profile_linux_config',
      'os_profile_windows_config',
      'guest_id',
      'operating_system.type',
      'qemu_os',
      'source_image_reference',
      'storage_image_reference',
      'boot_disk',
      'disk.source_image',
      'image',
      'image_name',
      'blueprint_id',
    ],
    finds: findSystem,
    proves: { facts: ['os.family'], as: 'whose system the type, the guest or the image of a maker is' },
    suggests: { facts: ['os.family'], as: 'what an image of somebody’s own is called after' },
    because: 'It starts from this system.',
    not: 'Which release its program needs: what it has is no need.',
    examples: { fires: vm(debian), quiet: vm({ boot_disk: [{ source: 'debian' }] }) },
  },
  {
    id: 'terraform/system-of-image',
    reads: ['ami', 'image_id', 'platform', 'platform_details'],
    finds: findLookedUp,
    proves: { facts: ['os.family'], as: 'as the image was looked up' },
    because: 'The image that it starts from was looked up in the same file.',
    examples: {
      fires: instance({ ami: 'ami-1' }).replace(
        '"configuration"',
        '"prior_state":{"values":{"root_module":{"resources":[{"address":"data.aws_ami.shop","mode":"data","type":"aws_ami","values":{"id":"ami-1","platform_details":"Windows"}}]}}},"configuration"',
      ),
      quiet: instance({ ami: 'ami-1' }),
    },
  },
  {
    id: 'terraform/size',
    reads: ['instance_type', 'machine_type', 'size', 'vm_size', 'sku'],
    finds: findSizeClaims,
    proves: { facts: ['os.family', 'site.hardware-virt'], as: 'macOS, or a whole machine of iron' },
    suggests: { facts: ['hardware.accelerator', 'os.runs-vms'], as: 'what machines of this size have' },
    because: 'Machines of this size have it.',
    not: 'Memory: sizes are chosen large.',
    examples: {
      fires: instance({ instance_type: 'g5.xlarge' }),
      quiet: instance({ instance_type: 'm7i.xlarge' }),
    },
  },
  {
    id: 'terraform/accelerator',
    reads: ['guest_accelerator'],
    finds: findAccelerator,
    proves: { facts: ['hardware.accelerator'], as: 'one for desktops where it is called so, else any' },
    because: 'An accelerator is put into it by name.',
    examples: {
      fires: vm({ guest_accelerator: [{ type: 'nvidia-tesla-t4-vws', count: 1 }] }),
      quiet: vm({ guest_accelerator: [] }),
    },
  },
  {
    id: 'terraform/nested',
    reads: ['advanced_machine_features.enable_nested_virtualization'],
    finds: (workload) =>
      findsAt(
        says(findSetting(workload, ['advanced_machine_features', 'enable_nested_virtualization']), /^true$/),
      ),
    proves: { 'site.hardware-virt': ['yes'] },
    suggests: { 'os.runs-vms': ['yes'] },
    because: 'It may start virtual machines itself, and somebody asked for that.',
    examples: {
      fires: vm({ advanced_machine_features: [{ enable_nested_virtualization: true }] }),
      quiet: vm({ advanced_machine_features: [{ enable_nested_virtualization: false }] }),
    },
  },
  {
    id: 'terraform/own-hosts',
    reads: [
      'tenancy',
      'placement.tenancy',
      'placement_tenancy',
      'scheduling.node_affinities',
      'dedicated_host_id',
      'host_id',
    ],
    finds: (workload) => (isMachine(workload) ? findsAt(findDedicated(workload)) : []),
    suggests: { 'trust.mandate': ['separate-hardware'] },
    because: 'It is put on hosts that nobody else is on.',
    not: 'Why: often a licence counts the hosts.',
    examples: { fires: instance({ tenancy: 'dedicated' }), quiet: instance({ tenancy: 'default' }) },
  },
  {
    id: 'terraform/sealed',
    reads: [
      'confidential_instance_config',
      'os_disk.security_encryption_type',
      'cpu_options',
      'enclave_options',
    ],
    finds: findSealed,
    proves: { facts: ['trust.confidential-memory'], as: 'yes, where its memory is encrypted' },
    suggests: { facts: ['trust.confidential-memory'], as: 'yes, where it may have enclaves' },
    because: 'Its memory is encrypted against whoever runs the hosts, or a part of it may be.',
    examples: {
      fires: instance({ cpu_options: [{ amd_sev_snp: 'enabled' }] }),
      quiet: instance({ cpu_options: [{ core_count: 2 }] }),
    },
  },
  {
    id: 'terraform/spot',
    reads: ['instance_market_options', 'scheduling', 'priority', 'spot_price'],
    finds: (workload) => (isMachine(workload) ? findsAt(findSpot(workload)) : []),
    proves: { 'life.stop': ['any-time'] },
    because: 'The provider may stop it when it likes, and it is run like that.',
    examples: {
      fires: vm({ scheduling: [{ preemptible: true }] }),
      quiet: vm({ scheduling: [{ preemptible: false }] }),
    },
  },
  {
    id: 'terraform/address',
    reads: ['private_ip', 'network_interface.network_ip', 'fixed_ip_v4'],
    finds: (workload) => findsAt(findAddress(workload)),
    suggests: { 'package.identity': ['fixed-address'] },
    because: 'Its address was written down.',
    not: 'An address that it was merely handed out stands in every state.',
    examples: {
      fires: planOf([{ type: 'aws_instance', values: { private_ip: '10.0.0.7' } }], 'create', [
        { address: 'aws_instance.shop', expressions: { private_ip: { constant_value: '10.0.0.7' } } },
      ]),
      quiet: instance({ private_ip: '10.0.0.7' }),
    },
  },
  {
    id: 'terraform/memory',
    reads: ['memory'],
    finds: findMemory,
    suggests: { facts: ['hardware.memory'], as: 'at most what the machine has' },
    because: 'What runs in the machine has no more memory than it.',
    not: 'What it needs: machines are made large.',
    examples: {
      fires: plan('vsphere_virtual_machine', { memory: 4096 }),
      quiet: plan('vsphere_virtual_machine', { memory_reservation: 4096 }),
    },
  },
  {
    id: 'terraform/handed-through',
    reads: ['pci_device_id', 'hostpci', 'usb'],
    finds: ({ resource, kind }) =>
      kind.is === 'machine'
        ? findsAt(
            attributeAt(resource.values, 'pci_device_id') ??
              attributeAt(resource.values, 'hostpci') ??
              attributeAt(resource.values, 'usb'),
          )
        : [],
    suggests: {
      'hardware.device': ['sriov-or-dpdk-nic', 'usb-or-serial', 'hsm-or-other-pci', 'disk-or-controller'],
    },
    because: 'A device of the host is handed to it.',
    not: 'Which: it may be a graphics card.',
    examples: {
      fires: plan('vsphere_virtual_machine', { pci_device_id: ['0000:3b:00.0'] }),
      quiet: plan('vsphere_virtual_machine', { pci_device_id: [] }),
    },
  },
  {
    id: 'terraform/latency',
    reads: ['latency_sensitivity'],
    finds: ({ resource }) => findsAt(says(attributeAt(resource.values, 'latency_sensitivity'), /^high$/)),
    suggests: { 'hardware.tail-latency': ['few-ms'] },
    because: 'Its processors are kept for it, so that it never waits.',
    examples: {
      fires: plan('vsphere_virtual_machine', { latency_sensitivity: 'high' }),
      quiet: plan('vsphere_virtual_machine', { latency_sensitivity: 'normal' }),
    },
  },
];
