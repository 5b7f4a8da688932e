import { deriveSpot } from '../derived-spot.ts';
import { type Spot, spotAt } from '../spot.ts';

/** Lists that a later file replaces as a whole. */
const replaced = ['command', 'entrypoint', 'test'];
/** Lists whose items are told apart by where they lie in the container. */
const byTarget = ['volumes', 'ports', 'secrets', 'configs', 'devices'];

/**
 * Lays one map over another, as Compose does: maps by key, lists one behind the other, texts replaced;
 * `!reset` takes a key away and `!override` puts a value in the place of the whole other.
 */
export function mergeSpots(base: Spot, over: Spot): Spot {
  return deriveSpot(over, {
    entries: () => {
      const merged = new Map(base.entries);
      for (const [key, spot] of over.entries) {
        const before = merged.get(key);
        if (spot.tag === '!reset') merged.delete(key);
        else
          merged.set(
            key,
            before === undefined || spot.tag === '!override' ? spot : mergeValue(key, before, spot),
          );
      }
      return merged;
    },
  });
}

function mergeValue(key: string, base: Spot, over: Spot): Spot {
  if (base.is === 'map' && over.is === 'map') return mergeSpots(base, over);
  if (base.is !== 'list' || over.is !== 'list' || replaced.includes(key)) return over;
  return deriveSpot(over, {
    items: () => {
      if (!byTarget.includes(key)) return [...base.items, ...over.items];
      const targets = over.items.map(targetOf);
      return [...base.items.filter((item) => !targets.includes(targetOf(item))), ...over.items];
    },
  });
}

function targetOf(item: Spot): string {
  if (item.text === undefined) return spotAt(item, 'target')?.text ?? '';
  const parts = item.text.split(':');
  return parts[1] ?? parts[0] ?? '';
}
