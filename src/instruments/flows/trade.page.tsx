import type { Page } from '../../people/index.ts'
import { getShown, type StudyDeclaration } from '../../studies/index.ts'
import { Link } from '../../ui/link/link.tsx'
import type { FlowsDocument } from './document.ts'
import { focusOf } from './focus.ts'
import { MirrorSection, ProductsTable } from './trade-view.tsx'
import { words } from './words/words.generated.ts'

/** What was traded by product, and what both sides of a flow tell; nothing to see for a study of other files. */
export const tradePage = (declaration: () => StudyDeclaration<FlowsDocument>): Page => ({
  name: 'flows.trade',
  method: 'GET',
  under: 'party',
  path: '/flows/:id/trade',
  permission: 'flows.visit',
  shared: true,
  respond: async (visit) => {
    const shown = await getShown(declaration(), visit)
    const { trade } = shown.document
    const t = visit.words(words)
    const address = visit.to(`/flows/${shown.study.id}`)
    const props = { shown, focus: focusOf(shown) }
    if (!trade) return { kind: 'see-other', to: address }
    return {
      kind: 'view',
      title: t('trade.title'),
      room: 'flows',
      line: 3,
      crumbs: [
        { text: t('title'), href: visit.to('/flows') },
        { text: shown.study.title, href: address },
      ],
      body: (
        <>
          <h1 class="govuk-heading-l">{t('trade.title')}</h1>
          <ProductsTable {...props} trade={trade} />
          <MirrorSection {...props} mirror={trade.mirror} />
          <p class="govuk-body">
            <Link href={address}>{t('trade.back')}</Link>
          </p>
        </>
      ),
    }
  },
})
