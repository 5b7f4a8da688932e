import { describe, expect, it } from 'vitest';
import { sortDevice } from '../../../../src/import/knowledge/devices.ts';
import { sortHostPath } from '../../../../src/import/knowledge/host-paths.ts';
import { type ResourceSort, sortResource } from '../../../../src/import/knowledge/resources.ts';
import { sortSystem } from '../../../../src/import/knowledge/systems.ts';
import { findFamilyOfImage, isOfMakers } from '../../../../src/import/terraform/cloud-images.ts';

// What a name says, and what one that only looks like it does not.

describe('a resource of a cluster', () => {
  const gpu = { accelerator: 'gpu-compute' } as const;
  const other = { accelerator: 'fpga-or-other' } as const;
  const unknown = { device: '' };

  it.each<{ name: string; is: ResourceSort }>([
    { name: 'cpu', is: 'nothing' },
    { name: 'cpu-manager', is: unknown },
    { name: 'example.com/cpu', is: unknown },
    { name: 'hugepages-2Mi', is: 'nothing' },
    { name: 'attachable-volumes-aws-ebs', is: 'nothing' },
    { name: 'vpc.amazonaws.com/pod-eni', is: 'nothing' },
    { name: 'nvidia.com/gpu', is: gpu },
    { name: 'nvidia.com/gpu.shared', is: gpu },
    { name: 'nvidia.com/mig-1g.5gb', is: gpu },
    { name: 'nvidia.com/gpus', is: unknown },
    { name: 'my.nvidia.com/gpu', is: unknown },
    { name: 'amd.com/gpu', is: gpu },
    { name: 'gpu.intel.com/i915', is: gpu },
    { name: 'aliyun.com/gpu-mem', is: gpu },
    { name: 'not-aliyun.com/gpu-mem', is: unknown },
    { name: 'not-gpu.intel.com/i915', is: unknown },
    { name: 'google.com/tpu', is: other },
    { name: 'aws.amazon.com/neuroncore', is: other },
    { name: 'xilinx.com/fpga-xilinx_u200', is: other },
    { name: 'not-google.com/tpu', is: unknown },
    { name: 'devices.kubevirt.io/kvm', is: { device: '/dev/kvm' } },
    { name: 'devices.kubevirt.io/kvm2', is: unknown },
    { name: 'devices.kubevirt.io/tun', is: { device: '/dev/net/tun' } },
    { name: 'devices.kubevirt.io/tunnel', is: unknown },
    { name: 'devices.kubevirt.io/vhost-net', is: { device: '/dev/vhost-net' } },
    { name: 'devices.kubevirt.io/vhost-network', is: unknown },
    { name: 'squat.ai/fuse', is: { device: '/dev/fuse' } },
    { name: 'squat.ai/fuses', is: unknown },
    { name: 'intel.com/intel_sriov_netdevice', is: { device: '/dev/vfio' } },
    { name: 'intel.com/dpdk_nic', is: { device: '/dev/vfio' } },
    { name: 'rdma/hca', is: { device: '/dev/vfio' } },
    { name: 'openshift.io/mlxnics', is: { device: '/dev/vfio' } },
    { name: 'example.com/rdma/hca', is: unknown },
    { name: 'example.com/dongle', is: unknown },
  ])('$name is $is', ({ name, is }) => {
    expect(sortResource(name)).toEqual(is);
  });
});

describe('a device file', () => {
  it.each([
    ['/dev/kvm', 'kvm'],
    ['/dev/kvm0', 'unknown'],
    ['/dev/net/tun', 'kernel-interface'],
    ['/dev/fuse', 'kernel-interface'],
    ['/dev/fused', 'unknown'],
    ['/dev/null', 'kernel-interface'],
    ['/dev/dri/renderD128', 'gpu'],
    ['/dev/nvidia0', 'gpu'],
    ['/dev/dxg', 'fpga-or-other'],
    ['/dev/dxgi', 'unknown'],
    ['/dev/apex_0', 'fpga-or-other'],
    ['/dev/ttyUSB0', 'usb-or-serial'],
    ['/dev/serial/by-id/usb-dongle', 'usb-or-serial'],
    ['/dev/tty', 'unknown'],
    ['/dev/sda', 'disk-or-controller'],
    ['/dev/sd', 'unknown'],
    ['/dev/md0', 'disk-or-controller'],
    ['/dev/mdx', 'unknown'],
    ['/dev/sg1', 'disk-or-controller'],
    ['/dev/sgx', 'unknown'],
    ['/dev/vfio/12', 'sriov-or-dpdk-nic'],
    ['/dev/dahdi/channel', 'hsm-or-other-pci'],
    ['/dev/video0', 'unknown'],
    ['/srv/dev/kvm', 'unknown'],
  ])('%s is %s', (path, is) => {
    expect(sortDevice(path)).toBe(is);
  });
});

