import type { Examples } from '../gallery/example.ts'
import { WarningText } from './warning-text.tsx'

export const warningTextExamples: Examples = (say) => [
  {
    title: 'Warning text',
    view: (
      <WarningText prefix={say('Warning', 'تحذير')}>
        {say('What you publish can be read by anyone.', 'ما تنشره يستطيع أي شخص قراءته.')}
      </WarningText>
    ),
  },
]
