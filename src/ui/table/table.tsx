import { type Attributes, type Content, classNames, type Extra } from '../content.ts'
import { safeUrl } from '../link/safe-url.ts'

export interface TableColumn extends Extra {
  readonly text: Content
  readonly numeric?: boolean | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
  /** Makes the heading a link that sorts by this column; `sorted` says how the rows lie now. */
  readonly sort?: { readonly href: string; readonly sorted?: 'ascending' | 'descending' | undefined } | undefined
}

export interface TableCell extends Extra {
  readonly text: Content
  /** Overrides what the column says. */
  readonly numeric?: boolean | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
}

export interface TableProps extends Extra {
  /** Names the table; shown above it. */
  readonly caption?: Content
  readonly captionSize?: 's' | 'm' | 'l' | 'xl' | undefined
  readonly captionClasses?: string | undefined
  readonly columns?: readonly TableColumn[] | undefined
  /** Cells in the order of the columns: a text, or a cell with options. */
  readonly rows: readonly (readonly (Content | TableCell)[])[]
  /** The first cell of each row names the row. */
  readonly firstCellIsHeader?: boolean | undefined
  /** Attributes of each row, by its index: `data-filter-row` and the like. */
  readonly rowAttributes?: ((index: number) => Attributes) | undefined
}

const isCell = (cell: Content | TableCell): cell is TableCell =>
  typeof cell === 'object' && cell !== null && !Array.isArray(cell) && 'text' in cell

const Heading = ({ column }: { readonly column: TableColumn }) => (
  <th
    scope="col"
    class={classNames('govuk-table__header', column.numeric && 'govuk-table__header--numeric', column.classes)}
    colspan={column.colspan}
    rowspan={column.rowspan}
    aria-sort={column.sort?.sorted}
    {...column.attributes}
  >
    {column.sort ? (
      <a
        class={classNames('or-sort', column.sort.sorted && `or-sort--${column.sort.sorted}`)}
        href={safeUrl(column.sort.href)}
      >
        {column.text}
      </a>
    ) : (
      column.text
    )}
  </th>
)

const Cell = ({
  cell,
  isHeader,
  isNumeric,
}: {
  readonly cell: TableCell
  readonly isHeader: boolean
  readonly isNumeric: boolean
}) =>
  isHeader ? (
    <th
      scope="row"
      class={classNames('govuk-table__header', cell.classes)}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
      {...cell.attributes}
    >
      {cell.text}
    </th>
  ) : (
    <td
      class={classNames('govuk-table__cell', isNumeric && 'govuk-table__cell--numeric', cell.classes)}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
      {...cell.attributes}
    >
      {cell.text}
    </td>
  )

/** Rows and columns. Wide tables go into `<ScrollArea>`. */
export const Table = (props: TableProps) => {
  const { caption, captionSize, captionClasses, columns, rows, firstCellIsHeader = false, classes, attributes } = props
  return (
    <table class={classNames('govuk-table', classes)} {...attributes}>
      {caption ? (
        <caption
          class={classNames(
            'govuk-table__caption',
            captionSize && `govuk-table__caption--${captionSize}`,
            captionClasses,
          )}
        >
          {caption}
        </caption>
      ) : null}
      {columns ? (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {columns.map((column) => (
              <Heading column={column} />
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody class="govuk-table__body">
        {rows.map((row, rowIndex) => (
          <tr class="govuk-table__row" {...props.rowAttributes?.(rowIndex)}>
            {row.map((given, index) => {
              const cell = isCell(given) ? given : { text: given }
              return (
                <Cell
                  cell={cell}
                  isHeader={firstCellIsHeader && index === 0}
                  isNumeric={cell.numeric ?? columns?.[index]?.numeric ?? false}
                />
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Lets something wide be moved sideways, by keyboard too, without moving the page. `label` names it. */
export const ScrollArea = ({ label, children }: { readonly label: string; readonly children?: Content }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section class="or-scroll" aria-label={label} tabindex={0}>
    {children}
  </section>
)
