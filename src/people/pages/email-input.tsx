import type { Fault } from '../../kernel/fault.ts'
import { TextInput } from '../../ui/text-input/text-input.tsx'
import type { Visit } from '../page.ts'
import { words } from '../words/words.generated.ts'
import { errorOf, fieldWords } from './post-form.tsx'

interface EmailInputProps {
  readonly visit: Visit
  readonly faults: readonly Fault[]
  readonly autocomplete?: string
  readonly value?: string
  readonly name?: string
}

/** An e-mail address, always written left to right. */
export const EmailInput = ({ visit, faults, autocomplete, value, name = 'email' }: EmailInputProps) => (
  <TextInput
    name={name}
    type="email"
    label={visit.words(words)('field.email')}
    autocomplete={autocomplete}
    autocapitalize="none"
    spellcheck={false}
    dir="ltr"
    width={30}
    value={value ?? visit.form.text(name)}
    error={errorOf(visit, faults, name)}
    {...fieldWords(visit)}
  />
)
