import { collectorHead } from './host-view.ts';
import { windowsCollectorScript } from './windows-collector.ts';

/**
 * A script for a POSIX shell that prints what can be read back of the host it runs on. It only reads, needs no
 * right that every user has not, sends nothing, and prints no environment, argument, user or address of a person.
 */
export const collectorScript = `#!/bin/sh
# Prints what advise can read of this host: one line a fact, a key and a value with a tab between.
# Reads only; needs no root (with it, uuid is there, too). Keep what it prints: sh collect.sh > HOST.txt
LC_ALL=C; export LC_ALL
say() { if [ -n "$2" ]; then printf '%s\\t%s\\n' "$1" "$2"; fi; }
first() { head -n 1 "$1" 2>/dev/null; }

echo '${collectorHead}'
say name "$(hostname 2>/dev/null || uname -n)"
say system "$(uname -s)"
say kernel "$(uname -r)"
say release "$(sed -n 's/^PRETTY_NAME=["]\\{0,1\\}\\([^"]*\\)["]\\{0,1\\}$/\\1/p' /etc/os-release 2>/dev/null)"
say memory-kib "$(sed -n 's/^MemTotal: *\\([0-9]*\\) kB$/\\1/p' /proc/meminfo 2>/dev/null)"
if command -v systemd-detect-virt >/dev/null 2>&1; then
  virtual=$(systemd-detect-virt 2>/dev/null)
elif [ -f /.dockerenv ]; then
  virtual=docker
else
  virtual=$(first /sys/devices/virtual/dmi/id/sys_vendor)
fi
say virtual "$virtual"
if [ -d /etc/libvirt/qemu ] && ls /etc/libvirt/qemu/*.xml >/dev/null 2>&1; then say runs-machines yes; fi
say uuid "$(first /sys/devices/virtual/dmi/id/product_uuid)"
`;

/** The shells that there is a collector for. */
export type CollectorShell = 'sh' | 'ps1';

/** The script for each. */
export const collectors: Readonly<Record<CollectorShell, string>> = {
  sh: collectorScript,
  ps1: windowsCollectorScript,
};
