import { Button } from '../button/button.tsx'
import { classNames } from '../content.ts'
import type { FieldProps } from '../form-group/form-group.tsx'
import { TextInput } from '../text-input/text-input.tsx'

/** Translated words of the button that shows what was typed; it appears only where scripts run. */
export interface PasswordWords {
  readonly show: string
  readonly hide: string
  readonly showLabel: string
  readonly hideLabel: string
}

export interface PasswordInputProps extends FieldProps {
  readonly words: PasswordWords
  readonly autocomplete?: 'current-password' | 'new-password' | undefined
}

/** A password box. Pasting is allowed; what was typed is never sent back to the page. */
export const PasswordInput = (props: PasswordInputProps) => {
  const id = props.id ?? props.name
  const { show, hide, showLabel, hideLabel } = props.words
  return (
    <TextInput
      {...props}
      value={undefined}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete ?? 'current-password'}
      classes={classNames('govuk-password-input__input govuk-js-password-input-input', props.classes)}
      groupClasses={classNames('govuk-password-input', props.groupClasses)}
      groupAttributes={{
        'data-module': 'govuk-password-input',
        'data-i18n.show-password': show,
        'data-i18n.hide-password': hide,
        'data-i18n.show-password-aria-label': showLabel,
        'data-i18n.hide-password-aria-label': hideLabel,
        ...props.groupAttributes,
      }}
      wrapperClasses="govuk-password-input__wrapper"
      afterInput={
        <Button
          type="button"
          kind="secondary"
          classes="govuk-password-input__toggle govuk-js-password-input-toggle"
          attributes={{ 'aria-controls': id, 'aria-label': showLabel, hidden: '' }}
        >
          {show}
        </Button>
      }
    />
  )
}
