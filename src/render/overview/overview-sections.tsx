import type { OverviewBrief } from '../../report/overview-brief.ts';
import type { OverviewTable } from '../../report/overview-tables.ts';
import { wordNumber } from '../../report/totals.ts';

/** The sentences before the tables. */
export function BriefSection({ trust, steps }: OverviewBrief) {
  if (trust.length + steps.length === 0) return null;
  return (
    <section class="brief" id="recommendation">
      {trust.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {steps.length > 0 && <h2>What to do</h2>}
      <ol>
        {steps.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </section>
  );
}

/**
 * A table with a bar for the last number that adds up, or the first one of several.
 * @param most with more rows it is no longer read; JSON has all of them
 */
export function TableSection({ table, most }: { readonly table: OverviewTable; readonly most: number }) {
  const { id, title, lead, numbers, rows } = table;
  const barred = id === 'verdicts' ? numbers.length - 1 : 0;
  const longest = Math.max(1, ...rows.map((row) => row.numbers[barred] ?? 0));
  return (
    <section id={id} class="counted">
      <h2>{title}</h2>
      {lead !== '' && <p class="lead">{lead}.</p>}
      <div class="wide">
        <table data-sort>
          <thead>
            <tr>
              <th scope="col">
                <span class="lead">{rows.length > most ? `the first ${most} of ${rows.length}` : ''}</span>
              </th>
              {numbers.map((number) => (
                <th key={number} scope="col" class="number">
                  {number}
                </th>
              ))}
              <th scope="col" class="bar" aria-label={numbers[barred] ?? ''} />
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row, index) => (
              <tr key={index}>
                <th scope="row">
                  {row.label}
                  {row.of !== undefined && row.of !== '' && <span class="lead"> · {row.of}</span>}
                  {row.id !== '' && <p class="id">{row.id}</p>}
                </th>
                {row.numbers.map((number, place) => (
                  <td key={place} class="number" data-value={number}>
                    {wordNumber(number)}
                  </td>
                ))}
                <td class="bar">
                  <meter min={0} max={longest} value={row.numbers[barred] ?? 0} aria-hidden="true" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
