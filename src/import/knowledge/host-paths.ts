/** What a path of the host is to a container that is given it. */
export type HostPathSort =
  /** The socket of a container engine. */
  | 'engine-socket'
  /** What only whoever looks after the machine reads: its root, processes, kernel, engine data. */
  | 'machine'
  /** Another folder of the system. */
  | 'system'
  /** Modules of the kernel. */
  | 'modules'
  | 'device'
  /** The clock's zone, certificates, an account list: given to containers out of habit. */
  | 'habit'
  /** A folder of the user's own: a volume by another name. */
  | 'ordinary';

interface PathEntry {
  readonly path: RegExp;
  readonly is: HostPathSort;
  readonly source: string;
}

const hierarchy = 'https://refspecs.linuxfoundation.org/FHS_3.0/fhs/index.html';
const docker = 'https://docs.docker.com/engine/security/protect-access/';

/** The first that fits counts. */
export const hostPathEntries: readonly PathEntry[] = [
  { path: /\/(docker|podman|containerd|crio|cri-dockerd)\.sock$/, is: 'engine-socket', source: docker },
  { path: /\/containerd\/containerd\.sock/, is: 'engine-socket', source: docker },
  {
    path: /^\/etc\/(localtime|timezone|hosts|resolv\.conf|machine-id|passwd|group|hostname)$/,
    is: 'habit',
    source: hierarchy,
  },
  {
    path: /^\/etc\/(ssl|pki|ca-certificates|letsencrypt)(\/|$)|^\/usr\/share\/(zoneinfo|ca-certificates)(\/|$)/,
    is: 'habit',
    source: hierarchy,
  },
  { path: /^\/lib\/modules(\/|$)/, is: 'modules', source: hierarchy },
  {
    path: /^\/$|^\/(proc|sys)(\/|$)|^\/var\/lib\/(docker|containerd|containers|kubelet)(\/|$)/,
    is: 'machine',
    source: hierarchy,
  },
  { path: /^\/dev\/shm(\/|$)/, is: 'habit', source: hierarchy },
  { path: /^\/dev(\/|$)/, is: 'device', source: hierarchy },
  {
    path: /^\/(run|var\/run|etc|var\/log|boot|usr|bin|sbin|lib|lib64)(\/|$)/,
    is: 'system',
    source: hierarchy,
  },
];

/** What a path of the host is. */
export function sortHostPath(path: string): HostPathSort {
  const plain = path.replace(/(?<=.)\/+$/, '');
  return hostPathEntries.find((entry) => entry.path.test(plain))?.is ?? 'ordinary';
}
