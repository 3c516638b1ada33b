import { writeCsv } from '../../engines/documents/csv.ts'
import { randomStreams } from '../../engines/metrics/index.ts'
import type { StudyDeclaration } from '../../studies/index.ts'
import type { FlowsDocument } from './document.ts'

const seed = 2005
const years = [2021, 2022, 2023, 2024, 2025] as const

/** How much a country sends and takes, and how fast it grows; invented, the countries being real only by name. */
const traders: readonly (readonly [name: string, sends: number, takes: number, growth: number])[] = [
  ['Meridia', 4, 6, 1.06],
  ['France', 20, 14, 1.01],
  ['United States', 34, 22, 1.02],
  ['Spain', 9, 9, 1],
  ['Republic of Korea', 12, 7, 1.09],
  ['Brazil', 5, 8, 1.05],
  ['India', 8, 7, 1.12],
  ['Morocco', 3, 4, 1.1],
  ['Nigeria', 4, 4, 1.18],
  ['Senegal', 2, 3, 1.14],
]

/** Headings of goods and services, and how much is traded under each. */
const products: readonly (readonly [code: string, weight: number])[] = [
  ['490199', 30],
  ['920190', 6],
  ['970110', 12],
  ['370690', 2],
  ['950450', 22],
  ['SK11', 34],
  ['SH41', 40],
]

const header = ['reporter', 'partner', 'flow', 'product', 'year', 'value', 'currency']

/**
 * Trade of Meridia, which does not exist, and of nine partners among each other, drawn with a fixed seed: imports as all tell them, and
 * exports as Meridia and those who trade with it tell them, a little apart. A few rows cannot be used, as in any such file.
 */
const tradeFile = (): string => {
  const { unit } = randomStreams(seed)(0)
  const rows: (string | number)[][] = []
  for (const [to, , takes] of traders)
    for (const [from, sends, , growth] of traders) {
      if (from === to) continue
      for (const [code, weight] of products)
        for (const [at, year] of years.entries()) {
          const value = Math.round(sends * takes * weight * growth ** at * (0.6 + 0.8 * unit()) * 40)
          rows.push([to, from, 'import', code, year, value, 'XTS'])
          if (to !== 'Meridia' && from !== 'Meridia') continue
          rows.push([from, to, 'export', code, year, Math.round(value * (0.82 + 0.26 * unit())), 'XTS'])
        }
    }
  rows.push(['Meridia', 'World', 'import', '490199', 2025, 9_999_999, 'XTS'])
  rows.push(['Meridia', 'Areas not told', 'import', '490199', 2025, 20_000, 'XTS'])
  rows.push(['Meridia', 'France', 'import', '970200', 2024, -12, 'XTS'])
  rows.push(['Meridia', 'France', 'import', '870323', 2025, 800_000, 'XTS'])
  return writeCsv(header, rows)
}

/** An invented trade file, run through the command like any other. */
export const sample: StudyDeclaration<FlowsDocument>['sample'] = {
  title: 'Cultural goods and services between Meridia and nine partners (invented)',
  period: { from: '2021-01-01', to: '2025-12-31' },
  files: { trade: { name: 'meridia-trade.csv', text: tradeFile() } },
  settings: { country: ['XA'], developing: ['m49'], selection: ['cultural'], mirror: ['importer'] },
  spellings: { Meridia: 'XA' },
}
