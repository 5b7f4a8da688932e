import { entryOf } from '../../entry-of.ts';

const powers: Readonly<Record<string, number>> = {
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * A quantity as Kubernetes writes it: `512Mi` is binary, `512M` decimal, `1e9` and a bare number count.
 * @returns undefined where it is none
 */
export function parseQuantity(text: string | undefined): number | undefined {
  const [, number = '', unit = ''] =
    /^\s*(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)([A-Za-z]{0,2})\s*$/.exec(text ?? '') ?? [];
  const power = entryOf(powers, unit);
  const quantity = power === undefined || number === '' ? NaN : Number(number) * power;
  return Number.isFinite(quantity) ? quantity : undefined;
}
