import type { Examples } from '../gallery/example.ts'
import { DateInput } from './date-input.tsx'

export const dateInputExamples: Examples = (say) => [
  {
    title: 'Date input',
    view: (
      <DateInput
        name="adopted"
        label={say('When was it adopted?', 'متى اعتُمد؟')}
        labelSize="m"
        hint={say('For example, 27 3 2019', 'مثلًا: 27 3 2019')}
        parts={[
          { part: 'day', label: say('Day', 'اليوم') },
          { part: 'month', label: say('Month', 'الشهر') },
          { part: 'year', label: say('Year', 'السنة') },
        ]}
        values={{ day: '31', month: '2', year: '2019' }}
        error={say(
          'The date must be a real day: February 2019 had 28 days',
          'يجب أن يكون التاريخ صحيحًا: فبراير 2019 كان 28 يومًا',
        )}
        errorPrefix={say('Error', 'خطأ')}
      />
    ),
  },
]
