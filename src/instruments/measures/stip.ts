import { packList, type Values } from '../../engines/forms/index.ts'
import type { ImportPreset } from '../../engines/records/index.ts'

const columns = {
  'Policy initiative ID': 'key',
  'English name': 'title',
  'Original name(s)': 'originalTitle',
  Acronym: 'acronym',
  Description: 'mainFeatures',
  'Start date': 'start',
  'End date': 'end',
  Background: 'mainFeatures',
  'Objective(s)': 'objectives',
  'Responsible organisation(s)': 'agencies',
  'Public access URL': 'url',
  'Is evaluated ?': 'evaluated',
  'Evaluation URL': 'evaluationUrl',
  'Yearly budget range': 'financeText',
  Country: 'countries',
  'Theme area(s)': 'themes',
  'Theme(s)': 'themes',
  'Target group type(s)': 'beneficiaries',
  'Target group(s)': 'beneficiaries',
  'Policy instrument ID': 'instruments.id',
  'Policy instrument type category': 'instruments.category',
  'Policy instrument type': 'instruments.type',
} as const

const separated = (cell: string): string[] =>
  cell
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** `Name (ACR;name in the original)`: an empty acronym or name leaves no empty brackets behind. */
const tidyOrganisation = (text: string): string =>
  text.replace(/\s*\(([^()]*);([^()]*)\)\s*$/, (_, acronym: string, original: string) => {
    const parts = [acronym.trim(), original.trim()].filter((part) => part !== '')
    return parts.length === 0 ? '' : ` (${parts.join('; ')})`
  })

const prepare = (column: string, cell: string): string => {
  const text = cell.replaceAll(/\s*<br\s*\/?>\s*/gi, '\n')
  if (column === 'Responsible organisation(s)') return packList(separated(text).map(tidyOrganisation))
  if (column === 'Objective(s)') return separated(text).join('\n')
  if (column === 'Policy instrument ID' && text === 'NONE') return ''
  return columns[column as keyof typeof columns] === 'themes' ||
    columns[column as keyof typeof columns] === 'beneficiaries'
    ? packList(separated(text))
    : text
}

/**
 * Exports of the EC–OECD survey on science, technology and innovation policies (STIP): one row per initiative and instrument, lists joined
 * by `|`, organisations as `Name (ACRONYM;original name)`, budgets as bands a year in words without a currency.
 */
export const stip: ImportPreset = {
  name: 'stip',
  recognises: (header) =>
    ['Policy initiative ID', 'English name', 'Policy instrument ID', 'Yearly budget range'].every((column) =>
      header.includes(column),
    ),
  columns,
  prepare,
  complete: (values): Values =>
    typeof values['financeText'] === 'string' && /\d/.test(values['financeText'])
      ? { ...values, financePerYear: true }
      : values,
}

export const presets: readonly ImportPreset[] = [stip]
