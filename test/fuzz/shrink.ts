/**
 * Makes a text smaller while it still does what made it interesting: pieces of halving size are left out.
 * @param holds whether a smaller text still does it
 */
export async function shrink(text: string, holds: (text: string) => Promise<boolean>): Promise<string> {
  let small = text;
  for (let size = Math.ceil(text.length / 2), tries = 0; size >= 1 && tries < 400;) {
    let shorter = false;
    for (let from = 0; from < small.length && tries < 400; tries++) {
      const without = small.slice(0, from) + small.slice(from + size);
      if (await holds(without)) {
        small = without;
        shorter = true;
      } else from += size;
    }
    if (!shorter || size > small.length) size = size === 1 ? 0 : Math.ceil(size / 2);
  }
  return small;
}
