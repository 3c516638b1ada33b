import type { Examples } from '../gallery/example.ts'
import { Details } from './details.tsx'

export const detailsExamples: Examples = (say) => [
  {
    title: 'Details, closed and open',
    view: (
      <>
        <Details summary={say('Who sees this?', 'من يرى هذا؟')}>{say('Only your team.', 'فريقك فقط.')}</Details>
        <Details summary={say('Why do we ask?', 'لماذا نسأل؟')} open>
          {say('The periodic report asks for the year of adoption.', 'يطلب التقرير الدوري سنة الاعتماد.')}
        </Details>
      </>
    ),
  },
]
