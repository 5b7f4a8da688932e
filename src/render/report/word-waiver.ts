import type { Advice } from '../../advice/advice.ts';

/** What became of a waiver, as the head of a line: it counts, it ran out, or --no-waivers set it aside. */
export function wordWaiver(waiver: Advice['waivers'][number]): string {
  if (waiver.counts) return waiver.until === undefined ? 'Waived' : `Waived until ${waiver.until}`;
  if (waiver.ignored) return 'Waiver ignored (--no-waivers), the rule counts';
  return `Waiver expired on ${waiver.until ?? ''}, the rule counts again`;
}
