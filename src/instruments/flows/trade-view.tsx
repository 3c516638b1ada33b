import type { Visit } from '../../people/index.ts'
import { countryName, shareText } from '../../studies/index.ts'
import { Link } from '../../ui/link/link.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { culturalCodeSource, culturalCodes } from './cultural-codes.ts'
import type { FlowsProps } from './findings.tsx'
import type { MirrorRecord } from './mirror.ts'
import type { TradeFindings } from './trade-findings.ts'
import { amountText, unitText } from './unit-text.ts'
import { words } from './words/words.generated.ts'

/** A heading of products with its name in the reader's language. */
export const productName = (visit: Visit, code: string): string => {
  const known = culturalCodes.find((heading) => heading.code === code)
  if (!known) return code
  const { title } = known
  return visit.locale in title ? title[visit.locale as keyof typeof title] : title.en
}

const mostProducts = 15

/** What was traded, by heading, with the part that came from developing countries. */
export const ProductsTable = ({ shown, focus, trade }: FlowsProps & { readonly trade: TradeFindings }) => {
  const { visit, document } = shown
  const t = visit.words(words)
  const products = trade.products.slice(0, mostProducts)
  const isOwn = document.country === focus
  const unit = unitText(visit, document)
  return (
    <>
      <h2 class="govuk-heading-m" id="products">
        {t('products.title')}
      </h2>
      <p class="govuk-body">{t('products.what', { shown: products.length, all: trade.products.length })}</p>
      <ScrollArea label={t('products.title')}>
        <Table
          firstCellIsHeader
          columns={[
            { text: t('products.heading') },
            { text: t('products.amount', { unit }), numeric: true },
            ...(isOwn
              ? [
                  { text: t('received'), numeric: true },
                  { text: t('sent'), numeric: true },
                ]
              : []),
            { text: t('concentration.developing'), numeric: true },
          ]}
          rows={products.map(({ code, amount, received, sent, developing_share }) => [
            <>
              {productName(visit, code)} <span class="govuk-hint">{code === '' ? t('products.none') : code}</span>
            </>,
            amountText(visit, amount),
            ...(isOwn ? [amountText(visit, received), amountText(visit, sent)] : []),
            shareText(visit, developing_share),
          ])}
        />
      </ScrollArea>
      <p class="govuk-hint">{culturalCodeSource.verified ? null : t('products.recalled')}</p>
    </>
  )
}

/** The greatest heading, and the way to all of them and to the comparison of both sides. */
export const TradeLink = ({ shown, trade }: FlowsProps & { readonly trade: TradeFindings }) => {
  const { visit, study, document } = shown
  const t = visit.words(words)
  const [first] = trade.products
  return (
    <>
      <h2 class="govuk-heading-m" id="products">
        {t('products.title')}
      </h2>
      <p class="govuk-body">
        {first
          ? t('products.greatest', {
              product: productName(visit, first.code),
              amount: amountText(visit, first.amount),
              unit: unitText(visit, document),
            })
          : null}{' '}
        {trade.mirror.asymmetry === null
          ? null
          : t('mirror.asymmetry', { share: shareText(visit, trade.mirror.asymmetry) })}
      </p>
      <p class="govuk-body">
        <Link href={visit.to(`/flows/${study.id}/trade`)}>{t('trade.link')}</Link>
      </p>
    </>
  )
}

/** How far what importers tell differs from what exporters tell. */
export const MirrorSection = ({ shown, mirror }: FlowsProps & { readonly mirror: MirrorRecord }) => {
  const { visit } = shown
  const t = visit.words(words)
  const { told_by_both, told_by_importer_alone, told_by_exporter_alone, asymmetry, greatest } = mirror
  return (
    <>
      <h2 class="govuk-heading-m" id="mirror">
        {t('mirror.title')}
      </h2>
      <p class="govuk-body">
        {t('mirror.counts', { both: told_by_both, importer: told_by_importer_alone, exporter: told_by_exporter_alone })}{' '}
        {asymmetry === null ? null : t('mirror.asymmetry', { share: shareText(visit, asymmetry) })}
      </p>
      {greatest.length === 0 ? null : (
        <ScrollArea label={t('mirror.greatest')}>
          <Table
            caption={t('mirror.greatest')}
            captionSize="s"
            firstCellIsHeader
            columns={[
              { text: t('column.origin') },
              { text: t('column.destination') },
              { text: t('mirror.by-importer'), numeric: true },
              { text: t('mirror.by-exporter'), numeric: true },
            ]}
            rows={greatest.map(({ origin, destination, by_importer, by_exporter }) => [
              countryName(visit, origin),
              countryName(visit, destination),
              amountText(visit, by_importer),
              amountText(visit, by_exporter),
            ])}
          />
        </ScrollArea>
      )}
    </>
  )
}
