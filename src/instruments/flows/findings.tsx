import type { Child } from 'hono/jsx'
import { countryLists } from '../../engines/studies/index.ts'
import { Button } from '../../ui/button/button.tsx'
import { InsetText } from '../../ui/inset-text/inset-text.tsx'
import { Select } from '../../ui/select/select.tsx'
import { countryName, intervalText, numberText, type Shown, shareText } from '../../studies/index.ts'
import { ConcentrationTable } from './concentration-table.tsx'
import type { FlowsDocument } from './document.ts'
import { FlowFigure } from './flow-figure.tsx'
import { countriesOf, countryOf, flowsOfCountry, focusOf } from './focus.ts'
import { MatrixTable } from './matrix-table.tsx'
import { listName, listText } from './list-text.ts'
import { NotesSection } from './notes-section.tsx'
import { TimeLink } from './time-view.tsx'
import { TradeLink } from './trade-view.tsx'
import { amountText, unitText } from './unit-text.ts'
import { words } from './words/words.generated.ts'

export interface FlowsProps {
  readonly shown: Shown<FlowsDocument>
  /** The country that is looked at. */
  readonly focus: string
}

/** Keeps the sign of a number before it, also in a sentence that runs from right to left. */
const leftToRight = (text: string): string => `\u2066${text}\u2069`

/** Whether the country is itself on the list, so that its own works count as such. */
const isListed = ({ developing }: FlowsDocument, focus: string): boolean =>
  countryLists.find(({ id }) => id === developing.list.id)?.has(focus) ?? false

/** What reached the country: how much of it is its own, how much from developing countries, and who sent most. */
const Received = ({ shown, focus }: FlowsProps) => {
  const { visit, document } = shown
  const t = visit.words(words)
  const found = document.by_destination[focus]
  const country = countryName(visit, focus)
  if (!found) return <p class="govuk-body-l">{t('received.nothing', { country })}</p>
  const [own, partner] = [found.local_share, flowsOfCountry(document, focus).received[0]]
  const whole = { country, total: amountText(visit, found.total), unit: unitText(visit, document) }
  const said = [
    own === null || own === 0
      ? t('received.from-abroad', whole)
      : t('received.own', { ...whole, own: shareText(visit, own) }),
    ...(found.developing_share === null
      ? []
      : [
          t(isListed(document, focus) && own !== null && own > 0 ? 'received.developing-own' : 'received.developing', {
            share: shareText(visit, found.developing_share),
            list: listName(visit, document),
          }),
        ]),
    ...(partner
      ? [
          t('received.partner', {
            partner: countryName(visit, partner.from),
            share: shareText(visit, found.origins[partner.from]),
          }),
        ]
      : []),
  ]
  const level = document.method.interval?.level
  const isHeadline = focus === countryOf(document, shown.study.party)
  const interval = isHeadline ? undefined : intervalText(visit, { ...found.developing_interval, level })
  return (
    <>
      <p class="govuk-body-l">{said.join(' ')}</p>
      {interval === undefined ? null : <p class="govuk-body">{t('received.interval', { interval })}</p>}
      {found.known < found.total ? (
        <p class="govuk-body">{t('received.unknown', { share: shareText(visit, 1 - found.known / found.total) })}</p>
      ) : null}
    </>
  )
}

/** A trade file tells of most countries only what their partners tell. */
const OnlyPartners = ({ shown, focus }: FlowsProps) => {
  const { visit, document } = shown
  if (!document.trade || document.trade.reporters.includes(focus)) return null
  const t = visit.words(words)
  const { reporters } = document.trade
  return (
    <InsetText>
      {t('trade.only-partners', {
        country: countryName(visit, focus),
        count: reporters.length,
        reporters: visit.format.list(reporters.slice(0, 5).map((code) => countryName(visit, code))),
      })}
    </InsetText>
  )
}

const Sent = ({ shown, focus }: FlowsProps) => {
  const { visit, document } = shown
  const t = visit.words(words)
  const country = countryName(visit, focus)
  const [exchange, partner] = [document.by_origin[focus], flowsOfCountry(document, focus).sent[0]]
  if (!exchange || exchange.sent === 0) return <p class="govuk-body">{t('sent.nothing', { country })}</p>
  const values = { country, sent: amountText(visit, exchange.sent), unit: unitText(visit, document) }
  return (
    <p class="govuk-body">
      {partner
        ? t('sent.partner', {
            ...values,
            partner: countryName(visit, partner.to),
            share: shareText(visit, partner.amount / exchange.sent),
          })
        : t('sent.all', values)}{' '}
      {exchange.balance === null
        ? null
        : t(exchange.balance >= 0 ? 'balance.sender' : 'balance.receiver', {
            balance: leftToRight(numberText(visit, exchange.balance, 2)),
          })}
    </p>
  )
}

/** Another country can be looked at, without a script. */
const OtherCountry = ({ shown, focus }: FlowsProps) => {
  const { visit, document, study } = shown
  const t = visit.words(words)
  const options = countriesOf(document)
    .map((code) => ({ value: code, text: countryName(visit, code) }))
    .toSorted((a, b) => a.text.localeCompare(b.text, visit.locale))
  if (options.length < 2) return null
  return (
    <form method="get" action={visit.to(`/flows/${study.id}`)} novalidate>
      <Select name="country" label={t('other-country')} value={focus} options={options} />
      <Button kind="secondary">{t('other-country.show')}</Button>
    </form>
  )
}

/** What a study of flows found: in a sentence, on a map, in a matrix, and over time. */
export const Findings = (shown: Shown<FlowsDocument>): Child => {
  const props = { shown, focus: focusOf(shown) }
  const { trade } = shown.document
  return (
    <>
      <Received {...props} />
      <Sent {...props} />
      <OnlyPartners {...props} />
      <p class="govuk-hint">{listText(shown)}</p>
      <OtherCountry {...props} />
      <FlowFigure {...props} name="map" />
      <FlowFigure {...props} name="origins" />
      <FlowFigure {...props} name="balance" />
      <MatrixTable {...props} />
      <ConcentrationTable {...props} />
      <TimeLink {...props} />
      {trade ? <TradeLink {...props} trade={trade} /> : null}
      <NotesSection {...props} />
    </>
  )
}
