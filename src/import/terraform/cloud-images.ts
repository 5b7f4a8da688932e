import { sortSystem } from '../knowledge/systems.ts';

/** How the images of a family are called. */
interface NamedImage {
  readonly name: RegExp;
  readonly family: 'linux' | 'windows' | 'macos' | 'bsd';
  readonly source: string;
}

/** How images and guests are called, where no name of a system stands by itself. */
const names: readonly NamedImage[] = [
  {
    name: /darwin|macos/i,
    family: 'macos',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-mac-instances.html',
  },
  {
    name: /(free|open|net|dragonfly)-?bsd/i,
    family: 'bsd',
    source: 'https://cloud.google.com/compute/docs/images/os-details',
  },
  {
    name: /^w(in|xp|2k|vista)|windows|[-_/]win-?(server|20\d\d|\d)/i,
    family: 'windows',
    source: 'https://developer.broadcom.com/xapis/vsphere-web-services-api/latest/',
  },
  {
    name: /debian|ubuntu|rhel|red-?hat|centos|rocky|alma|oracle-?linux|sles|suse|fedora|coreos|flatcar|amzn|al20\d\d|amazon-?linux|alpine|photon|linux|^l2[46]$|^cos-|\/cos-/i,
    family: 'linux',
    source: 'https://cloud.google.com/compute/docs/images/os-details',
  },
];

/** The family of a system by what an image, a guest or an offer is called. */
export function findFamilyOfImage(name: string): string | undefined {
  return sortSystem(name)?.family ?? names.find((entry) => entry.name.test(name))?.family;
}

/** Whether the maker of the system called it so, and not somebody who made an image of their own. */
export function isOfMakers(name: string): boolean {
  return /^(https:\/\/[\w.]+\/compute\/v1\/)?(projects\/)?[a-z-]+-cloud\/|cos-cloud\//.test(name);
}
