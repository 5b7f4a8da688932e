import type { Path } from '../read/parse-yaml.ts';
import type { ShapeReader } from '../read/shape-reader.ts';
import { listPlacementNames, type PlacementNames } from '../rulebook/placements.ts';
import { quoteValue } from '../text/safe.ts';
import { wordUnknownName, wordWrongValue } from '../text/suggest.ts';
import { type Kind, kinds } from '../words.ts';
import { parseDate } from './parse-date.ts';
import { type Ruling, rulingStrengths } from './workload.ts';

const rulingKeys = ['rules-out', 'favours', 'because', 'by', 'until'];

/**
 * Reads what people have ruled for one workload: each excludes placements or favours a kind.
 * @param value what stands under `rulings`
 */
export function parseRulings(reader: ShapeReader, value: unknown, names: PlacementNames): Ruling[] {
  if (value === undefined || value === null) return [];
  return reader.list(value, ['rulings'], 'rulings').flatMap((each, index) => {
    const path: Path = ['rulings', index];
    const entry = reader.map(each, path, rulingKeys, 'a ruling');
    if (entry === undefined) return [];
    const { 'rules-out': excluded, favours } = entry;
    if ((excluded === undefined) === (favours === undefined))
      reader.say('a ruling either rules out placements (rules-out) or favours a kind (favours)', path);
    const because = reader.text(entry.because, [...path, 'because'], 'because (the reason for the ruling)');
    const by = reader.text(entry.by, [...path, 'by'], 'by (who ruled so)');
    const until = parseDate(reader, entry.until, [...path, 'until']);
    const effect =
      favours === undefined
        ? { 'rules-out': parseExcluded(reader, excluded, [...path, 'rules-out'], names) }
        : { favours: parseFavours(reader, favours, [...path, 'favours']) };
    if (because === undefined || by === undefined) return [];
    return [{ ...effect, because, by, until, at: reader.document.locate(path) }];
  });
}

/** Placements, groups of them, or a kind; whoever rules out everything has nothing to place. */
function parseExcluded(reader: ShapeReader, value: unknown, path: Path, names: PlacementNames): string[] {
  const known = listPlacementNames(names).filter((name) => name !== 'all');
  const check = (name: unknown, at: Path): string[] => {
    if (typeof name === 'string' && known.includes(name)) return [name];
    if (name === undefined) return [];
    reader.say(
      typeof name === 'string'
        ? wordUnknownName('placement', name, known)
        : `rules-out names placements, got ${quoteValue(name)}`,
      at,
    );
    return [];
  };
  if (!Array.isArray(value)) return check(value, path);
  if (value.length === 0) reader.say('rules-out is an empty list; name a placement', path);
  return value.flatMap((name, index) => check(name, [...path, index]));
}

/** One kind, and how strongly: a ruling weighs less than a strong reason of the rulebook. */
function parseFavours(reader: ShapeReader, value: unknown, path: Path): Ruling['favours'] {
  const map = reader.map(value, path, kinds, 'favours');
  if (map === undefined) return undefined;
  const [first, ...others] = Object.entries(map);
  if (first === undefined || others.length > 0) {
    reader.say('favours must name one kind, vm or container', path);
    return undefined;
  }
  const [kind, strength] = first;
  const known = rulingStrengths.find((each) => each === strength);
  if (known !== undefined) return { [kind as Kind]: known };
  reader.say(
    strength === 'strong'
      ? 'a ruling favours a kind slightly or moderately; where it must decide alone, rule out the placements (rules-out)'
      : wordWrongValue(kind, strength, rulingStrengths),
    [...path, kind],
  );
  return undefined;
}
