import { type Content, classNames } from '../content.ts'
import { Fieldset } from '../fieldset/fieldset.tsx'
import { describedByOf, type FieldProps, FormGroup, HintAndError } from '../form-group/form-group.tsx'
import { type Choice, ChoiceItem, choiceId } from './choice.tsx'

/** A set of radios or checkboxes: `label` is the legend of its fieldset. */
export interface ChoiceSetProps extends Omit<FieldProps, 'label' | 'disabled'> {
  readonly label?: Content
  readonly options: readonly Choice[]
  readonly fieldsetClasses?: string | undefined
  readonly fieldsetAttributes?: FieldProps['attributes']
  readonly size?: 'small' | undefined
}

export interface RadiosProps extends ChoiceSetProps {
  /** The value chosen. */
  readonly value?: string | undefined
  readonly inline?: boolean | undefined
}

/** One choice out of a few, all in sight. */
export const Radios = (props: RadiosProps) => {
  const id = props.id ?? props.name
  const { size, inline } = props
  const inner = (
    <>
      <HintAndError id={id} hint={props.hint} error={props.error} errorPrefix={props.errorPrefix} />
      <div
        class={classNames(
          'govuk-radios',
          size && `govuk-radios--${size}`,
          inline && 'govuk-radios--inline',
          props.classes,
        )}
        data-module="govuk-radios"
        lang={props.lang}
        dir={props.dir}
        {...props.attributes}
      >
        {props.options.map((option, index) =>
          'divider' in option ? (
            <div class="govuk-radios__divider">{option.divider}</div>
          ) : (
            <ChoiceItem
              block="govuk-radios"
              type="radio"
              option={option}
              id={choiceId(id, option, index)}
              name={props.name}
              isChecked={option.checked ?? (Boolean(props.value) && option.value === props.value)}
            />
          ),
        )}
      </div>
    </>
  )
  return <ChoiceFrame {...props}>{inner}</ChoiceFrame>
}

/** The fieldset around a set of choices, or nothing where the caller gives no legend. */
export const ChoiceFrame = (props: ChoiceSetProps & { readonly children?: Content }) => (
  <FormGroup error={props.error} groupClasses={props.groupClasses} groupAttributes={props.groupAttributes}>
    {props.label === undefined ? (
      props.children
    ) : (
      <Fieldset
        legend={props.label}
        legendSize={props.labelSize}
        legendClasses={props.labelClasses}
        legendIsHeading={props.labelIsHeading}
        describedBy={describedByOf(props.id ?? props.name, props)}
        classes={props.fieldsetClasses}
        attributes={props.fieldsetAttributes}
      >
        {props.children}
      </Fieldset>
    )}
  </FormGroup>
)
