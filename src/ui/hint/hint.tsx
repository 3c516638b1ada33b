import { type Content, classNames, type Extra } from '../content.ts'

export interface HintProps extends Extra {
  readonly id?: string | undefined
  readonly children?: Content
}

/** Grey help under a label; tied to its control by id. */
export const Hint = ({ id, children, classes, attributes }: HintProps) => (
  <div id={id} class={classNames('govuk-hint', classes)} {...attributes}>
    {children}
  </div>
)
