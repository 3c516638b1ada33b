import { csvText } from '../../engines/studies/index.ts'
import { NotThere } from '../../kernel/refusal.ts'
import type { Page, Visit } from '../../people/index.ts'
import { getShown, readArtefact, type StudyDeclaration } from '../../studies/index.ts'
import { readCompactLists, type TerritoryLists } from './compact-lists.ts'
import type { DiscoverabilityDocument } from './document.ts'
import { lookedAt } from './looked-at.ts'
import { findMostChanged, simulate } from './simulation.ts'
import { addressOf, readSimulatorQuery, repeatingSimulation } from './simulator-query.ts'
import { SimulatorView } from './simulator-view.tsx'
import { words } from './words/words.generated.ts'

type Declaration = () => StudyDeclaration<DiscoverabilityDocument>

const longestOf = ({ lists }: TerritoryLists): number =>
  lists.reduce((most, { titles }) => Math.max(most, titles.length), 1)

/** The lists of a study put in another order, as the address asks. */
const answerOf = async (declaration: Declaration, visit: Visit) => {
  const { study, document } = await getShown(declaration(), visit)
  const compact = readCompactLists(await readArtefact(declaration(), visit, study, 'lists'))
  const query = compact && readSimulatorQuery(visit.query, compact, lookedAt(document).code)
  const territory = query && compact.territories[query.territory]
  if (!territory) throw new NotThere(`lists of ${study.id}`)
  return {
    study,
    document,
    query,
    territories: Object.keys(compact.territories),
    longest: Math.min(100, longestOf(territory)),
    found: simulate(query.rule, [territory], query),
    example: findMostChanged(query.rule, territory, query),
  }
}

const simulatorPage = (declaration: Declaration): Page => ({
  name: 'discoverability.simulator',
  method: 'GET',
  under: 'party',
  path: '/discoverability/:id/simulator',
  permission: 'discoverability.visit',
  respond: async (visit) => {
    const { study, document, ...answer } = await answerOf(declaration, visit)
    const t = visit.words(words)
    const address = visit.to(`/discoverability/${study.id}`)
    return {
      kind: 'view',
      title: t('simulator.title'),
      room: 'studies',
      line: 2,
      crumbs: [
        { text: t('title'), href: visit.to('/discoverability') },
        { text: study.title, href: address },
      ],
      body: (
        <SimulatorView
          visit={visit}
          address={`${address}/simulator`}
          command={repeatingSimulation(document.method.command, answer.query)}
          {...answer}
        />
      ),
    }
  },
})

const header = ['statistic', 'key', 'value']

const csvPage = (declaration: Declaration): Page => ({
  name: 'discoverability.simulator-csv',
  method: 'GET',
  under: 'party',
  path: '/discoverability/:id/simulator.csv',
  permission: 'discoverability.visit',
  respond: async (visit) => {
    const { query, found, example } = await answerOf(declaration, visit)
    const { moved_up: up, moved_down: down, ...figures } = found
    const body = csvText(header, [
      ['asked', '', addressOf(query)],
      ...Object.entries(figures).map(([name, value]) => [name, '', value]),
      ...up.map(({ title, positions }) => ['moved_up', title, positions]),
      ...down.map(({ title, positions }) => ['moved_down', title, positions]),
      ...(example?.before.map(({ title }, at) => [`list_before_${example.week}`, title, at + 1]) ?? []),
      ...(example?.after.map(({ title }, at) => [`list_after_${example.week}`, title, at + 1]) ?? []),
    ])
    return { kind: 'download', name: 'simulation.csv', type: 'text/csv; charset=utf-8', body }
  },
})

/** The simulator of a study and its figures as CSV. */
export const simulatorPages = (declaration: Declaration): readonly Page[] => [
  simulatorPage(declaration),
  csvPage(declaration),
]
