import type { Examples } from '../gallery/example.ts'
import { Tabs } from './tabs.tsx'

export const tabsExamples: Examples = (say) => [
  {
    title: 'Sections of one page',
    view: (
      <Tabs
        title={say('Contents', 'المحتويات')}
        items={[
          {
            id: 'method',
            label: say('Method', 'المنهج'),
            content: <p>{say('Shares are weighted by rank.', 'الحصص مرجَّحة بحسب الترتيب.')}</p>,
          },
          {
            id: 'source',
            label: say('Source', 'المصدر'),
            content: <p>{say('Weekly charts of 94 countries.', 'قوائم أسبوعية من 94 بلدًا.')}</p>,
          },
        ]}
      />
    ),
  },
]
