import { BackLink } from '../back-link/back-link.tsx'
import type { Examples } from '../gallery/example.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'

export const breadcrumbsExamples: Examples = (say) => [
  {
    title: 'Breadcrumbs and back link',
    view: (
      <>
        <Breadcrumbs
          label={say('You are here', 'أنت هنا')}
          items={[
            { text: say('Measures', 'التدابير'), href: '#m' },
            { text: say('Fund for digital creation', 'صندوق الإبداع الرقمي') },
          ]}
        />
        <BackLink href="#back">{say('Back', 'رجوع')}</BackLink>
      </>
    ),
  },
]
