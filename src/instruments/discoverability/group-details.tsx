import { rangeText, type Shown, shareText } from '../../studies/index.ts'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import type { DiscoverabilityDocument } from './document.ts'
import { type Facet, groupName, groupsInOrder } from './looked-at.ts'
import { stageNames } from './stages.ts'
import { words } from './words/words.generated.ts'

const mostGroups = 30

interface Props {
  readonly shown: Shown<DiscoverabilityDocument>
  readonly facet: Facet
}

/** On one line. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')

/** Every large group at every stage: share with interval, ratio to the stage before, and what is not known. */
export const GroupDetails = ({ shown: { visit, document }, facet }: Props) => {
  const t = visit.words(words)
  const found = document.groups[facet]
  if (!found) return null
  const there = stageNames.filter((name) => name in found.unknown)
  const entries = groupsInOrder(facet, found).slice(0, mostGroups)
  const ratio = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : `× ${visit.format.number(value, 2)}`
  const row = ([label, group]: (typeof entries)[number]) => [
    <bdi>{groupName(visit, facet, label)}</bdi>,
    ...there.flatMap((name) => {
      const [interval, bounds] = [group.intervals[name], group.bounds[name]]
      const range = interval && rangeText(visit, interval)
      const limits = found.unknown[name] ? bounds && rangeText(visit, bounds) : undefined
      return [
        <>
          {shareText(visit, group.shares[name])}
          {range === undefined ? null : <div class="govuk-hint govuk-!-margin-bottom-0">{unbroken(range)}</div>}
          {limits === undefined ? null : <div class="govuk-hint govuk-!-margin-bottom-0">[{unbroken(limits)}]</div>}
        </>,
        ...(name === there[0] ? [] : [<bdi>{ratio(group.ratios[name])}</bdi>]),
      ]
    }),
  ]
  const unknown = [
    t('groups.unknown'),
    ...there.flatMap((name) => [shareText(visit, found.unknown[name]), ...(name === there[0] ? [] : [''])]),
  ]
  return (
    <>
      <ScrollArea label={t(`chart.${facet}`)}>
        <Table
          caption={t('groups.table')}
          firstCellIsHeader
          columns={[
            { text: t('group') },
            ...there.flatMap((name) => [
              { text: t(`stage.${name}`), numeric: true },
              ...(name === there[0] ? [] : [{ text: t('ratio.heading'), numeric: true }]),
            ]),
          ]}
          rows={[...entries.map(row), unknown]}
        />
      </ScrollArea>
      {found.not_shown > 0 ? <p class="govuk-body">{t('groups.hidden', { count: found.not_shown })}</p> : null}
    </>
  )
}
