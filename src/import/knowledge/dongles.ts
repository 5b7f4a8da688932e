/** A maker of USB keys to which licences are tied. */
interface DongleVendor {
  /** Four hexadecimal digits. */
  readonly vendor: string;
  readonly source: string;
}

const list = 'http://www.linux-usb.org/usb.ids';

/** Makers of USB keys, by the numbers that they have as vendors. */
export const dongleVendors: readonly DongleVendor[] = [
  // Rainbow (Sentinel), Aladdin (HASP), WIBU (CodeMeter), Feitian (Rockey), Senselock.
  { vendor: '04b9', source: list },
  { vendor: '0529', source: list },
  { vendor: '064f', source: list },
  { vendor: '096e', source: list },
  { vendor: '1bc0', source: list },
];

/**
 * Whether a USB device is a key of a licence, by its vendor.
 * @param vendor four hexadecimal digits, with or without 0x in front
 */
export function isDongle(vendor: string): boolean {
  const plain = vendor.toLowerCase().replace(/^0x/, '');
  return dongleVendors.some((each) => each.vendor === plain);
}
