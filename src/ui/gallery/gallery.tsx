import { breadcrumbsExamples } from '../breadcrumbs/examples.tsx'
import { buttonExamples } from '../button/examples.tsx'
import { checkboxesExamples } from '../checkboxes/examples.tsx'
import { dateInputExamples } from '../date-input/examples.tsx'
import { detailsExamples } from '../details/examples.tsx'
import { emptyStateExamples } from '../empty-state/examples.tsx'
import { errorSummaryExamples } from '../error-summary/examples.tsx'
import { fileUploadExamples } from '../file-upload/examples.tsx'
import { filterExamples } from '../filter/examples.tsx'
import { insetTextExamples } from '../inset-text/examples.tsx'
import type { Assets } from '../layout/assets.ts'
import { Layout } from '../layout/layout.tsx'
import { markdownExamples } from '../markdown/examples.tsx'
import { moneyInputExamples } from '../money-input/examples.tsx'
import { notificationBannerExamples } from '../notification-banner/examples.tsx'
import { paginationExamples } from '../pagination/examples.tsx'
import { panelExamples } from '../panel/examples.tsx'
import { passwordInputExamples } from '../password-input/examples.tsx'
import { progressExamples } from '../progress/examples.tsx'
import { radiosExamples } from '../radios/examples.tsx'
import { selectExamples } from '../select/examples.tsx'
import { summaryListExamples } from '../summary-list/examples.tsx'
import { tableExamples } from '../table/examples.tsx'
import { tabsExamples } from '../tabs/examples.tsx'
import { tagExamples } from '../tag/examples.tsx'
import { taskListExamples } from '../task-list/examples.tsx'
import { textInputExamples } from '../text-input/examples.tsx'
import { textareaExamples } from '../textarea/examples.tsx'
import { warningTextExamples } from '../warning-text/examples.tsx'
import type { Example, Examples, Say } from './example.ts'

const all: readonly Examples[] = [
  breadcrumbsExamples,
  errorSummaryExamples,
  notificationBannerExamples,
  panelExamples,
  taskListExamples,
  emptyStateExamples,
  buttonExamples,
  textInputExamples,
  textareaExamples,
  selectExamples,
  radiosExamples,
  checkboxesExamples,
  dateInputExamples,
  moneyInputExamples,
  fileUploadExamples,
  passwordInputExamples,
  filterExamples,
  tableExamples,
  paginationExamples,
  summaryListExamples,
  tagExamples,
  progressExamples,
  tabsExamples,
  detailsExamples,
  insetTextExamples,
  warningTextExamples,
  markdownExamples,
]

export interface GalleryProps {
  readonly locale: 'en' | 'ar'
  readonly assets: Assets
  /** Examples of rooms above this one. */
  readonly more?: readonly Example[]
}

/** Every component on one page: looked at in both directions, narrow, in forced colours and in print. */
export const Gallery = ({ locale, assets, more = [] }: GalleryProps) => {
  const say: Say = (english, arabic) => (locale === 'ar' ? arabic : english)
  return (
    <Layout
      locale={locale}
      title={say('Components', 'المكوّنات')}
      assets={assets}
      skipText={say('Skip to main content', 'انتقل إلى المحتوى الرئيسي')}
      home={{ name: say('Open Roadmap', 'خارطة الطريق المفتوحة'), href: '#' }}
      party={{ name: say('Republic of Samara', 'جمهورية سمارة') }}
      navigation={{
        label: say('Main', 'التنقل الرئيسي'),
        items: [
          { text: say('Roadmap', 'خارطة الطريق'), href: '#r', current: true },
          { text: say('Measures', 'التدابير'), href: '#m' },
          { text: say('Studies', 'الدراسات'), href: '#s' },
          { text: say('Report', 'التقرير'), href: '#p' },
        ],
      }}
      account={{ label: say('Account', 'الحساب'), items: [{ text: say('Sign in', 'تسجيل الدخول'), href: '#in' }] }}
      languages={{
        label: say('Language', 'اللغة'),
        items: [
          { name: 'English', locale: 'en', dir: 'ltr', href: '#en', current: locale === 'en' },
          { name: 'Français', locale: 'fr', dir: 'ltr', href: '#fr' },
          { name: 'العربية', locale: 'ar', dir: 'rtl', href: '#ar', current: locale === 'ar' },
        ],
      }}
      sample={{
        tag: say('Sample', 'عينة'),
        text: say('This Party and all its figures are fictional.', 'هذا الطرف وجميع أرقامه خيالية.'),
      }}
      footer={{
        label: say('About this site', 'عن هذا الموقع'),
        items: [
          { text: say('Accessibility', 'إمكانية الوصول'), href: '#a' },
          { text: say('About', 'حول'), href: '#b' },
          { text: say('Source code', 'الشيفرة المصدرية'), href: '#c' },
        ],
        text: say('Free software under the Apache Licence 2.0.', 'برنامج حر بموجب رخصة أباتشي 2.0.'),
      }}
      line={1}
    >
      <h1 class="govuk-heading-xl">{say('Every component, once', 'كل مكوّن مرة واحدة')}</h1>
      {[...all.flatMap((examples) => examples(say)), ...more].map(({ title, view }) => (
        <section>
          <h2 class="govuk-heading-m or-accent" lang="en">
            {title}
          </h2>
          {view}
        </section>
      ))}
    </Layout>
  )
}