describe('a path of the host', () => {
  it.each([
    ['/var/run/docker.sock', 'engine-socket'],
    ['/run/containerd/containerd.sock', 'engine-socket'],
    ['/run/k3s/containerd/containerd.sock.ttrpc', 'engine-socket'],
    ['/srv/docker.sock.bak', 'ordinary'],
    ['/srv/mydocker.sock', 'ordinary'],
    ['/etc/localtime', 'habit'],
    ['/etc/localtime.d', 'system'],
    ['/srv/etc/localtime', 'ordinary'],
    ['/etc/ssl/certs', 'habit'],
    ['/etc/sslx', 'system'],
    ['/usr/share/zoneinfo', 'habit'],
    ['/lib/modules', 'modules'],
    ['/lib/modules/6.1', 'modules'],
    ['/lib/modules-load.d', 'system'],
    ['/', 'machine'],
    ['//', 'machine'],
    ['/proc', 'machine'],
    ['/sys/fs/cgroup', 'machine'],
    ['/system', 'ordinary'],
    ['/var/lib/docker', 'machine'],
    ['/var/lib/docker/', 'machine'],
    ['/var/lib/docker-data', 'ordinary'],
    ['/dev/shm', 'habit'],
    ['/dev/shmem', 'device'],
    ['/srv/dev/shm', 'ordinary'],
    ['/dev', 'device'],
    ['/devices', 'ordinary'],
    ['/etc', 'system'],
    ['/var/run/app', 'system'],
    ['/var/log/', 'system'],
    ['/etcd', 'ordinary'],
    ['/srv/usr', 'ordinary'],
    ['./data', 'ordinary'],
  ])('%s is %s', (path, is) => {
    expect(sortHostPath(path)).toBe(is);
  });
});

describe('a system by its name', () => {
  it.each([
    ['RedHat 7', 'linux'],
    ['Red Hat 9', 'linux'],
    ['AlmaLinux 9', 'linux'],
    ['Alma Linux', 'linux'],
    ['Kubuntu 22.04', 'linux'],
    ['Mint', 'linux'],
    ['peppermint', undefined],
    ['rockyroad', undefined],
    ['OS X 10.9', 'macos'],
    ['DragonFlyBSD', 'bsd'],
    ['dragonfly bsd', 'bsd'],
    ['HPUX', 'other'],
    ['HP-UX B.11', 'other'],
    ['MSDOS', 'other'],
    ['MS-DOS 6', 'other'],
    ['phoenix', undefined],
    ['Win NT', 'windows'],
    ['win2012', 'windows'],
    ['winter', undefined],
    ['ESX 4', 'other'],
    ['Microsoft   Windows  7', 'windows'],
  ])('%s is %s', (name, family) => {
    expect(sortSystem(name)?.family).toBe(family);
  });
});

describe('an image of a cloud', () => {
  it.each([
    ['debian-cloud/debian-12', 'linux'],
    ['projects/rhel-cloud/global/images/rhel-9', 'linux'],
    ['redhat-9', 'linux'],
    ['red-hat-9', 'linux'],
    ['oracle-linux-8', 'linux'],
    ['oraclelinux8', 'linux'],
    ['al2023-ami-kernel', 'linux'],
    ['al-2023', undefined],
    ['amzn2-ami-hvm', 'linux'],
    ['cos-109-lts', 'linux'],
    ['cos-cloud/cos-stable', 'linux'],
    ['ecos-12', undefined],
    ['l26', 'linux'],
    ['l24', 'linux'],
    ['l28', undefined],
    ['xl26', undefined],
    ['l260', undefined],
    ['freebsd-14', 'bsd'],
    ['free-bsd', 'bsd'],
    ['win11', 'windows'],
    ['w2k8', 'windows'],
    ['wxp', 'windows'],
    ['golden-win2022', 'windows'],
    ['golden_win-server', 'windows'],
    ['twin-peaks', undefined],
    ['macos-14', 'macos'],
    ['golden', undefined],
  ])('%s is of %s', (name, family) => {
    expect(findFamilyOfImage(name)).toBe(family);
  });

  it.each([
    ['debian-cloud/debian-12', true],
    ['projects/windows-cloud/global/images/windows-2022', true],
    ['https://www.googleapis.com/compute/v1/projects/debian-cloud/global/images/x', true],
    ['my-project/debian-12', false],
    ['my-project/debian-cloud/debian-12', false],
    ['debian-cloudy/debian-12', false],
  ])('%s is one of its maker: %s', (name, is) => {
    expect(isOfMakers(name)).toBe(is);
  });
});
