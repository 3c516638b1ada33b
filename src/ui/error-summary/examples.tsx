import type { Examples } from '../gallery/example.ts'
import { ErrorSummary } from './error-summary.tsx'

export const errorSummaryExamples: Examples = (say) => [
  {
    title: 'Error summary',
    view: (
      <ErrorSummary
        title={say('There is a problem', 'هناك مشكلة')}
        movesFocus={false}
        errors={[
          {
            text: say('The year must have four digits, such as 2018', 'يجب أن تتكون السنة من أربعة أرقام، مثل 2018'),
            href: '#year',
          },
          { text: say('Choose where the measure stands', 'اختر وضع التدبير'), href: '#state' },
        ]}
      />
    ),
  },
]
