import { type Content, classNames, type Extra } from '../content.ts'

export interface TabsProps extends Extra {
  readonly id?: string | undefined
  /** The translated “Contents”, read before the list of sections. */
  readonly title: Content
  readonly items: readonly {
    readonly id: string
    readonly label: Content
    readonly content: Content
    readonly attributes?: Extra['attributes']
    readonly panelAttributes?: Extra['attributes']
  }[]
}

/** Sections of one page with a list of links to them. Every section is in sight, so it needs no script and prints whole. */
export const Tabs = ({ id, title, items, classes, attributes }: TabsProps) => (
  <div id={id} class={classNames('govuk-tabs', classes)} {...attributes}>
    <h2 class="govuk-tabs__title">{title}</h2>
    {items.length > 0 ? (
      <ul class="govuk-tabs__list">
        {items.map((item, index) => (
          <li class={classNames('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}>
            <a class="govuk-tabs__tab" href={`#${item.id}`} {...item.attributes}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    ) : null}
    {items.map((item) => (
      <div class="govuk-tabs__panel" id={item.id} {...item.panelAttributes}>
        {item.content}
      </div>
    ))}
  </div>
)
