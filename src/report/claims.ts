import { type Claims, type Computed, isComputed } from '../import/inference-rule.ts';
import { type NameIndex, wordValue } from './names.ts';

/** What a rule of inference proves or suggests, a line a fact: "os.family: linux". */
export function wordClaims(claims: Claims | Computed | undefined, names: NameIndex): string[] {
  if (claims === undefined) return [];
  if (isComputed(claims)) return claims.facts.map((fact) => `${fact}: ${claims.as}`);
  return Object.entries(claims).map(([fact, values]) => `${fact}: ${wordValue(names, fact, [...values])}`);
}
