import { classNames } from '../content.ts'
import { Fieldset } from '../fieldset/fieldset.tsx'
import { describedByOf, type FieldProps, FormGroup, HintAndError, isShown } from '../form-group/form-group.tsx'
import { TextInput } from '../text-input/text-input.tsx'

export type DatePart = 'day' | 'month' | 'year'

export interface DateInputProps extends FieldProps {
  /** The translated names of the three boxes, in the order the reader's language writes them. */
  readonly parts: readonly { readonly part: DatePart; readonly label: string }[]
  /** What was typed in each box, kept as typed. */
  readonly values?: Readonly<Partial<Record<DatePart, string>>> | undefined
  /** The boxes the error is about; all of them when not told. */
  readonly errorParts?: readonly DatePart[] | undefined
  /** Names of the three boxes when they are not `<name>-day`, `<name>-month`, `<name>-year`. */
  readonly partNames?: Readonly<Partial<Record<DatePart, string>>> | undefined
  /** `bday` and the like are put on each box. */
  readonly autocomplete?: Readonly<Partial<Record<DatePart, string>>> | undefined
}

/** A calendar day typed in three boxes: nobody is made to scroll a calendar back to 2005. */
export const DateInput = (props: DateInputProps) => {
  const id = props.id ?? props.name
  const isWrong = (part: DatePart) => isShown(props.error) && (props.errorParts?.includes(part) ?? true)
  return (
    <FormGroup error={props.error} groupClasses={props.groupClasses} groupAttributes={props.groupAttributes}>
      <Fieldset
        legend={props.label}
        legendSize={props.labelSize}
        legendClasses={props.labelClasses}
        legendIsHeading={props.labelIsHeading}
        describedBy={describedByOf(id, props)}
        isGroup
      >
        <HintAndError id={id} hint={props.hint} error={props.error} errorPrefix={props.errorPrefix} />
        <div
          class={classNames('govuk-date-input', props.classes)}
          id={id}
          dir={props.dir}
          lang={props.lang}
          {...props.attributes}
        >
          {props.parts.map(({ part, label }) => (
            <div class="govuk-date-input__item">
              <TextInput
                label={label}
                labelClasses="govuk-date-input__label"
                id={`${id}-${part}`}
                name={props.partNames?.[part] ?? `${props.name}-${part}`}
                classes={classNames('govuk-date-input__input', isWrong(part) && 'govuk-input--error')}
                width={part === 'year' ? 4 : 2}
                value={props.values?.[part]}
                inputmode="numeric"
                autocomplete={props.autocomplete?.[part]}
                disabled={props.disabled}
              />
            </div>
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  )
}
