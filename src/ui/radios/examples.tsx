import type { Examples } from '../gallery/example.ts'
import { TextInput } from '../text-input/text-input.tsx'
import { Radios } from './radios.tsx'

export const radiosExamples: Examples = (say) => [
  {
    title: 'Radios with a further question',
    view: (
      <Radios
        name="state"
        label={say('Where does the measure stand?', 'ما وضع هذا التدبير؟')}
        labelSize="m"
        hint={say('Choose what holds today', 'اختر الوضع الراهن')}
        value="force"
        error={say('Choose where the measure stands', 'اختر وضع التدبير')}
        errorPrefix={say('Error', 'خطأ')}
        options={[
          { value: 'draft', label: say('Being drafted', 'قيد الصياغة') },
          {
            value: 'force',
            label: say('In force', 'ساري المفعول'),
            hint: say('Published and applied', 'منشور ومطبَّق'),
            conditional: (
              <TextInput name="since" label={say('Since which year?', 'منذ أي سنة؟')} width={4} value="2021" />
            ),
          },
          { divider: say('or', 'أو') },
          { value: 'none', label: say('It was never adopted', 'لم يُعتمد قط') },
        ]}
      />
    ),
  },
]
