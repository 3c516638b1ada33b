import type { Page, Visit } from '../../../people/index.ts'
import { getShown, type StudyDeclaration } from '../../../studies/index.ts'
import type { RemunerationDocument } from '../document.ts'
import { withStatements } from '../statement-reader.ts'
import { words } from '../words/words.generated.ts'
import { statementsPath } from './statement-copy.ts'
import { StatementsView } from './statements-view.tsx'

type Declaration = () => StudyDeclaration<RemunerationDocument>

const statementsOnPage = 50

/** More than this many names found are not listed: the person is asked to write more of the name. */
const mostFound = 500

const pageOf = (visit: Visit): number => {
  const page = Number(visit.query.get('page') ?? '1')
  return Number.isInteger(page) && page >= 1 ? page : 1
}

/** The creators of a study with what each rule pays them, fifty at a time, found by name. */
export const statementsPage = (declaration: Declaration): Page => ({
  name: 'remuneration.statements',
  method: 'GET',
  under: 'party',
  path: '/remuneration/:id/statements',
  permission: 'remuneration.read',
  respond: async (visit) => {
    const { study } = await getShown(declaration(), visit)
    const t = visit.words(words)
    const address = visit.to(`/remuneration/${study.id}`)
    const query = (visit.query.get('q') ?? '').trim()
    const page = pageOf(visit)
    const first = (page - 1) * statementsOnPage
    const listed = await withStatements(await statementsPath(declaration(), visit, study), async (reader) => {
      if (query === '') {
        const statements = await reader.page(first, statementsOnPage)
        return { end: reader.end, statements, count: reader.end.creators, isCut: false }
      }
      const { statements, isCut } = await reader.search(query, mostFound)
      const shown = statements.slice(first, first + statementsOnPage)
      return { end: reader.end, statements: shown, count: statements.length, isCut }
    })
    const last = Math.max(1, Math.ceil(listed.count / statementsOnPage))
    return {
      kind: 'view',
      title: t('statements.title'),
      room: 'remuneration',
      line: 2,
      crumbs: [
        { text: t('title'), href: visit.to('/remuneration') },
        { text: study.title, href: address },
      ],
      body: StatementsView({ visit, address, query, page, last, ...listed }),
    }
  },
})
