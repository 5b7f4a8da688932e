/** What a device file says of what a container needs. */
export type DeviceSort =
  | 'usb-or-serial'
  | 'hsm-or-other-pci'
  | 'disk-or-controller'
  | 'sriov-or-dpdk-nic'
  | 'gpu'
  | 'fpga-or-other'
  | 'kvm'
  | 'kernel-interface'
  | 'unknown';

interface DeviceEntry {
  readonly path: RegExp;
  readonly is: DeviceSort;
  readonly source: string;
}

const list = 'https://www.kernel.org/doc/html/latest/admin-guide/devices.html';

/** What is known of device files; the first that fits counts. */
export const deviceEntries: readonly DeviceEntry[] = [
  { path: /^\/dev\/kvm$/, is: 'kvm', source: 'https://docs.kernel.org/virt/kvm/api.html' },
  {
    path: /^\/dev\/(net\/tun|fuse|vhost-net|null|zero|random|urandom|ppp)(\/|$)/,
    is: 'kernel-interface',
    source: list,
  },
  {
    path: /^\/dev\/(dri|nvidia|kfd|mali|davinci)/,
    is: 'gpu',
    source: 'https://docs.kernel.org/gpu/drm-uapi.html',
  },
  {
    path: /^\/dev\/(apex_|accel|xdma|fpga|neuron|hailo|dxg$)/,
    is: 'fpga-or-other',
    source: 'https://docs.kernel.org/accel/introduction.html',
  },
  { path: /^\/dev\/(tty(USB|ACM|S|AMA)\d*|serial|bus\/usb|usb|hidraw)/, is: 'usb-or-serial', source: list },
  { path: /^\/dev\/(sd[a-z]|nvme|sg\d|mapper|disk|md\d|bsg)/, is: 'disk-or-controller', source: list },
  {
    path: /^\/dev\/(vfio|uio|infiniband)/,
    is: 'sriov-or-dpdk-nic',
    source: 'https://docs.kernel.org/driver-api/vfio.html',
  },
  { path: /^\/dev\/(dvb|dahdi)/, is: 'hsm-or-other-pci', source: list },
  {
    path: /^\/dev\/(video|vchiq|vcio|media|v4l)/,
    is: 'unknown',
    source: 'https://docs.kernel.org/userspace-api/media/index.html',
  },
];

/** What a device file of the host is. */
export function sortDevice(path: string): DeviceSort {
  return deviceEntries.find((entry) => entry.path.test(path))?.is ?? 'unknown';
}
