import type { Claims } from '../inference-rule.ts';

/** What the name of a size says of the machines of that size. */
interface SizeEntry {
  readonly size: RegExp;
  readonly proves?: Claims;
  readonly suggests?: Claims;
  readonly source: string;
}

const aws = 'https://aws.amazon.com/ec2/instance-types/';
const google = 'https://cloud.google.com/compute/docs/machine-resource';
const azure = 'https://learn.microsoft.com/azure/virtual-machines/sizes/overview';

const computing: Claims = { 'hardware.accelerator': ['gpu-compute'] };
const graphics: Claims = { 'hardware.accelerator': ['gpu-compute', 'virtual-gpu-desktop'] };
const special: Claims = { 'hardware.accelerator': ['fpga-or-other'] };

/** A size is a choice, and no need: all that it hands out is only likely to be needed. */
const entries: readonly SizeEntry[] = [
  { size: /^mac\d/, proves: { 'os.family': ['macos'] }, source: aws },
  {
    size: /\.metal(-|$)/,
    proves: { 'site.hardware-virt': ['yes'] },
    suggests: { 'os.runs-vms': ['yes'] },
    source: aws,
  },
  { size: /^p\d[a-z]*\./, suggests: computing, source: aws },
  { size: /^g\d[a-z]*\./, suggests: graphics, source: aws },
  { size: /^(f|inf|trn|vt|dl)\d[a-z]*\./, suggests: special, source: aws },
  { size: /^a[234][a-z]*-/, suggests: computing, source: google },
  { size: /^g2-/, suggests: graphics, source: google },
  { size: /^ct\d/, suggests: special, source: google },
  { size: /^standard_(nc|nd)/i, suggests: computing, source: azure },
  { size: /^standard_(nv|ng)/i, suggests: graphics, source: azure },
  { size: /^standard_np/i, suggests: special, source: azure },
];

/** What is known of a size of machines by its name. */
export function findSize(name: string): SizeEntry | undefined {
  return entries.find(({ size }) => size.test(name));
}
