import { type Content, classNames } from '../content.ts'
import { describedByOf, Field, type FieldProps, isShown } from '../form-group/form-group.tsx'

export interface TextInputProps extends FieldProps {
  /** What was typed, kept as typed. */
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'search' | 'tel' | 'url' | 'number' | 'password' | undefined
  readonly inputmode?: 'text' | 'decimal' | 'numeric' | 'search' | 'email' | 'tel' | 'url' | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: 'characters' | 'none' | 'off' | 'on' | 'sentences' | 'words' | undefined
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  /** Width in characters where the answer's length is known. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined
  /** A unit before or after the box; hidden from screen readers, so the label must name it too. */
  readonly prefix?: Content
  readonly suffix?: Content
  readonly beforeInput?: Content
  readonly afterInput?: Content
  readonly wrapperClasses?: string | undefined
}

const Control = (props: TextInputProps) => {
  const id = props.id ?? props.name
  return (
    <input
      class={classNames(
        'govuk-input',
        props.width && `govuk-input--width-${props.width}`,
        props.classes,
        isShown(props.error) && 'govuk-input--error',
      )}
      id={id}
      name={props.name}
      type={props.type ?? 'text'}
      spellcheck={props.spellcheck === undefined ? undefined : props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={describedByOf(id, props)}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      lang={props.lang}
      dir={props.dir}
      {...props.attributes}
    />
  )
}

const Affix = ({ kind, children }: { readonly kind: 'prefix' | 'suffix'; readonly children?: Content }) => (
  <div class={`govuk-input__${kind}`} aria-hidden="true">
    {children}
  </div>
)

/** A question answered in one line. */
export const TextInput = (props: TextInputProps) => {
  const { prefix, suffix, beforeInput, afterInput } = props
  const isWrapped = [prefix, suffix, beforeInput, afterInput].some(isShown)
  return (
    <Field {...props}>
      {isWrapped ? (
        <div class={classNames('govuk-input__wrapper', props.wrapperClasses)}>
          {beforeInput}
          {isShown(prefix) ? <Affix kind="prefix">{prefix}</Affix> : null}
          <Control {...props} />
          {isShown(suffix) ? <Affix kind="suffix">{suffix}</Affix> : null}
          {afterInput}
        </div>
      ) : (
        <Control {...props} />
      )}
    </Field>
  )
}
