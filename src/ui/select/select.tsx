import { classNames } from '../content.ts'
import { describedByOf, Field, type FieldProps, isShown } from '../form-group/form-group.tsx'

export interface SelectOption {
  readonly value?: string | undefined
  readonly text: string
  readonly disabled?: boolean | undefined
}

export interface SelectProps extends FieldProps {
  readonly options: readonly SelectOption[]
  /** The value chosen. */
  readonly value?: string | undefined
}

/** One choice from a closed list; for short lists radios read better. */
export const Select = (props: SelectProps) => {
  const id = props.id ?? props.name
  return (
    <Field {...props}>
      <select
        class={classNames('govuk-select', props.classes, isShown(props.error) && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedByOf(id, props)}
        lang={props.lang}
        dir={props.dir}
        {...props.attributes}
      >
        {props.options.map(({ value, text, disabled }) => (
          <option value={value} selected={Boolean(props.value) && (value ?? text) === props.value} disabled={disabled}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  )
}
