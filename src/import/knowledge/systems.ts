/** What the name of an operating system says, whoever wrote it. */
export interface SystemEntry {
  readonly name: RegExp;
  /** The value of `os.family`. */
  readonly family: 'linux' | 'windows' | 'macos' | 'bsd' | 'other';
  /** What it is made for, where that says more than the family: people at a desktop, or other machines. */
  readonly madeFor?: 'desktop' | 'machines';
  /** Who writes it so. */
  readonly source: string;
}

const vmware = 'https://developer.broadcom.com/xapis/vsphere-web-services-api/latest/';
const azure = 'https://learn.microsoft.com/en-us/azure/migrate/tutorial-discover-import';
const google = 'https://docs.cloud.google.com/migration-center/docs/import-data-overview';

/** The first that fits counts. Names are matched as whole words: no darwin is a win. */
export const systemEntries: readonly SystemEntry[] = [
  { name: /\besxi?\b/, family: 'other', madeFor: 'machines', source: vmware },
  { name: /\bhyper-v server\b/, family: 'windows', madeFor: 'machines', source: azure },
  { name: /\bwindows\b.*\b(server|threshold|nt|essentials)\b/, family: 'windows', source: vmware },
  {
    name: /\bwindows (xp|vista|7|8(\.[x\d])?|10|11|95|98|me|millennium|2000 professional)\b/,
    family: 'windows',
    madeFor: 'desktop',
    source: vmware,
  },
  { name: /\b(windows|win ?(2k\d*|nt|20\d\d))\b/, family: 'windows', source: azure },
  { name: /\b(mac ?os( x)?|os x|darwin)\b/, family: 'macos', source: vmware },
  { name: /\b(free|open|net|dragonfly ?)bsd\b/, family: 'bsd', source: vmware },
  { name: /\b(solaris|sunos|openindiana|illumos)\b/, family: 'other', source: vmware },
  { name: /\b(aix|hp-?ux|z\/os|openvms|tru64)\b/, family: 'other', source: google },
  {
    name: /\b(netware|openserver|unixware|os\/2|ecomstation|ms-?dos|sco)\b/,
    family: 'other',
    source: vmware,
  },
  { name: /\blinux\b/, family: 'linux', source: vmware },
  { name: /\b(red ?hat|rhel|centos|fedora|rocky|alma ?linux|asianux)\b/, family: 'linux', source: vmware },
  { name: /\b(suse|sles|sled|opensuse|debian|k?ubuntu|mint)\b/, family: 'linux', source: azure },
  {
    name: /\b(photon os|coreos|flatcar|mandriva|mandrake|turbolinux|gentoo|kylin|uos)\b/,
    family: 'linux',
    source: vmware,
  },
];

/**
 * What is known of a system by its name.
 * @param name as an inventory has it: `Microsoft Windows Server 2019 (64-bit)`
 * @returns undefined where the name is of no system: "Other (32-bit)"
 */
export function sortSystem(name: string): SystemEntry | undefined {
  const plain = name
    .toLowerCase()
    .replace(/\((32|64)-?bit\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return systemEntries.find((entry) => entry.name.test(plain));
}
