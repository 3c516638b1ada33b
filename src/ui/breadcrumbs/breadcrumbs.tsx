import { type Content, classNames, type Extra } from '../content.ts'
import { safeUrl } from '../link/safe-url.ts'

export interface BreadcrumbsProps extends Extra {
  readonly label: string
  /** The last one may lack an address: the page itself. */
  readonly items: readonly {
    readonly text: Content
    readonly href?: string | undefined
    readonly attributes?: Extra['attributes']
  }[]
  readonly collapseOnMobile?: boolean | undefined
}

/** Where this page lies. */
export const Breadcrumbs = ({ label, items, collapseOnMobile, classes, attributes }: BreadcrumbsProps) => (
  <nav
    class={classNames('govuk-breadcrumbs', classes, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
    aria-label={label}
    {...attributes}
  >
    <ol class="govuk-breadcrumbs__list">
      {items.map((item) =>
        item.href ? (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={safeUrl(item.href)} {...item.attributes}>
              {item.text}
            </a>
          </li>
        ) : (
          <li class="govuk-breadcrumbs__list-item" aria-current="page">
            {item.text}
          </li>
        ),
      )}
    </ol>
  </nav>
)
