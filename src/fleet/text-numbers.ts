/** Bytes, and the same to be read some at a time. */
export interface ByteView {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** Numbers texts by their bytes, so that what was found out of one need not be found out again. */
export interface TextNumbers {
  /**
   * The number of a text, counted from 0 in the order in which they came; -1 where it is a new one.
   * @param under what it belongs to: the same text has another number under something else
   */
  find(at: ByteView, from: number, to: number, under: number): number;
  /** Gives a text that is not found the next number. */
  add(at: ByteView, from: number, to: number, under: number): number;
  /** The position after a text where it stands at a position; -1 where something else stands there. */
  endOf(number: number, at: ByteView, from: number): number;
}

/** Looks at bytes in both ways. */
export function viewBytes(bytes: Uint8Array): ByteView {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

/** Begins to number texts. */
export function numberTexts(): TextNumbers {
  /** By hash the number of a text and 1; 0 for none. A power of two, at least half of it empty. */
  let slots = new Int32Array(1024);
  /** For each text what it is under, its hash, and where its bytes begin; those of the next begin where they end. */
  let [unders, hashes, starts] = [new Int32Array(512), new Int32Array(512), new Int32Array(512)];
  let store = viewBytes(new Uint8Array(16_384));
  let size = 0;

  const enter = (number: number): void => {
    let slot = (hashes[number] ?? 0) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  };
  const grow = (): void => {
    slots = new Int32Array(2 * slots.length);
    [unders, hashes, starts] = [enlarge(unders), enlarge(hashes), enlarge(starts)];
    for (let number = 0; number < size; number++) enter(number);
  };
  const endOf = (number: number, at: ByteView, from: number): number => {
    const start = starts[number] ?? 0;
    const length = (starts[number + 1] ?? 0) - start;
    return isSame(at, from, store, start, length) ? from + length : -1;
  };
  return {
    endOf,
    find: (at, from, to, under) => {
      const hash = hashBytes(at.bytes, from, to, under);
      const last = slots.length - 1;
      for (let slot = hash & last; ; slot = (slot + 1) & last) {
        const number = (slots[slot] ?? 0) - 1;
        if (number === -1) return -1;
        if (hashes[number] === hash && unders[number] === under && endOf(number, at, from) === to)
          return number;
      }
    },
    add: ({ bytes }, from, to, under) => {
      if (size + 2 > starts.length) grow();
      const start = starts[size] ?? 0;
      const end = start + to - from;
      while (end > store.bytes.length) {
        const larger = new Uint8Array(2 * store.bytes.length);
        larger.set(store.bytes);
        store = viewBytes(larger);
      }
      store.bytes.set(bytes.subarray(from, to), start);
      unders[size] = under;
      hashes[size] = hashBytes(bytes, from, to, under);
      starts[size + 1] = end;
      enter(size);
      return size++;
    },
  };
}

function enlarge(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

/**
 * Whether the same bytes stand at two places: eight at once, as numbers, the last eight from the end. Bytes that
 * are no number are found different, which no text of plain characters is.
 */
function isSame(one: ByteView, from: number, other: ByteView, start: number, length: number): boolean {
  const [a, b] = [one.view, other.view];
  if (from + length > a.byteLength) return false;
  if (length < 8) {
    for (let each = 0; each < length; each++)
      if (a.getUint8(from + each) !== b.getUint8(start + each)) return false;
    return true;
  }
  const last = length - 8;
  for (let each = 0; each < last; each += 8)
    if (a.getFloat64(from + each, true) !== b.getFloat64(start + each, true)) return false;
  return a.getFloat64(from + last, true) === b.getFloat64(start + last, true);
}

/** Of long texts only the ends are looked at: which one it is is seen by comparing them. */
function hashBytes(bytes: Uint8Array, from: number, to: number, under: number): number {
  let hash = Math.imul(under, 0x9e3779b1) ^ (to - from);
  const middle = Math.min(to, from + 10);
  for (let each = from; each < middle; each++) hash = Math.imul(hash ^ (bytes[each] ?? 0), 0x01000193);
  for (let each = Math.max(middle, to - 6); each < to; each++)
    hash = Math.imul(hash ^ (bytes[each] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
