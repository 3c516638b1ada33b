import type { Examples } from '../gallery/example.ts'
import { Button, ButtonGroup } from './button.tsx'

export const buttonExamples: Examples = (say) => [
  {
    title: 'Button',
    view: (
      <>
        <Button kind="start" href="#">
          {say('Adopt the roadmap', 'اعتماد خارطة الطريق')}
        </Button>
        <ButtonGroup>
          <Button preventDoubleClick>{say('Save and continue', 'حفظ ومتابعة')}</Button>
          <Button kind="secondary">{say('Preview', 'معاينة')}</Button>
          <Button kind="warning">{say('Drop this line', 'حذف هذا السطر')}</Button>
          <Button disabled>{say('Publish', 'نشر')}</Button>
          <a class="govuk-link" href="#cancel">
            {say('Cancel', 'إلغاء')}
          </a>
        </ButtonGroup>
      </>
    ),
  },
]
