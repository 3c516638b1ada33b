import type { Examples } from '../gallery/example.ts'
import { Select } from '../select/select.tsx'
import { TextInput } from '../text-input/text-input.tsx'
import { Filter } from './filter.tsx'

export const filterExamples: Examples = (say) => [
  {
    title: 'Filter of a list',
    view: (
      <Filter
        label={say('Filter the measures', 'تصفية التدابير')}
        action="#"
        submit={say('Apply filters', 'تطبيق التصفية')}
        clear={{ href: '#', text: say('Clear all filters', 'مسح كل عوامل التصفية') }}
        active={{
          label: say('Filters in force', 'عوامل التصفية المطبقة'),
          items: [
            { text: say('Sector: music', 'القطاع: الموسيقى'), removeHref: '#x', removeText: say('Remove', 'إزالة') },
          ],
        }}
      >
        <TextInput name="q" type="search" label={say('Search', 'بحث')} value="" />
        <Select
          name="s"
          label={say('Sector', 'القطاع')}
          options={[{ value: 'music', text: say('Music', 'الموسيقى') }]}
          value="music"
        />
        <Select name="y" label={say('Status', 'الحالة')} options={[{ value: '', text: say('Any', 'الكل') }]} />
      </Filter>
    ),
  },
]
