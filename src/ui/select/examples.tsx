import type { Examples } from '../gallery/example.ts'
import { Select } from './select.tsx'

export const selectExamples: Examples = (say) => [
  {
    title: 'Select',
    view: (
      <Select
        name="sector"
        label={say('Sector', 'القطاع')}
        value="music"
        options={[
          { value: '', text: say('Choose a sector', 'اختر قطاعًا') },
          { value: 'music', text: say('Music', 'الموسيقى') },
          { value: 'books', text: say('Publishing', 'النشر') },
        ]}
      />
    ),
  },
]
