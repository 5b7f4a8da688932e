import type { Path } from '../../read/parse-yaml.ts';
import { findVote, listSuited } from '../effects.ts';
import { findNamed } from '../look-up.ts';
import type { Rule, Rulebook } from '../rulebook.ts';
import { kinds, strengths } from '../../words.ts';

// What the files of rulebooks held before, and hold otherwise now. Whoever still writes so is told what
// to write instead, at its place; `advise rules upgrade` writes it.

/** A change of a file, by the path of what it changes. */
export type Edit =
  | { readonly do: 'replace'; readonly path: Path; readonly value: unknown }
  | { readonly do: 'remove'; readonly path: Path }
  | { readonly do: 'rename'; readonly path: Path; readonly to: string };

/** Something that is written as it was before. */
export interface OldForm {
  /** What holds now. */
  readonly why: string;
  /** What to write instead; empty where only a person can say what was meant. */
  readonly write: string;
  readonly path: Path;
  readonly part: 'key' | 'value';
  /** What writes it. */
  readonly edits: readonly Edit[];
}

type YamlMap = Readonly<Record<string, unknown>>;

/**
 * Finds what a file of a rulebook writes as it was before.
 * @param data what the file holds
 * @param base the rulebook that it extends, for what it leaves unsaid; undefined for one that stands alone
 */
export function listOldForms(data: unknown, base: Pick<Rulebook, 'rules'> | undefined): OldForm[] {
  if (!isMap(data)) return [];
  return [
    ...listMaps(data.rules).flatMap(({ map, index }) => [
      ...listOldVotes(map, ['rules', index]),
      ...listOldExamples(map, ['rules', index]),
    ]),
    ...listMaps(data.change).flatMap(({ map, index }) => listOldChange(map, ['change', index], base)),
  ];
}

/** `favours: vm` or `suits: x`, with a `strength` beside it. */
function listOldVotes(rule: YamlMap, path: Path): OldForm[] {
  const { favours, suits, strength } = rule;
  const key = isOldKind(favours) ? 'favours' : 'suits';
  const names = listNames(rule[key]);
  if (names === undefined) return [];
  const here = [...path, key];
  if (!isStrength(strength))
    return [refuse(`${key} says how strongly, as in ${key}: ${write(grade(names, 'slight'))}`, here)];
  const value = grade(names, strength);
  if (favours !== undefined && suits !== undefined)
    return [refuse(`favours and suits each say how strongly, as in ${key}: ${write(value)}`, here)];
  return [
    {
      why: `${key} says how strongly`,
      write: `${key}: ${write(value)} and no strength`,
      path: here,
      part: 'key',
      edits: [
        { do: 'replace', path: here, value },
        { do: 'remove', path: [...path, 'strength'] },
      ],
    },
  ];
}

/** Two whole examples, of which the second is the first with one fact changed. */
function listOldExamples({ examples }: YamlMap, path: Path): OldForm[] {
  if (!isMap(examples) || !isMap(examples.fires) || !isMap(examples.quiet)) return [];
  const { fires, quiet } = examples;
  if (Object.keys(quiet).length < 2) return [];
  const here = [...path, 'examples', 'quiet'];
  const facts = [...new Set([...Object.keys(fires), ...Object.keys(quiet)])];
  const different = facts.filter((fact) => String(fires[fact]) !== String(quiet[fact]));
  const [fact] = different;
  if (fact === undefined || different.length > 1 || quiet[fact] === undefined)
    return [
      refuse(
        `quiet is the one fact that differs from fires, and here ${fact === undefined ? 'none does' : `${different.join(', ')} do`}`,
        here,
      ),
    ];
  const value = { [fact]: quiet[fact] };
  return [
    {
      why: 'quiet is the one fact that differs from fires',
      write: `quiet: ${write(value)}`,
      path: here,
      part: 'key',
      edits: [{ do: 'replace', path: here, value }],
    },
  ];
}

/** A change may say one half of a vote only; the other half is that of the rule it changes. */
function listOldChange(
  { rule: name, to, without }: YamlMap,
  path: Path,
  base: Pick<Rulebook, 'rules'> | undefined,
): OldForm[] {
  const taken = listOldRemovals(without, path);
  if (!isMap(to)) return taken;
  const here = [...path, 'to'];
  const rule = typeof name === 'string' && base !== undefined ? findNamed(base.rules, name) : undefined;
  return [...taken, ...listOldExamples(to, here), ...listOldHalves(to, here, rule)];
}

function listOldHalves(to: YamlMap, path: Path, rule: Rule | undefined): OldForm[] {
  const { favours, suits, strength } = to;
  const vote = rule === undefined ? undefined : findVote(rule);
  const suited = rule === undefined ? [] : listSuited(rule);
  const half = (
    key: 'favours' | 'suits',
    from: string,
    value: Readonly<Record<string, unknown>>,
  ): OldForm[] => [
    {
      why: `${key} says how strongly`,
      write: `${key}: ${write(value)}`,
      path: [...path, from],
      part: 'key',
      edits: [
        { do: 'replace', path: [...path, from], value },
        ...(from === key ? [] : [{ do: 'rename', path: [...path, from], to: key } as const]),
      ],
    },
  ];
  const names = listNames(suits);
  if (strength === undefined && isOldKind(favours) && vote !== undefined)
    return half('favours', 'favours', grade([favours], vote.strength));
  if (strength === undefined && names !== undefined && suited[0] !== undefined)
    return half('suits', 'suits', grade(names, suited[0][0]));
  if (isOldKind(favours) || names !== undefined) return listOldVotes(to, path);
  if (!isStrength(strength)) return [];
  if (vote !== undefined && suited.length === 0)
    return half('favours', 'strength', grade([vote.kind], strength));
  const placements = suited.flatMap(([, each]) => each);
  if (vote === undefined && placements.length > 0)
    return half('suits', 'strength', grade(placements, strength));
  const examples = `favours: { vm: ${strength} } or suits: { vm.single: ${strength} }`;
  return [
    refuse(`a strength stands with what it is the strength of, as in ${examples}`, [...path, 'strength']),
  ];
}

/** A strength goes with what it is the strength of. */
function listOldRemovals(without: unknown, path: Path): OldForm[] {
  if (!Array.isArray(without)) return [];
  const index = without.indexOf('strength');
  if (index === -1) return [];
  const here = [...path, 'without', index];
  return without.includes('favours') || without.includes('suits')
    ? [
        {
          why: 'what is taken away takes its strength with it',
          write: `without: [${without.filter((_, place) => place !== index).join(', ')}]`,
          path: here,
          part: 'value',
          edits: [{ do: 'remove', path: here }],
        },
      ]
    : [refuse('a strength goes only with favours or suits; take one of them away', here)];
}

function refuse(why: string, path: Path): OldForm {
  return { why, write: '', path, part: 'key', edits: [] };
}

function grade(names: readonly string[], strength: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, strength]));
}

function write(value: Readonly<Record<string, unknown>>): string {
  return `{ ${Object.entries(value)
    .map(([key, each]) => `${key}: ${Array.isArray(each) ? `[${each.join(', ')}]` : String(each)}`)
    .join(', ')} }`;
}

function listNames(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string')
    ? value
    : undefined;
}

function isOldKind(value: unknown): value is string {
  return typeof value === 'string' && kinds.some((kind) => kind === value);
}

function isStrength(value: unknown): value is string {
  return typeof value === 'string' && strengths.some((strength) => strength === value);
}

function listMaps(list: unknown): { readonly map: YamlMap; readonly index: number }[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((map: unknown, index) => (isMap(map) ? [{ map, index }] : []));
}

function isMap(value: unknown): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
