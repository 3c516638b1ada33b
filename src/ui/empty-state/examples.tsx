import { Button } from '../button/button.tsx'
import type { Examples } from '../gallery/example.ts'
import { EmptyState } from './empty-state.tsx'

export const emptyStateExamples: Examples = (say) => [
  {
    title: 'Empty page',
    view: (
      <EmptyState
        title={say('No measures yet', 'لا توجد تدابير بعد')}
        headingLevel={3}
        action={<Button href="#import">{say('Import a file', 'استيراد ملف')}</Button>}
      >
        <p>
          {say(
            'Laws, strategies and programmes will be listed here. Import the file you have, or add the first by hand.',
            'ستظهر هنا القوانين والاستراتيجيات والبرامج. استورد الملف المتوفر لديك، أو أضف أول تدبير يدويًا.',
          )}
        </p>
      </EmptyState>
    ),
  },
]
