/** Where engines say which capabilities they give by themselves. */
export const usualCapabilitiesSource =
  'https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities';

/** Capabilities that every container has; given back after all were taken, they are no extra. */
export const usualCapabilities: ReadonlySet<string> = new Set(
  `AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE NET_RAW SETFCAP SETGID SETPCAP SETUID
   SYS_CHROOT`.split(/\s+/),
);
