import type { Direction, Locale } from '../../kernel/locale.ts'
import { type Attributes, type Content, classNames } from '../content.ts'
import { ErrorMessage } from '../error-message/error-message.tsx'
import { Hint } from '../hint/hint.tsx'
import { Label } from '../label/label.tsx'

/** What every control of a form takes. `id` defaults to `name`. */
export interface FieldProps {
  readonly name: string
  readonly id?: string | undefined
  readonly label: Content
  readonly labelSize?: 's' | 'm' | 'l' | 'xl' | undefined
  readonly labelClasses?: string | undefined
  readonly labelIsHeading?: boolean | undefined
  readonly hint?: Content
  /** The translated sentence shown when what was typed is not accepted. */
  readonly error?: Content
  /** The translated word “Error”, read out before `error`. */
  readonly errorPrefix?: string | undefined
  /** Ids of further elements that describe the control. */
  readonly describedBy?: string | undefined
  readonly disabled?: boolean | undefined
  /** Language and direction of what is typed, where it differs from the page's. */
  readonly lang?: Locale | undefined
  readonly dir?: Direction | 'auto' | undefined
  readonly groupClasses?: string | undefined
  readonly groupAttributes?: Attributes | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

type Described = Pick<FieldProps, 'hint' | 'error' | 'describedBy'>

export const isShown = (content: Content): boolean =>
  content !== undefined && content !== null && content !== false && content !== ''

/** The value of `aria-describedby`: what the caller names, then the hint, then the error. */
export const describedByOf = (id: string, { hint, error, describedBy }: Described): string | undefined =>
  classNames(describedBy, isShown(hint) && `${id}-hint`, isShown(error) && `${id}-error`) || undefined

/** Hint and error of a control or of a set of controls. */
export const HintAndError = ({
  id,
  hint,
  error,
  errorPrefix,
}: Pick<FieldProps, 'hint' | 'error' | 'errorPrefix'> & { id: string }) => (
  <>
    {isShown(hint) ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
    {isShown(error) ? (
      <ErrorMessage id={`${id}-error`} prefix={errorPrefix}>
        {error}
      </ErrorMessage>
    ) : null}
  </>
)

type FrameProps = Pick<FieldProps, 'error' | 'groupClasses' | 'groupAttributes'> & { readonly children?: Content }

/** The box around one question; marked when its answer was not accepted. */
export const FormGroup = ({ error, groupClasses, groupAttributes, children }: FrameProps) => (
  <div
    class={classNames('govuk-form-group', isShown(error) && 'govuk-form-group--error', groupClasses)}
    {...groupAttributes}
  >
    {children}
  </div>
)

/** A labelled control: box, label, hint, error, then the control itself. */
export const Field = (props: FieldProps & { readonly children?: Content }) => {
  const id = props.id ?? props.name
  return (
    <FormGroup error={props.error} groupClasses={props.groupClasses} groupAttributes={props.groupAttributes}>
      <Label for={id} size={props.labelSize} classes={props.labelClasses} isHeading={props.labelIsHeading}>
        {props.label}
      </Label>
      <HintAndError id={id} hint={props.hint} error={props.error} errorPrefix={props.errorPrefix} />
      {props.children}
    </FormGroup>
  )
}
