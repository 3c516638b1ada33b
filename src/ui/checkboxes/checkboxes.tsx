import { classNames } from '../content.ts'
import { describedByOf, HintAndError } from '../form-group/form-group.tsx'
import { ChoiceItem, choiceId } from '../radios/choice.tsx'
import { ChoiceFrame, type ChoiceSetProps } from '../radios/radios.tsx'

export interface CheckboxesProps extends ChoiceSetProps {
  /** The values chosen. */
  readonly values?: readonly string[] | undefined
}

/** Any number of choices out of a few, all in sight. */
export const Checkboxes = (props: CheckboxesProps) => {
  const id = props.id ?? props.name
  const describedBy = props.label === undefined ? describedByOf(id, props) : undefined
  return (
    <ChoiceFrame {...props}>
      <HintAndError id={id} hint={props.hint} error={props.error} errorPrefix={props.errorPrefix} />
      <div
        class={classNames('govuk-checkboxes', props.size && `govuk-checkboxes--${props.size}`, props.classes)}
        data-module="govuk-checkboxes"
        lang={props.lang}
        dir={props.dir}
        {...props.attributes}
      >
        {props.options.map((option, index) =>
          'divider' in option ? (
            <div class="govuk-checkboxes__divider">{option.divider}</div>
          ) : (
            <ChoiceItem
              block="govuk-checkboxes"
              type="checkbox"
              option={option}
              id={choiceId(id, option, index)}
              name={option.name ?? props.name}
              isChecked={option.checked ?? props.values?.includes(option.value) ?? false}
              describedBy={describedBy}
            />
          ),
        )}
      </div>
    </ChoiceFrame>
  )
}
