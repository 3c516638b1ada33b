import type { Examples } from '../gallery/example.ts'
import { TextInput } from './text-input.tsx'

export const textInputExamples: Examples = (say) => [
  {
    title: 'Text input',
    view: (
      <>
        <TextInput
          name="title"
          label={say('Title of the measure', 'عنوان التدبير')}
          hint={say('As it appears in the official journal', 'كما ورد في الجريدة الرسمية')}
          value={say('Law on local content', 'قانون المحتوى المحلي')}
        />
        <TextInput
          name="share"
          label={say('Share of local works', 'حصة الأعمال المحلية')}
          suffix="%"
          width={4}
          inputmode="decimal"
          value="12.5"
        />
        <TextInput
          name="year"
          label={say('Year of adoption', 'سنة الاعتماد')}
          width={4}
          value="20188"
          error={say('The year must have four digits, such as 2018', 'يجب أن تتكون السنة من أربعة أرقام، مثل 2018')}
          errorPrefix={say('Error', 'خطأ')}
        />
      </>
    ),
  },
]
