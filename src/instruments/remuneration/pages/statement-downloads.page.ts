import { type Cell, csvText } from '../../../engines/studies/index.ts'
import { NotThere } from '../../../kernel/refusal.ts'
import type { Answer, Page } from '../../../people/index.ts'
import { getShown, type StudyDeclaration } from '../../../studies/index.ts'
import type { RemunerationDocument } from '../document.ts'
import { withStatements } from '../statement-reader.ts'
import { statementsPath } from './statement-copy.ts'

type Declaration = () => StudyDeclaration<RemunerationDocument>

const csv = (name: string, text: string): Answer => ({
  kind: 'download',
  name,
  type: 'text/csv; charset=utf-8',
  body: `\uFEFF${text}`,
})

const told = (listeners: number | null): Cell => listeners ?? '<10'

/** One line per creator: what was played, by how many, and what each rule pays, to the cent. */
export const statementsCsvPage = (declaration: Declaration): Page => ({
  name: 'remuneration.statements-csv',
  method: 'GET',
  under: 'party',
  path: '/remuneration/:id/statements.csv',
  permission: 'remuneration.read',
  respond: async (visit) => {
    const { study } = await getShown(declaration(), visit)
    return withStatements(await statementsPath(declaration(), visit, study), async ({ end, page }) => {
      const all = await page(0, end.creators)
      const rows = all.map(({ creator, works, plays, listeners, paid }): Cell[] => [
        creator,
        works,
        plays,
        told(listeners),
        ...paid,
      ])
      return csv('statements.csv', csvText(['creator', 'works', 'plays', 'listeners', ...end.models], rows))
    })
  },
})

/** The works of one creator, with their plays, their listeners and what each rule pays for them. */
export const statementCsvPage = (declaration: Declaration): Page => ({
  name: 'remuneration.statement-csv',
  method: 'GET',
  under: 'party',
  path: '/remuneration/:id/statements/:place/works.csv',
  permission: 'remuneration.read',
  respond: async (visit) => {
    const { study } = await getShown(declaration(), visit)
    const place = Number(visit.parameters['place']) - 1
    return withStatements(await statementsPath(declaration(), visit, study), async ({ end, find }) => {
      const found = await find(place, 0, Number.POSITIVE_INFINITY)
      if (!found) throw new NotThere(`statement ${place} of ${study.id}`)
      const rows = found.works.map(({ creator, work, title, plays, listeners, paid }): Cell[] => [
        creator,
        work,
        title,
        plays,
        told(listeners),
        ...paid,
      ])
      return csv(
        `statement-${place + 1}.csv`,
        csvText(['creator', 'work', 'title', 'plays', 'listeners', ...end.models], rows),
      )
    })
  },
})
