/** Makers of USB keys to which licences are tied, by the number that they have as vendors. */
const vendors: Readonly<Record<string, string>> = {
  '04b9': 'Rainbow (Sentinel)',
  '0529': 'Aladdin (HASP)',
  '064f': 'WIBU (CodeMeter)',
  '096e': 'Feitian (Rockey)',
  '1bc0': 'Senselock',
};

/**
 * Whether a USB device is a key of a licence, by its vendor.
 * @param vendor four hexadecimal digits, with or without 0x in front
 * @see http://www.linux-usb.org/usb.ids
 */
export function isDongle(vendor: string): boolean {
  return vendors[vendor.toLowerCase().replace(/^0x/, '')] !== undefined;
}
