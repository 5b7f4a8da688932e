import { useState } from 'preact/hooks';
import { isInputError } from '../errors.ts';
import { type NameIndex, wordLabel } from '../report/names.ts';
import { listValues, writeStatedValue } from '../rulebook/fact-value.ts';
import type { Fact, Rulebook } from '../rulebook/rulebook.ts';
import type { FactEntry } from '../advice/result.ts';
import { parseSet } from '../workload/parse-set.ts';
import type { FactStatement } from '../workload/workload.ts';

/** What one control needs. */
export interface FactControlProps {
  readonly fact: Fact;
  readonly rulebook: Rulebook;
  readonly names: NameIndex;
  /** The fact as the report recorded it; undefined where it is recorded differently of several parts. */
  readonly recorded: FactEntry | undefined;
  /** What the reader made of it; undefined where it is left as recorded. */
  readonly change: FactStatement | undefined;
  /** Called with the change, or with undefined to take it back. */
  readonly onChange: (change: FactStatement | undefined) => void;
  readonly id: string;
}

/** Changes one fact: a list of its values, or a field for a number; both take "unknown". */
export function FactControl(props: FactControlProps) {
  const { fact, names, recorded, change, id } = props;
  const said =
    recorded === undefined
      ? 'not the same in all parts'
      : `${wordLabel(names, fact.id, recorded.value)}${recorded.origin === 'presumed' ? ' (presumed)' : ''}`;
  return (
    <div class={`control${change === undefined ? '' : ' is-changed'}`}>
      <label for={id}>
        {fact.question} <code>{fact.id}</code>
      </label>
      {fact.kind === 'number' ? <NumberField {...props} said={said} /> : <ValueList {...props} said={said} />}
    </div>
  );
}

function ValueList({
  fact,
  names,
  change,
  onChange,
  id,
  said,
}: FactControlProps & { readonly said: string }) {
  const values = [...listValues(fact), 'unknown'];
  const now = change === undefined ? '' : (change.values?.map(writeStatedValue)[0] ?? 'unknown');
  const shown = now === '' ? said : now === 'unknown' ? 'not known' : wordLabel(names, fact.id, now);
  return (
    <>
      <select
        id={id}
        value={now}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange(
            value === ''
              ? undefined
              : { fact: fact.id, values: value === 'unknown' ? null : [value], origin: 'set' },
          );
        }}
      >
        <option value="" selected={now === ''}>
          as recorded: {said}
        </option>
        {values.map((value) => (
          <option key={value} value={value} selected={now === value}>
            {value === 'unknown' ? 'not known' : wordLabel(names, fact.id, value)}
          </option>
        ))}
      </select>
      {shown.length > mostInList && <p class="quiet chosen">{shown}</p>}
    </>
  );
}

/** A closed list cuts what is longer, and shows it below. */
const mostInList = 22;

function NumberField(props: FactControlProps & { readonly said: string }) {
  const { fact, rulebook, change, onChange, id, said } = props;
  const [refused, setRefused] = useState<{ readonly typed: string; readonly problem: string }>();
  const read = (typed: string) => {
    setRefused(undefined);
    if (typed.trim() === '') {
      onChange(undefined);
      return;
    }
    try {
      onChange(parseSet([`${fact.id}=${typed.trim()}`], rulebook)[0]);
    } catch (error) {
      if (!isInputError(error)) throw error;
      setRefused({ typed, problem: error.message.replace(/^--set: /, '') });
    }
  };
  return (
    <>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        placeholder={`as recorded: ${said}`}
        value={
          refused?.typed ??
          (change === undefined ? '' : (change.values?.map(writeStatedValue).join(', ') ?? 'unknown'))
        }
        aria-invalid={refused !== undefined}
        aria-describedby={refused === undefined ? undefined : `${id}-problem`}
        onChange={(event) => {
          read(event.currentTarget.value);
        }}
      />
      {fact.unit !== undefined && <span class="unit">{fact.unit}</span>}
      {refused !== undefined && (
        <p id={`${id}-problem`} class="warning">
          {refused.problem}
        </p>
      )}
    </>
  );
}
