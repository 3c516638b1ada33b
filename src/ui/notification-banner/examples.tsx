import type { Examples } from '../gallery/example.ts'
import { NotificationBanner } from './notification-banner.tsx'

export const notificationBannerExamples: Examples = (say) => [
  {
    title: 'Notification banners',
    view: (
      <>
        <NotificationBanner
          title={say('Success', 'تم بنجاح')}
          kind="success"
          titleId="banner-1"
          text={say('The measure is saved.', 'تم حفظ التدبير.')}
        />
        <NotificationBanner
          title={say('Important', 'مهم')}
          titleId="banner-2"
          text={say('The report is due on 30 June 2027.', 'موعد تقديم التقرير 30 يونيو 2027.')}
        />
      </>
    ),
  },
]
