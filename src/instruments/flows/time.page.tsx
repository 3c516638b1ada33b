import type { Page } from '../../people/index.ts'
import { getShown, type StudyDeclaration } from '../../studies/index.ts'
import { Link } from '../../ui/link/link.tsx'
import type { FlowsDocument } from './document.ts'
import { FlowFigure } from './flow-figure.tsx'
import { focusOf } from './focus.ts'
import { words } from './words/words.generated.ts'

/** The share of developing countries and the exchange of a country, period by period. */
export const timePage = (declaration: () => StudyDeclaration<FlowsDocument>): Page => ({
  name: 'flows.time',
  method: 'GET',
  under: 'party',
  path: '/flows/:id/time',
  permission: 'flows.visit',
  shared: true,
  respond: async (visit) => {
    const shown = await getShown(declaration(), visit)
    const t = visit.words(words)
    const focus = focusOf(shown)
    const address = visit.to(`/flows/${shown.study.id}`)
    const props = { shown, focus }
    if (shown.document.periods.length < 2) return { kind: 'see-other', to: address }
    return {
      kind: 'view',
      title: t('time.title'),
      room: 'flows',
      line: 3,
      crumbs: [
        { text: t('title'), href: visit.to('/flows') },
        { text: shown.study.title, href: address },
      ],
      body: (
        <>
          <h1 class="govuk-heading-l">{t('time.title')}</h1>
          <FlowFigure {...props} name="developing" />
          <FlowFigure {...props} name="exchange" />
          <p class="govuk-body">
            <Link href={`${address}?country=${focus}`}>{t('trade.back')}</Link>
          </p>
        </>
      ),
    }
  },
})
