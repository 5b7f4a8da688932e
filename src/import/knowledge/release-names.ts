/** How a system and its release are written, by whoever lists machines. */
export interface ReleaseName {
  /** The first group is the release, where there is one; matched in lower case. */
  readonly name: RegExp;
  /** The product in the table of releases. */
  readonly product: string;
  /** The release, where a name stands for one; of what is written, the name in the table. */
  readonly release?: string | Readonly<Record<string, string>>;
  /** Who writes it so. */
  readonly source: string;
}

const vmware = 'https://developer.broadcom.com/xapis/vsphere-web-services-api/latest/';
const azure = 'https://learn.microsoft.com/en-us/azure/migrate/tutorial-discover-import';
const release = 'https://www.freedesktop.org/software/systemd/man/latest/os-release.html';
const microsoft = 'https://learn.microsoft.com/en-us/windows/release-health/windows-server-release-info';
const ansible = 'https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_conditionals.html';

const version = String.raw`[^\d]*?(\d+(?:\.\d+|[ -]?sp\d)*)`;
const of = (names: string): RegExp => new RegExp(String.raw`\b(?:${names})\b${version}`);

/** The first that fits counts. */
export const releaseNames: readonly ReleaseName[] = [
  {
    name: /\bwindows (?:nt |storage )?(?:server )?(20(?:00|03|08|12|16|19|22|25)(?: r2)?)\b/,
    product: 'windows-server',
    source: microsoft,
  },
  { name: /\bwindows server threshold\b/, product: 'windows-server', release: '2016', source: vmware },
  {
    name: /\bwindows (xp|vista|7|8\.1|8|10|11)\b/,
    product: 'windows',
    release: { xp: '5', vista: '6' },
    source: vmware,
  },
  { name: of('esxi?'), product: 'vmware-esxi', source: vmware },
  { name: of('photon(?: os)?'), product: 'vmware-photon', source: vmware },
  { name: of('centos stream'), product: 'centos-stream', source: release },
  { name: of('centos(?: linux)?'), product: 'centos', source: vmware },
  { name: of('fedora(?: linux)?'), product: 'fedora', source: vmware },
  { name: of('red ?hat(?: enterprise(?: linux)?)?|rhel'), product: 'rhel', source: vmware },
  { name: of('rocky(?: linux)?'), product: 'rocky-linux', source: vmware },
  { name: of('alma ?linux'), product: 'almalinux', source: vmware },
  { name: of('oracle ?linux'), product: 'oracle-linux', source: vmware },
  { name: of('suse linux enterprise(?: server)?|sles'), product: 'sles', source: azure },
  { name: of('opensuse(?: leap)?'), product: 'opensuse', source: vmware },
  { name: of('debian(?: gnu/linux)?'), product: 'debian', source: vmware },
  { name: of('ubuntu'), product: 'ubuntu', source: azure },
  { name: of('linux ?mint'), product: 'linuxmint', source: release },
  { name: of('amazon(?: linux)?(?: ami)?'), product: 'amazon-linux', source: ansible },
  { name: of('alpine(?: linux)?'), product: 'alpine-linux', source: release },
  { name: of('freebsd'), product: 'freebsd', source: vmware },
  { name: of('openbsd'), product: 'openbsd', source: ansible },
  { name: of('netbsd'), product: 'netbsd', source: ansible },
  { name: of('mac ?os(?: x)?|os x'), product: 'macos', source: vmware },
  { name: of('solaris'), product: 'oracle-solaris', source: vmware },
  { name: of('aix'), product: 'ibm-aix', source: ansible },
];
