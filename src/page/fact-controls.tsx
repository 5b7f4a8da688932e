import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FactEntry } from '../advice/result.ts';
import type { NameIndex } from '../report/names.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { FactStatement } from '../workload/workload.ts';
import { FactControl } from './fact-control.tsx';

/** A control for every fact, by group; a field finds one by name, id, question or value. */
export function FactControls(props: {
  readonly anchor: string;
  readonly names: NameIndex;
  readonly rulebook: Rulebook;
  /** A fact as the report recorded it; undefined where the parts that are changed differ in it. */
  readonly recorded: (fact: string) => FactEntry | undefined;
  readonly changes: readonly FactStatement[];
  /** Called with the change of a fact, or with undefined to take it back. */
  readonly onChange: (fact: string, change: FactStatement | undefined) => void;
  /** What stands between the search and the controls, as long as nothing is searched. */
  readonly children: ComponentChildren;
}) {
  const { anchor, names, rulebook, recorded, changes, onChange, children } = props;
  const { groups, facts } = rulebook;
  const [wanted, setWanted] = useState('');
  const words = wanted.toLowerCase().split(/\s+/);
  const isWanted = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const found = facts.filter(({ id, name, question, values }) =>
    isWanted([id, name, question, ...Object.entries(values ?? {}).flat()].join(' ')),
  );
  const search = `${anchor}-find`;
  return (
    <div class="controls">
      <label for={search}>Find a fact</label>
      <input
        id={search}
        type="search"
        value={wanted}
        onInput={(event) => {
          setWanted(event.currentTarget.value);
        }}
      />
      {found.length === 0 && <p class="quiet">No fact is called so.</p>}
      {/* What is found stands right below the search: with it open, what came out moves behind it. */}
      <div class={wanted === '' ? '' : 'found'}>
        <div class="outcome">{children}</div>
        <div class="groups">
          {groups.map((group) => {
            const own = found.filter(({ id }) => id.startsWith(`${group.id}.`));
            if (own.length === 0) return null;
            return (
              <fieldset key={group.id}>
                <legend>{group.title}</legend>
                {own.map((fact) => (
                  <FactControl
                    key={fact.id}
                    id={`${anchor}-${fact.id}`}
                    fact={fact}
                    rulebook={rulebook}
                    names={names}
                    recorded={recorded(fact.id)}
                    change={changes.find((each) => each.fact === fact.id)}
                    onChange={(change) => {
                      onChange(fact.id, change);
                    }}
                  />
                ))}
              </fieldset>
            );
          })}
        </div>
      </div>
    </div>
  );
}
