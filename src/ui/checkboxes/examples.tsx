import type { Examples } from '../gallery/example.ts'
import { Checkboxes } from './checkboxes.tsx'

export const checkboxesExamples: Examples = (say) => [
  {
    title: 'Checkboxes',
    view: (
      <Checkboxes
        name="stages"
        label={say('Stages of the value chain', 'مراحل سلسلة القيمة')}
        labelSize="m"
        size="small"
        values={['creation', 'access']}
        options={[
          { value: 'creation', label: say('Creation', 'الإبداع') },
          { value: 'production', label: say('Production', 'الإنتاج') },
          { value: 'distribution', label: say('Distribution', 'التوزيع') },
          { value: 'access', label: say('Access', 'الوصول') },
        ]}
      />
    ),
  },
]
