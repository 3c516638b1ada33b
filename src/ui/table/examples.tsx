import type { Examples } from '../gallery/example.ts'
import { ScrollArea, Table } from './table.tsx'

export const tableExamples: Examples = (say) => [
  {
    title: 'Table, sorted by its second column',
    view: (
      <ScrollArea label={say('Local works by week', 'الأعمال المحلية بحسب الأسبوع')}>
        <Table
          caption={say('Local works by week', 'الأعمال المحلية بحسب الأسبوع')}
          captionSize="m"
          firstCellIsHeader
          columns={[
            { text: say('Week', 'الأسبوع'), sort: { href: '#week' } },
            { text: say('Share', 'الحصة'), numeric: true, sort: { href: '#share', sorted: 'descending' } },
            { text: say('Works', 'الأعمال'), numeric: true },
          ]}
          rows={[
            [say('4 July 2021', '4 يوليو 2021'), '31.4 %', '1,204'],
            [say('11 July 2021', '11 يوليو 2021'), '28.0 %', '987'],
            [say('18 July 2021', '18 يوليو 2021'), '9.5 %', '12'],
          ]}
        />
      </ScrollArea>
    ),
  },
]
