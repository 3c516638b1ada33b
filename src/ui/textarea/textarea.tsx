import { classNames } from '../content.ts'
import { describedByOf, Field, type FieldProps, isShown } from '../form-group/form-group.tsx'

export interface TextareaProps extends FieldProps {
  /** What was typed, kept as typed. */
  readonly value?: string | undefined
  readonly rows?: number | undefined
  readonly spellcheck?: boolean | undefined
  readonly autocomplete?: string | undefined
}

/** A question answered in several lines. */
export const Textarea = (props: TextareaProps) => {
  const id = props.id ?? props.name
  return (
    <Field {...props}>
      <textarea
        class={classNames('govuk-textarea', isShown(props.error) && 'govuk-textarea--error', props.classes)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedByOf(id, props)}
        autocomplete={props.autocomplete}
        lang={props.lang}
        dir={props.dir}
        {...props.attributes}
      >
        {props.value}
      </textarea>
    </Field>
  )
}
