import type { ReadyRulebook } from '../../src/rulebook/ready.ts';
import { buildRulebook, type Entry, writeRulebook, type TinyRulebook } from './build-rulebook.ts';

/**
 * Pigeons and holes: one fact more than there are holes, which are its values, and for each two of them and each
 * value a rule that rules containers out where both have it. Two always have the same, so it is a VM whatever the facts are; no
 * search that tries values finds that out in time.
 * @param presumed a value that the facts are presumed to have, if any
 * @param votes whether every fact and value also votes for containers, which never counts
 * @param holes eight are too many for a search
 */
export function tellPigeons(presumed?: string, votes = false, holes = 8): TinyRulebook {
  const pigeons = Array.from({ length: holes + 1 }, (_, pigeon) => `p.pigeon-${pigeon}`);
  const values = Object.fromEntries(Array.from({ length: holes }, (_, hole) => [`h${hole}`, `hole ${hole}`]));
  const fact: Entry = { kind: 'choice', values, ...(presumed === undefined ? {} : { presumed }) };
  const rules = pigeons.flatMap((one, position) =>
    pigeons.slice(position + 1).flatMap((other) =>
      Object.keys(values).map((hole): [string, Entry] => [
        `${one.slice(2)}-and-${other.slice('p.pigeon-'.length)}-in-${hole}`,
        {
          when: { [one]: hole, [other]: hole },
          'rules-out': ['container'],
          examples: { fires: { [one]: hole, [other]: hole }, quiet: { [one]: hole === 'h0' ? 'h1' : 'h0' } },
        },
      ]),
    ),
  );
  const homes = pigeons.flatMap((pigeon) =>
    Object.keys(values).map((hole): [string, Entry] => [
      `${pigeon.slice(2)}-in-${hole}`,
      {
        when: { [pigeon]: hole },
        favours: { container: 'slight' },
        'by-way-of': 'container',
        examples: { fires: { [pigeon]: hole }, quiet: { [pigeon]: hole === 'h0' ? 'h1' : 'h0' } },
      },
    ]),
  );
  return {
    facts: Object.fromEntries(pigeons.map((id) => [id, fact])),
    rules: { pigeons: Object.fromEntries(rules), ...(votes ? { homes: Object.fromEntries(homes) } : {}) },
  };
}

/** A rulebook whose proofs the budget ends. */
export function buildHardRulebook(presumed?: string, votes?: boolean): ReadyRulebook {
  return buildRulebook(tellPigeons(presumed, votes));
}

/** The same as files. */
export function writeHardRulebook(presumed?: string): ReturnType<typeof writeRulebook> {
  return writeRulebook(tellPigeons(presumed));
}

/**
 * The same as conditions: a rule that holds where no two pigeons share one of the first holes, and one for the
 * others. Each fires, and both together never do; no search finds that out in time.
 */
export function buildHardConditions(holes = 8): ReadyRulebook {
  const names = Array.from({ length: holes }, (_, hole) => `h${hole}`);
  const pigeons = Array.from({ length: holes + 1 }, (_, pigeon) => `p.pigeon-${pigeon}`);
  const values = Object.fromEntries(names.map((name) => [name, `hole ${name}`]));
  const tellRule = (own: readonly string[], free: string): Entry => ({
    when: {
      all: [
        { 't.a': 'yes' },
        ...pigeons.flatMap((one, position) =>
          pigeons
            .slice(position + 1)
            .flatMap((other) =>
              own.map((hole) => ({ any: [{ [one]: { not: hole } }, { [other]: { not: hole } }] })),
            ),
        ),
      ],
    },
    favours: { vm: 'slight' },
    examples: {
      fires: { 't.a': 'yes', ...Object.fromEntries(pigeons.map((id) => [id, free])) },
      quiet: { 't.a': 'no' },
    },
  });
  const half = holes >> 1;
  return buildRulebook({
    facts: Object.fromEntries(pigeons.map((id) => [id, { kind: 'choice', values }])),
    rules: {
      first: { one: tellRule(names.slice(0, half), `h${half}`) },
      second: { other: tellRule(names.slice(half), 'h0') },
    },
  });
}
