/** What a resource with a name of its maker's hands to a container. */
export type ResourceSort =
  | { readonly accelerator: 'gpu-compute' | 'fpga-or-other' }
  /** A device file of the host, by which it is known. */
  | { readonly device: string }
  | 'nothing';

interface ResourceEntry {
  readonly name: RegExp;
  readonly is: ResourceSort;
  readonly source: string;
}

const plugins = 'https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/device-plugins/';
const containers = 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/';

/** The first that fits counts. */
export const resourceEntries: readonly ResourceEntry[] = [
  {
    name: /^(cpu|memory|ephemeral-storage|pods|storage|hugepages-.*|attachable-volumes-.*)$/,
    is: 'nothing',
    source: containers,
  },
  {
    name: /^nvidia\.com\/(gpu|mig-.*)(\.shared)?$/,
    is: { accelerator: 'gpu-compute' },
    source: 'https://docs.nvidia.com/datacenter/cloud-native/gpu-operator/latest/gpu-sharing.html',
  },
  {
    name: /^amd\.com\/gpu$/,
    is: { accelerator: 'gpu-compute' },
    source: 'https://github.com/ROCm/k8s-device-plugin',
  },
  {
    name: /^gpu\.intel\.com\/|^aliyun\.com\/gpu/,
    is: { accelerator: 'gpu-compute' },
    source: 'https://intel.github.io/intel-device-plugins-for-kubernetes/cmd/gpu_plugin/README.html',
  },
  {
    name: /^(google\.com\/tpu|cloud-tpus\.google\.com\/|aws\.amazon\.com\/neuron|habana\.ai\/|fpga\.intel\.com\/|amd\.com\/xilinx|xilinx\.com\/fpga|huawei\.com\/Ascend)/,
    is: { accelerator: 'fpga-or-other' },
    source: plugins,
  },
  {
    name: /^devices\.kubevirt\.io\/kvm$/,
    is: { device: '/dev/kvm' },
    source: 'https://kubevirt.io/user-guide/architecture/',
  },
  {
    name: /^devices\.kubevirt\.io\/tun$/,
    is: { device: '/dev/net/tun' },
    source: 'https://kubevirt.io/user-guide/architecture/',
  },
  {
    name: /^devices\.kubevirt\.io\/vhost-net$/,
    is: { device: '/dev/vhost-net' },
    source: 'https://kubevirt.io/user-guide/architecture/',
  },
  {
    name: /^(github\.com|smarter-devices|squat\.ai)\/fuse$/,
    is: { device: '/dev/fuse' },
    source: 'https://github.com/smarter-project/smarter-device-manager',
  },
  {
    name: /sriov|^rdma\/|^mellanox\.com\/|^intel\.com\/.*(sriov|vf|dpdk)|^openshift\.io\/.*(sriov|vf|nic)/i,
    is: { device: '/dev/vfio' },
    source: 'https://github.com/k8snetworkplumbingwg/sriov-network-device-plugin',
  },
  {
    name: /^vpc\.amazonaws\.com\//,
    is: 'nothing',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/security-groups-for-pods.html',
  },
];

/** What a resource is; one that nobody knows is a device that nobody knows. */
export function sortResource(name: string): ResourceSort {
  return resourceEntries.find((entry) => entry.name.test(name))?.is ?? { device: '' };
}
