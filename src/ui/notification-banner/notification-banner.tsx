import { type Content, classNames, type Extra } from '../content.ts'

export interface NotificationBannerProps extends Extra {
  /** The translated “Success”, “Important” …, shown in the band and naming the banner. */
  readonly title: Content
  readonly kind?: 'success' | 'information' | undefined
  readonly titleId?: string | undefined
  readonly titleLevel?: 2 | 3 | undefined
  readonly role?: 'alert' | 'region' | undefined
  readonly movesFocus?: boolean | undefined
  /** One sentence, shown large. */
  readonly text?: Content
  /** Anything longer. */
  readonly children?: Content
}

/** News about what the person just did, or what concerns the whole page. */
export const NotificationBanner = (props: NotificationBannerProps) => {
  const {
    title,
    kind,
    titleId = 'govuk-notification-banner-title',
    titleLevel = 2,
    movesFocus,
    text,
    children,
    classes,
    attributes,
  } = props
  const Heading = `h${titleLevel}` as 'h2'
  return (
    <div
      class={classNames(
        'govuk-notification-banner',
        kind === 'success' && 'govuk-notification-banner--success',
        classes,
      )}
      role={props.role ?? (kind === 'success' ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={movesFocus === undefined ? undefined : String(!movesFocus)}
      {...attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {title}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {children ?? (text ? <p class="govuk-notification-banner__heading">{text}</p> : null)}
      </div>
    </div>
  )
}
