import { useState } from 'preact/hooks';
import type { PartAdvice } from '../advice/result.ts';
import type { PagePart } from '../render/advice/html/page-part.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { FactStatement } from '../workload/workload.ts';
import { FactControl } from './fact-control.tsx';

/** A control for every fact, by group; a field finds one by name, id or question. */
export function FactControls(props: {
  readonly about: PagePart;
  readonly rulebook: Rulebook;
  readonly recorded: PartAdvice;
  readonly changes: readonly FactStatement[];
  readonly onChange: (changes: readonly FactStatement[]) => void;
}) {
  const { about, rulebook, recorded, changes, onChange } = props;
  const { groups, facts } = rulebook;
  const [wanted, setWanted] = useState('');
  const words = wanted.toLowerCase().split(/\s+/);
  const isWanted = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const found = facts.filter((fact) => isWanted(`${fact.id} ${fact.name} ${fact.question}`));
  const search = `${about.anchor}-find`;
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
      {groups.map((group) => {
        const own = found.filter(({ id }) => id.startsWith(`${group.id}.`));
        if (own.length === 0) return null;
        return (
          <fieldset key={group.id}>
            <legend>{group.title}</legend>
            {own.map((fact) => (
              <FactControl
                key={fact.id}
                id={`${about.anchor}-${fact.id}`}
                fact={fact}
                rulebook={rulebook}
                names={about.names}
                recorded={recorded.facts[fact.id] ?? { value: 'unknown', origin: 'unknown' }}
                change={changes.find((each) => each.fact === fact.id)}
                onChange={(change) => {
                  const others = changes.filter((each) => each.fact !== fact.id);
                  onChange(change === undefined ? others : [...others, change]);
                }}
              />
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
