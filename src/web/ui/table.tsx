import type { ReactNode } from 'react'

export interface Column<Row> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** The cell that names the row: its header in the table, the heading of its card. */
  isName?: boolean
  align?: 'start' | 'end'
  /** Keeps the header for those who hear the table, and leaves it out of sight. */
  isHeaderHidden?: boolean
}

interface TableProps<Row> {
  /** What the table shows; read aloud, and seen when `isCaptionShown`. */
  caption: string
  isCaptionShown?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** A stripe at the row's edge for what needs an eye; its cells must say the same in words. */
  rowTone?: (row: Row) => 'danger' | 'warn' | 'new' | undefined
  look?: 'cards' | 'plain'
}

// The roles are the elements' own; spelled out, they outlive the `display: block` that makes cards of the rows.
const as = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  name: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

/** A table on wide screens, cards on narrow ones: same markup, same data. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, isCaptionShown = false, columns, rows, rowKey, rowTone, look = 'cards' } = props
  return (
    <table className={`table table-${look}`} {...as.table}>
      <caption className={isCaptionShown ? 'table-caption' : 'sr-only'}>{caption}</caption>
      <thead {...as.group}>
        <tr {...as.row}>
          {columns.map(({ id, header, align, isHeaderHidden }) => (
            <th key={id} {...as.head} scope="col" className={align === 'end' ? 'end' : undefined}>
              {isHeaderHidden ? <span className="sr-only">{header}</span> : header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as.group}>
        {rows.map((row) => (
          <tr key={rowKey(row)} {...as.row} data-tone={rowTone?.(row)}>
            {columns.map((column) => (
              <Cell key={column.id} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { header, cell, isName, align, isHeaderHidden } = column
  const className = align === 'end' ? 'end' : undefined
  if (isName) {
    return (
      <th {...as.name} scope="row" className={className}>
        {cell(row)}
      </th>
    )
  }
  return (
    <td {...as.cell} className={className} data-label={isHeaderHidden ? undefined : header}>
      {cell(row)}
    </td>
  )
}
