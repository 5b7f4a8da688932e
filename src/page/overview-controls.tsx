import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { overviewGroups, overviewOrders, type OverviewView, viewRows } from './overview-rows.ts';

/** With more workloads than this the table of an overview can be searched, sorted and grouped. */
const fewest = 8;

/** Puts controls above the overview of many workloads. The rows stay the elements that the file was written with. */
export function addOverviewControls(): void {
  const table = document.querySelector('.front table.overview');
  const body = table?.querySelector('tbody');
  if (!table || !body || body.querySelectorAll('tr:not(.within)').length <= fewest) return;
  const place = document.createElement('div');
  table.parentElement?.before(place);
  render(<OverviewControls body={body} />, place);
}

function OverviewControls({ body }: { readonly body: HTMLElement }) {
  const [view, setView] = useState<OverviewView>({ text: '', group: '', order: '' });
  // The rows as they were written: what is shown of them is made of these, and never of what was shown before.
  const [rows] = useState(() => [...body.querySelectorAll('tr')]);
  const { shown, total, entries } = viewRows(rows, view);
  useEffect(() => {
    body.replaceChildren(...entries);
  }, [view]);
  return (
    <form
      class="overview-controls"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <label>
        Find{' '}
        <input
          type="search"
          value={view.text}
          placeholder="a name, vm, lean, first guess …"
          onInput={(event) => {
            setView({ ...view, text: event.currentTarget.value });
          }}
        />
      </label>
      <Choice
        label="Group by"
        options={overviewGroups}
        now={view.group}
        onChange={(group) => {
          setView({ ...view, group });
        }}
      />
      <Choice
        label="Sort by"
        options={overviewOrders}
        now={view.order}
        onChange={(order) => {
          setView({ ...view, order });
        }}
      />
      <span role="status" class="quiet">
        {shown === total ? `${total} shown` : `${shown} of ${total} shown`}
      </span>
    </form>
  );
}

function Choice<T extends string>(props: {
  readonly label: string;
  readonly options: Readonly<Record<T, string>>;
  readonly now: T;
  readonly onChange: (value: T) => void;
}) {
  const { label, options, now, onChange } = props;
  return (
    <label>
      {label}{' '}
      <select
        value={now}
        onChange={(event) => {
          onChange(event.currentTarget.value as T);
        }}
      >
        {Object.entries<string>(options).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
