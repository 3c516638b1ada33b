import type { Visit } from '../../people/index.ts'
import { intervalText, numberText, rangeText, type Shown, StudyFigure, shareText } from '../../studies/index.ts'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { Codes, NotUnderstood, Sample } from './basis-view.tsx'
import type { WorkforceDocument } from './document.ts'
import { conditionNames, type GroupRow } from './employment.ts'
import type { Estimate } from './estimates.ts'
import { groupName } from './naming.ts'
import { type ListName, listBreakdowns, listNames } from './roles.ts'
import { words } from './words/words.generated.ts'

interface Props {
  readonly shown: Shown<WorkforceDocument>
}

const levelOf = ({ document }: Shown<WorkforceDocument>): number => document.method.interval?.level ?? 0.95

const Interval = ({
  shown,
  estimate,
  unit,
}: Props & { readonly estimate: Estimate; readonly unit: 'share' | 'number' }) => {
  const text = intervalText(shown.visit, { ...estimate, level: levelOf(shown) }, unit)
  return text === undefined ? null : <>{text}</>
}

const Lead = ({ shown }: Props) => {
  const { visit, document } = shown
  const { employment } = document
  if (!employment || employment.culture.value === null) return null
  const t = visit.words(words)
  const elsewhere = employment.share_women_elsewhere?.value
  const { low, high } = employment.share_bounds
  const bounds = low === high ? undefined : rangeText(visit, { low, high })
  return (
    <>
      <p class="govuk-body">
        {t('result.culture', { persons: employment.culture.value, share: shareText(visit, employment.share.value) })}{' '}
        <Interval shown={shown} estimate={employment.share} unit="share" />{' '}
        {bounds === undefined ? null : t('result.bounds', { range: bounds })}
      </p>
      {elsewhere === null || elsewhere === undefined ? null : (
        <p class="govuk-body">{t('result.elsewhere', { share: shareText(visit, elsewhere) })}</p>
      )}
    </>
  )
}

/** “Part time: 28.8% of women (24.1% to 33.9%) and 13.0% of men (…)”, where both may be told. */
const Conditions = ({ shown }: Props) => {
  const { visit, document } = shown
  const t = visit.words(words)
  const text = (estimate: Estimate) => {
    const range = rangeText(visit, estimate)
    return range === undefined ? shareText(visit, estimate.value) : `${shareText(visit, estimate.value)} (${range})`
  }
  const told = conditionNames.flatMap((name) => {
    const { women, men } = document.employment?.conditions[name] ?? { women: null, men: null }
    return women && men ? [t(`condition.${name}`, { women: text(women), men: text(men) })] : []
  })
  return told.length === 0 ? null : <p class="govuk-body">{told.join(' ')}</p>
}

const hiddenCount = (rows: readonly GroupRow[] | undefined): number =>
  rows?.filter(({ group, share_women }) => group !== 'not-told' && share_women === null).length ?? 0

const Hidden = ({ shown, count }: Props & { readonly count: number }) =>
  count === 0 ? null : <>{shown.visit.words(words)('result.hidden', { count })}</>

const Work = ({ shown }: Props) => {
  const { employment } = shown.document
  if (!employment) return null
  const t = shown.visit.words(words)
  const { tables } = employment
  return (
    <>
      <StudyFigure shown={shown} name="trident" />
      <h2 class="govuk-heading-m">{t('women.title')}</h2>
      <StudyFigure shown={shown} name="occupations">
        <Hidden shown={shown} count={hiddenCount(tables.occupations)} />
      </StudyFigure>
      <StudyFigure shown={shown} name="industries">
        <Hidden shown={shown} count={hiddenCount(tables.industries)} />
      </StudyFigure>
      <StudyFigure shown={shown} name="forms" />
      <Conditions shown={shown} />
      <StudyFigure shown={shown} name="ages" />
    </>
  )
}

