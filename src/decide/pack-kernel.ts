import { openTable } from './bit-table.ts';
import { type Kernel, openBallot } from './kernel.ts';
import type { Model } from './model.ts';

// A kernel as plain data. The program is built with that of its own rulebook, as to compile it took a tenth of
// what a start takes.

/** What a file holds of a kernel: all but its model, and what is remembered while it is used. */
export type PackedKernel = ReturnType<typeof packKernel>;

/** Gives a kernel as plain data, every list of numbers as such. */
export function packKernel({
  table,
  width,
  removing,
  removes,
  voting,
  votes,
  counting,
  kinds,
  suits,
  plans,
}: Kernel) {
  const { words, bits, starts, links, linkStarts } = plans();
  return {
    table: {
      width: table.width,
      reads: table.reads,
      tests: table.tests,
      turned: [...table.turned],
      links: [...table.links],
      tangled: table.tangled,
    },
    width,
    removing: [...removing],
    removes,
    voting: [...voting],
    votes: [...votes],
    counting: [...counting],
    kinds,
    suits,
    plans: {
      words: [...words],
      bits: [...bits],
      starts: [...starts],
      links: [...links],
      linkStarts: [...linkStarts],
    },
  } as const;
}

/**
 * Gives a kernel that was packed, ready to be used.
 * @param model what it was compiled from, without waivers
 */
export function unpackKernel({ table, plans, ...packed }: PackedKernel, model: Model): Kernel {
  const unpacked = {
    words: new Int32Array(plans.words),
    bits: new Int32Array(plans.bits),
    starts: new Int32Array(plans.starts),
    links: new Int32Array(plans.links),
    linkStarts: new Int32Array(plans.linkStarts),
  };
  return {
    ...packed,
    model,
    table: openTable({
      ...table,
      turned: new Int32Array(table.turned),
      links: new Int32Array(table.links),
    }),
    removing: new Int32Array(packed.removing),
    counting: new Int32Array(packed.counting),
    voting: new Int32Array(packed.voting),
    votes: new Int32Array(packed.votes),
    plans: () => unpacked,
    ...openBallot(model),
  };
}
