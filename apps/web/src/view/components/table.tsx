import type { ComponentChildren, Key } from 'preact';

export interface Column<Row> {
  title: string;
  cell: (row: Row) => ComponentChildren;
  /** Right-aligned figures. */
  numeric?: boolean;
  /** The column that names the row. */
  heading?: boolean;
}

export interface TableProps<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => Key;
  /** What stands there when there are no rows. */
  empty: string;
}

/** Rows and columns; on a narrow screen each row becomes a block that names its columns. */
export function Table<Row>({ caption, columns, rows, keyOf, empty }: TableProps<Row>) {
  if (rows.length === 0) return <p class="kern-body">{empty}</p>;
  return (
    <table class="kern-table kern-table--small stacking-table">
      <caption class="kern-sr-only">{caption}</caption>
      <thead class="kern-table__head">
        <tr class="kern-table__row">
          {columns.map(({ title, numeric }) => (
            <th
              class={`kern-table__header${numeric ? ' kern-table__header--numeric' : ''}`}
              scope="col"
              key={title}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="kern-table__body">
        {rows.map((row) => (
          <tr class="kern-table__row" key={keyOf(row)}>
            {columns.map((column) => (
              <Cell column={column} row={row} key={column.title} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  if (column.heading) {
    return (
      <th class="kern-table__header" scope="row" data-column={column.title}>
        {content}
      </th>
    );
  }
  return (
    <td
      class={`kern-table__cell${column.numeric ? ' kern-table__cell--numeric' : ''}`}
      data-column={column.title}
    >
      {content}
    </td>
  );
}