const moneyText = (visit: Visit, { value }: Estimate, currency: string): string =>
  value === null
    ? '–'
    : currency === 'XXX'
      ? numberText(visit, value / 100, 2)
      : visit.format.money({ minor: Math.round(value), currency })

const Pay = ({ shown }: Props) => {
  const { visit, document } = shown
  const { pay } = document
  if (!pay) return null
  const t = visit.words(words)
  const all = pay.groups.find(({ group }) => group === 'all')
  const notUsed = Object.entries(pay.not_used)
  return (
    <>
      <h2 class="govuk-heading-m">{t('pay.title')}</h2>
      {all ? (
        <p class="govuk-body">
          {t(`pay.gap.${pay.per}`, { gap: shareText(visit, all.gap_mean.value) })}{' '}
          <Interval shown={shown} estimate={all.gap_mean} unit="share" /> {t('pay.unadjusted')}
        </p>
      ) : (
        <p class="govuk-body">{t('pay.too-few')}</p>
      )}
      <StudyFigure shown={shown} name="pay">
        <Hidden shown={shown} count={pay.groups_hidden.length} />
      </StudyFigure>
      {pay.groups.length > 0 ? (
        <ScrollArea label={t('pay.table')}>
          <Table
            caption={t('pay.table')}
            firstCellIsHeader
            columns={[
              { text: t('chart.occupation') },
              { text: t('pay.median-women'), numeric: true },
              { text: t('pay.median-men'), numeric: true },
              { text: t('pay.gap-median'), numeric: true },
              { text: t('pay.interval'), numeric: true },
            ]}
            rows={pay.groups.map((row) => [
              groupName(visit, 'pay', row.group),
              moneyText(visit, row.median_women, pay.currency),
              moneyText(visit, row.median_men, pay.currency),
              shareText(visit, row.gap_median.value),
              rangeText(visit, row.gap_median) ?? '–',
            ])}
          />
        </ScrollArea>
      ) : null}
      {notUsed.length > 0 ? (
        <p class="govuk-body">{t('pay.not-used', { count: notUsed.reduce((sum, [, rows]) => sum + rows, 0) })}</p>
      ) : null}
    </>
  )
}

const List = ({ shown, name }: Props & { readonly name: ListName }) => {
  const { visit, document } = shown
  const found = document[name]
  if (!found) return null
  const t = visit.words(words)
  const { total, share_women_bounds: bounds, parity, money } = found
  const drawn = listBreakdowns[name].find((column) => (found.by[column]?.length ?? 0) > 1)
  const hidden = drawn ? found.by[drawn]!.filter(({ share_women: share }) => share === null).length : 0
  return (
    <>
      <h2 class="govuk-heading-m">{t(`${name}.title`)}</h2>
      <p class="govuk-body">
        {total.share_women === null
          ? t('list.too-few')
          : t(`${name}.share`, { share: shareText(visit, total.share_women), total: total.total ?? 0 })}{' '}
        {parity === null ? null : t('list.parity', { parity: numberText(visit, parity, 2) })}{' '}
        {bounds.low === bounds.high || bounds.low === null
          ? null
          : t('list.bounds', { range: rangeText(visit, bounds) ?? '' })}{' '}
        {money?.share_women === null || money?.share_women === undefined
          ? null
          : t('list.money', { share: shareText(visit, money.share_women) })}
      </p>
      <StudyFigure shown={shown} name={name}>
        <Hidden shown={shown} count={hidden} />
      </StudyFigure>
      <StudyFigure shown={shown} name={`${name}-years`} />
    </>
  )
}

/** What the study found, behind its first figure: the trident, women by group, pay, posts, awards, works, and what it all rests on. */
export const Findings = (shown: Shown<WorkforceDocument>) => (
  <>
    <Lead shown={shown} />
    <Work shown={shown} />
    <Pay shown={shown} />
    {listNames.map((name) => (
      <List shown={shown} name={name} />
    ))}
    <Codes shown={shown} />
    <NotUnderstood shown={shown} />
    <Sample shown={shown} />
  </>
)
