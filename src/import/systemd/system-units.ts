/** Services that distributions bring along, which nobody places. */
const names: readonly { readonly name: RegExp; readonly source: string }[] = [
  {
    name: /^(systemd-|user@|user-runtime-dir@|getty|serial-getty@|console-|container-getty@|autovt@|initrd|emergency|rescue|debug-shell|ldconfig|modprobe@|kmod|quotaon|rc-local|dm-event|lvm2|blk-availability|plymouth)/,
    source: 'https://www.freedesktop.org/software/systemd/man/latest/',
  },
  {
    name: /^(ssh|sshd|sshd-keygen|ssh@|cron|crond|anacron|atd|dbus|dbus-broker|rsyslog|syslog|auditd|polkit|polkitd|udev|udisks2|upower|accounts-daemon|NetworkManager|networking|network|wpa_supplicant|ModemManager|avahi-daemon|bluetooth|chronyd?|ntp|ntpd|firewalld|ufw|nftables|iptables|apparmor|selinux-\w+|snapd|unattended-upgrades|packagekit|dnf-\w+|apt-daily|apt-daily-upgrade|man-db|logrotate|fstrim|e2scrub_\w+|smartd|smartmontools|irqbalance|tuned|thermald|acpid|qemu-guest-agent|open-vm-tools|vmtoolsd|vgauth|cloud-(init|config|final)\w*|lm-sensors|multipathd|iscsid|open-iscsi|gdm|lightdm|sddm|display-manager|keyboard-setup|console-setup|resolvconf|rpcbind|mdmonitor|mdadm|sysstat|rng-tools|rngd|haveged|fwupd|colord|rtkit-daemon|switcheroo-control|power-profiles-daemon|motd-news|ua-timer|ubuntu-advantage|apport|whoopsie|kerneloops|grub-common)(-|@|$)/,
    source: 'https://packages.debian.org/stable/',
  },
];

/** Whether a service is one of the system's own, by its name without ending. */
export function isSystemUnit(name: string): boolean {
  return names.some((entry) => entry.name.test(name));
}
