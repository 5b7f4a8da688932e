import type { ComponentChildren } from 'preact';

/** The head of a table: what its columns hold, and below `children` what only some tables have. */
export function ColumnHeads(props: {
  readonly columns: readonly string[];
  readonly children?: ComponentChildren;
}) {
  return (
    <thead>
      <tr>
        {props.columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
        {props.children}
      </tr>
    </thead>
  );
}
