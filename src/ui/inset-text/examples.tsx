import type { Examples } from '../gallery/example.ts'
import { InsetText } from './inset-text.tsx'

export const insetTextExamples: Examples = (say) => [
  {
    title: 'Inset text',
    view: (
      <InsetText>
        {say(
          'Figures before 2021 follow the older edition of the form.',
          'الأرقام قبل عام 2021 تتبع الطبعة السابقة من الاستمارة.',
        )}
      </InsetText>
    ),
  },
]
