import {
  exposuresRole,
  type FileRole,
  playsRole,
  type StudyLayout,
  usageLayouts,
  usersRole,
} from '../../engines/studies/index.ts'

/** A table of flows as it is: from where to where, how much. Trade statistics, votes, tickets, translations. */
const flowsRole: FileRole = {
  name: 'flows',
  required: false,
  columns: [
    {
      name: 'destination',
      required: true,
      usualNames: ['to', 'importer', 'reporter', 'user country', 'partner', 'الوجهة'],
    },
    { name: 'origin', required: true, usualNames: ['from', 'exporter', 'country of origin', 'origine', 'المنشأ'] },
    { name: 'amount', required: true, usualNames: ['value', 'plays', 'trade value', 'count', 'valeur', 'القيمة'] },
    { name: 'period', required: false, usualNames: ['year', 'month', 'week', 'date', 'année', 'السنة'] },
    { name: 'series', required: false, usualNames: ['round', 'flow', 'indicator'] },
    {
      name: 'product',
      required: false,
      usualNames: ['hs', 'hs code', 'commodity code', 'ebops', 'ebops code', 'item code'],
    },
    { name: 'currency', required: false, usualNames: ['currency code', 'devise', 'monnaie', 'العملة'] },
    { name: 'destination_code', required: false, usualNames: [] },
    { name: 'origin_code', required: false, usualNames: [] },
  ],
}

/** Imports and exports as statistical offices tell them: goods by the Harmonized System, services by EBOPS. */
const tradeRole: FileRole = {
  name: 'trade',
  required: false,
  columns: [
    {
      name: 'reporter',
      required: true,
      usualNames: ['reporteriso', 'reporter iso', 'reporting country', 'declarant', 'pays déclarant', 'البلد المبلِّغ'],
    },
    {
      name: 'partner',
      required: true,
      usualNames: [
        'partneriso',
        'partner iso',
        'partner country',
        'counterpart',
        'counterpart area',
        'pays partenaire',
        'البلد الشريك',
      ],
    },
    {
      name: 'direction',
      required: true,
      usualNames: [
        'flow',
        'flowcode',
        'trade flow',
        'flow code',
        'stat flow',
        'accounting entry',
        'flux',
        'اتجاه التدفق',
      ],
    },
    {
      name: 'amount',
      required: true,
      usualNames: [
        'value',
        'primaryvalue',
        'trade value',
        'trade value us',
        'obs value',
        'balanced value',
        'valeur',
        'القيمة',
      ],
    },
    { name: 'period', required: false, usualNames: ['refyear', 'year', 'ref year', 'time period', 'année', 'السنة'] },
    {
      name: 'product',
      required: false,
      usualNames: [
        'cmdcode',
        'commodity code',
        'hs',
        'hs code',
        'code',
        'item code',
        'bop item',
        'ebops',
        'ebops code',
        'service item',
        'code produit',
        'رمز المنتج',
      ],
    },
    {
      name: 'currency',
      required: false,
      usualNames: ['currency code', 'unit currency', 'devise', 'monnaie', 'العملة'],
    },
    { name: 'reporter_code', required: false, usualNames: [] },
    { name: 'partner_code', required: false, usualNames: [] },
  ],
}

const optional = (role: FileRole): FileRole => ({ ...role, required: false })

/** Works and where they come from: by the identifier that plays carry, or by the title that charts carry. */
const worksOf = (needed: 'work_id' | 'title' | undefined): FileRole => ({
  name: 'works',
  required: false,
  columns: [
    {
      name: 'work_id',
      required: needed === 'work_id',
      usualNames: ['item', 'item id', 'track id', 'id', 'isrc', 'œuvre', 'العمل'],
    },
    { name: 'title', required: needed === 'title', usualNames: ['show title', 'name', 'titre', 'العنوان'] },
    {
      name: 'origin',
      required: true,
      usualNames: ['production countries', 'countries', 'country', 'country of origin', 'pays', 'بلد المنشأ'],
    },
    { name: 'category', required: false, usualNames: ['type', 'catégorie', 'الفئة'] },
    { name: 'language', required: false, usualNames: ['original language', 'languages', 'langue', 'اللغة'] },
    { name: 'creator', required: false, usualNames: ['artist', 'artist name', 'author', 'créateur', 'المبدع'] },
  ],
})

/** What flows can be read from, with the files each takes. */
export const sources = {
  flows: [flowsRole],
  trade: [tradeRole],
  plays: [optional(playsRole), worksOf('work_id'), usersRole],
  exposures: [exposuresRole, worksOf('title')],
} as const satisfies Readonly<Record<string, readonly FileRole[]>>

export type Source = keyof typeof sources
export const sourceNames = Object.keys(sources) as readonly Source[]

/** Every file the command can take. */
export const everyRole: readonly FileRole[] = [
  tradeRole,
  exposuresRole,
  optional(playsRole),
  worksOf(undefined),
  usersRole,
  flowsRole,
]

/** Points that televoters and juries of one country gave to the songs of others. Names are surer than the ids beside them. */
const eurovision: StudyLayout = {
  id: 'eurovision',
  files: {
    flows: {
      columns: {
        destination: 'from_country',
        origin: 'to_country',
        amount: 'total_points',
        period: 'year',
        series: 'round',
        destination_code: 'from_country_id',
        origin_code: 'to_country_id',
      },
    },
  },
}

/** Weekly Top 10 by country, with a list of works in the column names of The Movie Database. */
const netflix: StudyLayout = {
  id: 'netflix',
  files: {
    exposures: {
      columns: {
        territory: 'country_iso2',
        week: 'week',
        position: 'weekly_rank',
        title: 'show_title',
        category: 'category',
      },
    },
    works: {
      columns: { title: 'title', category: 'type', origin: 'production_countries', language: 'original_language' },
    },
  },
}

/** A trade table with columns of these names. */
const trade = (id: string, columns: Readonly<Record<string, string>>): StudyLayout => ({
  id,
  files: { trade: { columns } },
})

/** Exports of the UN Comtrade database as they have been since 2022: goods in US dollars, products by the Harmonized System. */
const comtrade = trade('comtrade', {
  reporter: 'reporterISO',
  partner: 'partnerISO',
  direction: 'flowCode',
  amount: 'primaryValue',
  period: 'refYear',
  product: 'cmdCode',
})

/** The earlier exports of UN Comtrade; column names recalled. */
const comtradeEarlier = trade('comtrade-earlier', {
  reporter: 'Reporter ISO',
  partner: 'Partner ISO',
  direction: 'Trade Flow',
  amount: 'Trade Value (US$)',
  period: 'Year',
  product: 'Commodity Code',
})

/** Balanced trade in services of OECD and WTO (BaTIS) in millions of US dollars; column names recalled. */
const batis = trade('batis', {
  reporter: 'Reporter',
  partner: 'Partner',
  direction: 'Flow',
  amount: 'Balanced_value',
  period: 'Year',
  product: 'Item_code',
})

/** What amounts of a layout are in, where the table itself does not say. */
export const unitOfLayout: Readonly<Record<string, string>> = {
  eurovision: 'points',
  comtrade: 'USD',
  'comtrade-earlier': 'USD',
  batis: 'million USD',
}

export const flowLayouts: readonly StudyLayout[] = [
  comtrade,
  comtradeEarlier,
  batis,
  netflix,
  eurovision,
  ...usageLayouts,
]
