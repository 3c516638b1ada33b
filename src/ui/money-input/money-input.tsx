import { classNames } from '../content.ts'
import { Fieldset } from '../fieldset/fieldset.tsx'
import { describedByOf, type FieldProps, FormGroup, HintAndError, isShown } from '../form-group/form-group.tsx'
import { Select } from '../select/select.tsx'
import { TextInput } from '../text-input/text-input.tsx'

export interface MoneyInputProps extends FieldProps {
  readonly amountLabel: string
  readonly currencyLabel: string
  /** What was typed, kept as typed: the reader's digits and separators are parsed by the form, not here. */
  readonly amount?: string | undefined
  /** ISO 4217 code chosen. */
  readonly currency?: string | undefined
  readonly currencies: readonly { readonly value: string; readonly text: string }[]
}

/** An amount with its currency: boxes `<name>-amount` and `<name>-currency`. */
export const MoneyInput = (props: MoneyInputProps) => {
  const id = props.id ?? props.name
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
        <div class={classNames('or-money', props.classes)} {...props.attributes}>
          <TextInput
            label={props.amountLabel}
            id={id}
            name={`${props.name}-amount`}
            value={props.amount}
            inputmode="decimal"
            width={10}
            classes={isShown(props.error) ? 'govuk-input--error' : undefined}
            disabled={props.disabled}
          />
          <Select
            label={props.currencyLabel}
            id={`${id}-currency`}
            name={`${props.name}-currency`}
            value={props.currency}
            options={props.currencies}
            disabled={props.disabled}
          />
        </div>
      </Fieldset>
    </FormGroup>
  )
}
