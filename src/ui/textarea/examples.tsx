import type { Examples } from '../gallery/example.ts'
import { Textarea } from './textarea.tsx'

export const textareaExamples: Examples = (say) => [
  {
    title: 'Text area, answered in another language',
    view: (
      <Textarea
        name="description"
        label={say('Description in Arabic', 'الوصف بالفرنسية')}
        lang={say('ar', 'fr')}
        dir={say('rtl', 'ltr') as 'rtl'}
        rows={3}
        value={say(
          'صندوق لدعم المبدعين الشباب في البيئة الرقمية',
          'Un fonds qui soutient les jeunes créateurs dans l’environnement numérique',
        )}
      />
    ),
  },
]
