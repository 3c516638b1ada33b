import { type Content, classNames, type Extra } from '../content.ts'

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow'

export interface TagProps extends Extra {
  readonly colour?: TagColour | undefined
  readonly children?: Content
}

/** A status in one or two words; the words say it, the colour only helps. */
export const Tag = ({ colour, children, classes, attributes }: TagProps) => (
  <strong class={classNames('govuk-tag', colour && `govuk-tag--${colour}`, classes)} {...attributes}>
    {children}
  </strong>
)
