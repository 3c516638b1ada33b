import type { Examples } from '../gallery/example.ts'
import { Markdown } from './markdown.tsx'

export const markdownExamples: Examples = (say) => [
  {
    title: 'Text people wrote',
    view: (
      <Markdown
        headingLevel={3}
        text={say(
          '# What changed\n\nThe law of **2021** asks platforms to:\n\n1. name their *ranking criteria*\n2. show [local works](https://example.org)\n\n> A quarter of the first row.',
          '# ما الذي تغيّر\n\nيُلزم قانون **2021** المنصات بما يلي:\n\n1. ذكر *معايير الترتيب*\n2. إبراز [الأعمال المحلية](https://example.org)\n\n> ربع الصف الأول.',
        )}
      />
    ),
  },
]
