import type { Content } from '../content.ts'
import { Details } from '../details/details.tsx'
import { Link } from '../link/link.tsx'
import { ScrollArea } from '../table/table.tsx'

export interface FigureProps {
  readonly id?: string | undefined
  readonly title: Content
  /** The drawing: SVG made on the server, as raw content. */
  readonly drawing: Content
  /** The same figures as a `<Table>`. */
  readonly table?: Content
  /** The translated “Show the figures as a table”. */
  readonly tableLabel?: string | undefined
  readonly downloads?: readonly { readonly href: string; readonly text: string }[] | undefined
  /** Source, method, date. */
  readonly source?: Content
}

/** A chart or map with the table behind it, its downloads and its source. */
export const Figure = ({ id, title, drawing, table, tableLabel, downloads = [], source }: FigureProps) => (
  <figure class="or-figure" id={id}>
    <figcaption class="or-figure__title">{title}</figcaption>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on narrow screens it scrolls sideways and must be reachable by keyboard (WCAG 2.1.1) */}
    <div class="or-figure__drawing" tabindex={0}>
      {drawing}
    </div>
    {table ? (
      <Details summary={tableLabel}>
        <ScrollArea label={tableLabel ?? ''}>{table}</ScrollArea>
      </Details>
    ) : null}
    {downloads.length > 0 ? (
      <ul class="or-figure__downloads">
        {downloads.map(({ href, text }) => (
          <li>
            <Link href={href}>{text}</Link>
          </li>
        ))}
      </ul>
    ) : null}
    {source ? <p class="or-figure__source">{source}</p> : null}
  </figure>
)
