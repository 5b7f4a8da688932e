/** Where engines say which capabilities they give by themselves. */
export const usualCapabilitiesSource =
  'https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities';

/** Capabilities that every container has; given back after all were taken, they are no extra. */
export const usualCapabilities: ReadonlySet<string> = new Set(
  `AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE NET_RAW SETFCAP SETGID SETPCAP SETUID
   SYS_CHROOT`.split(/\s+/),
);

/** A capability that comes to the same as root on the host. */
interface HostCapability {
  /** Without the prefix. */
  readonly name: string;
  /** What it opens, as the end of a sentence. */
  readonly opens: string;
  readonly source: string;
}

const manual = 'https://man7.org/linux/man-pages/man7/capabilities.7.html';

/** Capabilities by which a program reaches the kernel, the memory or all files of its host. */
export const hostCapabilities: readonly HostCapability[] = [
  { name: 'SYS_MODULE', opens: 'loads code into the kernel', source: manual },
  { name: 'SYS_ADMIN', opens: 'mounts file systems and does most of what root may', source: manual },
  { name: 'SYS_RAWIO', opens: 'reaches memory and ports of the machine', source: manual },
  { name: 'SYS_PTRACE', opens: 'reads and changes other programs', source: manual },
  { name: 'SYS_BOOT', opens: 'restarts the machine, or loads another kernel', source: manual },
  { name: 'DAC_READ_SEARCH', opens: 'opens every file whatever its rights', source: manual },
  { name: 'BPF', opens: 'runs code inside the kernel', source: manual },
  { name: 'MAC_ADMIN', opens: 'changes the security module', source: manual },
  { name: 'MAC_OVERRIDE', opens: 'passes the security module by', source: manual },
];

/** Whether a capability, without its prefix, comes to root on the host. */
export function isHostCapability(name: string): boolean {
  return hostCapabilities.some((each) => each.name === name);
}
