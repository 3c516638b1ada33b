import type { Examples } from '../gallery/example.ts'
import { PasswordInput } from './password-input.tsx'

export const passwordInputExamples: Examples = (say) => [
  {
    title: 'Password input',
    view: (
      <PasswordInput
        name="password"
        label={say('Password', 'كلمة المرور')}
        hint={say('At least 12 characters', '12 حرفًا على الأقل')}
        autocomplete="new-password"
        words={{
          show: say('Show', 'إظهار'),
          hide: say('Hide', 'إخفاء'),
          showLabel: say('Show password', 'إظهار كلمة المرور'),
          hideLabel: say('Hide password', 'إخفاء كلمة المرور'),
        }}
      />
    ),
  },
]
