import { type Content, classNames, type Extra } from '../content.ts'
import { safeUrl } from '../link/safe-url.ts'

export interface PageLink {
  readonly href: string
  /** The translated “Next page”. */
  readonly text: Content
  /** What lies there, on pages that follow one another like chapters. */
  readonly label?: Content
  readonly attributes?: Extra['attributes']
}

export type PageItem =
  | {
      readonly number: string
      readonly href: string
      readonly current?: boolean | undefined
      readonly hiddenText: string
    }
  | { readonly ellipsis: true }

export interface PaginationProps extends Extra {
  readonly label: string
  readonly previous?: PageLink | undefined
  readonly next?: PageLink | undefined
  readonly items?: readonly PageItem[] | undefined
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const

const Arrow = ({ to }: { readonly to: 'prev' | 'next' }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${to}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={arrows[to]} />
  </svg>
)

const Step = ({
  link,
  to,
  isBlock,
}: {
  readonly link: PageLink
  readonly to: 'prev' | 'next'
  readonly isBlock: boolean
}) => (
  <div class={`govuk-pagination__${to}`}>
    <a class="govuk-link govuk-pagination__link" href={safeUrl(link.href)} rel={to} {...link.attributes}>
      {isBlock || to === 'prev' ? <Arrow to={to} /> : null}
      <span
        class={classNames(
          'govuk-pagination__link-title',
          isBlock && !link.label && 'govuk-pagination__link-title--decorated',
        )}
      >
        {link.text}
      </span>
      {link.label && isBlock ? (
        <>
          <span class="govuk-visually-hidden">:</span>
          <span class="govuk-pagination__link-label">{link.label}</span>
        </>
      ) : null}
      {!isBlock && to === 'next' ? <Arrow to={to} /> : null}
    </a>
  </div>
)

const Item = ({ item }: { readonly item: PageItem }) =>
  'ellipsis' in item ? (
    <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  ) : (
    <li class={classNames('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={safeUrl(item.href)}
        aria-label={item.hiddenText}
        aria-current={item.current ? 'page' : undefined}
      >
        {item.number}
      </a>
    </li>
  )

/** Links to the other pages of a list, or to the chapter before and after. */
export const Pagination = ({ label, previous, next, items, classes, attributes }: PaginationProps) => {
  const isBlock = !items && Boolean(previous ?? next)
  return (
    <nav
      class={classNames('govuk-pagination', isBlock && 'govuk-pagination--block', classes)}
      aria-label={label}
      {...attributes}
    >
      {previous ? <Step link={previous} to="prev" isBlock={isBlock} /> : null}
      {items ? (
        <ul class="govuk-pagination__list">
          {items.map((item) => (
            <Item item={item} />
          ))}
        </ul>
      ) : null}
      {next ? <Step link={next} to="next" isBlock={isBlock} /> : null}
    </nav>
  )
}
