import { type Content, classNames, type Extra } from '../content.ts'
import { Tag } from '../tag/tag.tsx'

export interface PhaseBannerProps extends Extra {
  readonly tag: Content
  readonly tagClasses?: string | undefined
  readonly children?: Content
}

/** A line under the header that says what kind of installation or data this is: “Sample — this Party is fictional”. */
export const PhaseBanner = ({ tag, tagClasses, children, classes, attributes }: PhaseBannerProps) => (
  <div class={classNames('govuk-phase-banner govuk-width-container', classes)} {...attributes}>
    <p class="govuk-phase-banner__content">
      <Tag classes={classNames('govuk-phase-banner__content__tag', tagClasses)}>{tag}</Tag>
      <span class="govuk-phase-banner__text">{children}</span>
    </p>
  </div>
)
