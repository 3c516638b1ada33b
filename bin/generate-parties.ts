/**
 * Makes `convention/codelists/parties.yaml` from the public-domain table of country codes beside the checkout:
 *
 *     node bin/generate-parties.ts [path/to/country-codes.csv]
 *
 * Codes, regions and the LDC, LLDC and SIDS flags are taken as they stand; names are the short names of UNTERM without
 * their articles, or those of the table's M49 columns where UNTERM has none. Who joined the Convention, and when, is not
 * in that table: it is kept by hand in `accessions.yaml`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { packageRoot } from '../src/kernel/package-root.ts'

type Row = Readonly<Record<string, string>>

const locales = [
  ['en', 'English', 'en'],
  ['fr', 'French', 'fr'],
  ['ar', 'Arabic', 'ar'],
  ['es', 'Spanish', 'es'],
  ['ru', 'Russian', 'ru'],
  ['zh', 'Chinese', 'cn'],
] as const

/** States of which the table lost the UNTERM names. */
const statesWithoutNames = new Set(['CI', 'TR'])

/** Names where the table differs from those the United Nations use, or is damaged. */
const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CI: { en: 'Côte d’Ivoire' },
  FK: { en: 'Falkland Islands (Malvinas)' },
  IO: { ar: 'إقليم المحيط الهندي البريطاني' },
  TF: { ar: 'الأراضي الفرنسية الجنوبية' },
  UM: { ar: 'الجزر الصغيرة النائية التابعة للولايات المتحدة' },
  TW: {
    en: 'Taiwan, Province of China',
    fr: 'Taïwan, province de Chine',
    ar: 'تايوان، مقاطعة صينية',
    es: 'Taiwán, provincia de China',
    ru: 'Тайвань, провинция Китая',
    zh: '中国台湾省',
  },
}

const footnotes = /[\s*]+$/
const articles = /\s*\((?:the|le|la|les|l['’]|el|los|las)\)$/i

const nameIn = (row: Row, language: string, column: string): string => {
  const name = row[`UNTERM ${language} Short`] || row[`official_name_${column}`] || ''
  return name.replace(footnotes, '').replace(articles, '').trim()
}

const titleOf = (row: Row): string => {
  const own = names[row['ISO3166-1-Alpha-2'] ?? ''] ?? {}
  return locales
    .map(([locale, language, column]) => [locale, own[locale] ?? nameIn(row, language, column)] as const)
    .filter(([, name]) => name !== '')
    .map(([locale, name]) => `${locale}: ${JSON.stringify(name)}`)
    .join(', ')
}

const digits = (code: string | undefined): string => (code ?? '').trim().padStart(3, '0')

const regionsOf = (row: Row): readonly string[] =>
  ['Region Code', 'Sub-region Code', 'Intermediate Region Code']
    .map((column) => row[column]?.trim() ?? '')
    .filter((code) => code !== '')
    .map((code) => `"${digits(code)}"`)

const isState = (row: Row): boolean =>
  row['UNTERM English Short'] !== '' || statesWithoutNames.has(row['ISO3166-1-Alpha-2'] ?? '')

const entryOf = (row: Row): string => {
  const flag = (key: string, column: string) => (row[column]?.trim() === 'x' ? [`    ${key}: true`] : [])
  const currency = row['ISO4217-currency_alphabetic_code']?.split(',')[0]?.trim()
  return [
    `  - code: "${row['ISO3166-1-Alpha-2']}"`,
    `    kind: ${isState(row) ? 'state' : 'area'}`,
    `    title: { ${titleOf(row)} }`,
    `    alpha3: "${row['ISO3166-1-Alpha-3']}"`,
    `    m49: "${digits(row['M49'])}"`,
    `    regions: [${regionsOf(row).join(', ')}]`,
    ...(currency ? [`    currency: ${currency}`] : []),
    ...flag('ldc', 'Least Developed Countries (LDC)'),
    ...flag('lldc', 'Land Locked Developing Countries (LLDC)'),
    ...flag('sids', 'Small Island Developing States (SIDS)'),
  ].join('\n')
}

const head = `# Made by bin/generate-parties.ts from the public-domain table of country codes; do not edit by hand.
# Who joined the Convention, and when, stands in accessions.yaml. The European Union is a Party and no country.
source: country-codes
verified: true
date: "2024"
items:
  - code: "EU"
    kind: organisation
    source: treaty-database-nl
    title: { en: "European Union", fr: "Union européenne", ar: "الاتحاد الأوروبي", es: "Unión Europea", ru: "Европейский союз", zh: "欧洲联盟" }
    regions: []
    currency: EUR`

const table = process.argv[2] ?? join(packageRoot, '..', 'shared', 'data', 'codelists', 'country-codes.csv')
const rows: readonly Row[] = parse(readFileSync(table, 'utf8'), { columns: true, bom: true })
const order = (row: Row) => row['ISO3166-1-Alpha-2'] ?? ''
const entries = [...rows].sort((a, b) => (order(a) < order(b) ? -1 : 1)).map(entryOf)
writeFileSync(join(packageRoot, 'convention', 'codelists', 'parties.yaml'), [head, ...entries, ''].join('\n'))
