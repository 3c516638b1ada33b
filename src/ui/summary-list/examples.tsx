import type { Examples } from '../gallery/example.ts'
import { SummaryCard, SummaryList } from './summary-list.tsx'

export const summaryListExamples: Examples = (say) => {
  const change = (what: string) => [{ href: '#change', text: say('Change', 'تغيير'), hiddenText: what }]
  const rows = [
    {
      key: say('Title', 'العنوان'),
      value: say('Fund for digital creation', 'صندوق الإبداع الرقمي'),
      actions: change(say('title', 'العنوان')),
    },
    {
      key: say('Budget', 'الميزانية'),
      value: say('TND 1,250,000 a year', '1٬250٬000 دينار في السنة'),
      actions: change(say('budget', 'الميزانية')),
    },
    { key: say('Lead', 'الجهة المسؤولة'), value: say('Ministry of Culture', 'وزارة الثقافة') },
  ]
  return [
    { title: 'Summary list: check your answers', view: <SummaryList rows={rows} /> },
    {
      title: 'Summary card',
      view: (
        <SummaryCard
          title={say('Line 1.1, music', 'السطر 1.1، الموسيقى')}
          headingLevel={3}
          actions={[{ href: '#drop', text: say('Drop', 'حذف') }]}
          list={{ rows: rows.slice(0, 2) }}
        />
      ),
    },
  ]
}
