import type { Examples } from '../gallery/example.ts'
import { pageWindow } from './page-window.ts'
import { Pagination } from './pagination.tsx'

export const paginationExamples: Examples = (say) => [
  {
    title: 'Pagination',
    view: (
      <Pagination
        label={say('Pages of measures', 'صفحات التدابير')}
        previous={{ href: '#6', text: say('Previous page', 'الصفحة السابقة') }}
        next={{ href: '#8', text: say('Next page', 'الصفحة التالية') }}
        items={pageWindow(7, 42).map((page) =>
          page === 'gap'
            ? { ellipsis: true }
            : {
                number: String(page),
                href: `#${page}`,
                current: page === 7,
                hiddenText: `${say('Page', 'الصفحة')} ${page}`,
              },
        )}
      />
    ),
  },
  {
    title: 'Previous and next chapter',
    view: (
      <Pagination
        label={say('Sections of the report', 'أقسام التقرير')}
        previous={{ href: '#a', text: say('Previous', 'السابق'), label: say('Overview', 'نظرة عامة') }}
        next={{ href: '#b', text: say('Next', 'التالي'), label: say('Digital environment', 'البيئة الرقمية') }}
      />
    ),
  },
]
