import type { Page } from '../../people/index.ts'
import {
  countryName,
  getShown,
  intervalText,
  numberText,
  rangeText,
  type Shown,
  type StudyDeclaration,
  StudyFigure,
  shareText,
} from '../../studies/index.ts'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import type { DiscoverabilityDocument } from './document.ts'
import { stageNames } from './stages.ts'
import { words } from './words/words.generated.ts'

interface Props {
  readonly shown: Shown<DiscoverabilityDocument>
}

/** Every territory: its own works in the catalogue, in what is shown there, in what is played there. */
const Territories = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const entries = Object.entries(document.territories)
    .map(([code, found]) => ({ name: countryName(visit, code), found }))
    .toSorted((one, other) => one.name.localeCompare(other.name, visit.locale))
  const hasLists = document.stages.includes('exposure')
  const hasPlays = document.stages.includes('consumption')
  return (
    <ScrollArea label={t('territories.table')}>
      <Table
        caption={t('territories.table')}
        captionSize="m"
        firstCellIsHeader
        columns={[
          { text: t('part.territories') },
          { text: t('stage.catalogue'), numeric: true },
          ...(hasLists
            ? [
                { text: t('stage.exposure'), numeric: true },
                { text: t('territories.interval'), numeric: true },
                { text: t('bounds'), numeric: true },
                { text: t('sensitivity.ratio'), numeric: true },
              ]
            : []),
          ...(hasPlays
            ? [
                { text: t('stage.consumption'), numeric: true },
                { text: t('territories.users'), numeric: true },
              ]
            : []),
        ]}
        rows={entries.map(({ name, found }) => [
          name,
          shareText(visit, found.catalogue),
          ...(hasLists
            ? [
                shareText(visit, found.exposure?.local_share),
                (found.exposure && rangeText(visit, found.exposure.interval)) ?? '–',
                (found.exposure && rangeText(visit, found.exposure.bounds)) ?? '–',
                numberText(visit, found.exposure_to_catalogue, 2),
              ]
            : []),
          ...(hasPlays
            ? [shareText(visit, found.consumption?.local_share), numberText(visit, found.consumption?.users)]
            : []),
        ])}
      />
    </ScrollArea>
  )
}

/** Works of developing countries by the list that was chosen, over everything in the files. */
const Developing = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const { list, funnel } = document.developing
  const level = document.method.interval?.level
  return (
    <>
      <h2 class="govuk-heading-m">{t('developing.title')}</h2>
      <p class="govuk-body">
        {t('developing.lead', {
          list: t(`countries.${list.id as 'unctad'}`),
          version: t(`countries.${list.id as 'unctad'}.version`),
        })}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {stageNames.flatMap((name) => {
          const found = funnel.stages[name]
          if (!found || found.local_share === null) return []
          return [
            <li>
              {t(`stage.${name}`)}: {shareText(visit, found.local_share)}
              {found.interval.low === null ? '' : '. '}
              {intervalText(visit, { ...found.interval, level })}
            </li>,
          ]
        })}
      </ul>
    </>
  )
}

const drawn = 20

/** Each territory by itself, and works of developing countries in everything together. */
export const territoriesPage = (declaration: () => StudyDeclaration<DiscoverabilityDocument>): Page => ({
  name: 'discoverability.territories',
  method: 'GET',
  under: 'party',
  path: '/discoverability/:id/territories',
  permission: 'discoverability.visit',
  respond: async (visit) => {
    const shown = await getShown(declaration(), visit)
    const t = visit.words(words)
    const count = Object.keys(shown.document.territories).length
    return {
      kind: 'view',
      title: t('territories.title'),
      room: 'studies',
      line: 2,
      crumbs: [
        { text: t('title'), href: visit.to('/discoverability') },
        { text: shown.study.title, href: visit.to(`/discoverability/${shown.study.id}`) },
      ],
      body: (
        <>
          <h1 class="govuk-heading-l">{t('territories.title')}</h1>
          <StudyFigure shown={shown} name="territories">
            {count > drawn ? t('places.cut', { drawn, of: count }) : null}
          </StudyFigure>
          <Territories shown={shown} />
          <Developing shown={shown} />
        </>
      ),
    }
  },
})
