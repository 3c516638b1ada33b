import { adjustedParity, parityRatio } from '../../engines/metrics/index.ts'
import {
  countCells,
  findColumn,
  getColumn,
  type LeftOutLog,
  leastPersons,
  type StudyInput,
  shownLabels,
} from '../../engines/studies/index.ts'
import { type CodedColumn, foldName, listItems } from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { currenciesOf, inMinor, positiveNumbers } from './amounts.ts'
import {
  ambiguousSexes,
  men,
  rowsByEntry,
  type StrangeSpelling,
  sexes,
  sexLookup,
  strangeList,
  unknown,
  women,
} from './categories.ts'
import { shownCount, shownRows } from './disclosure.ts'
import type { Bounds } from './employment.ts'
import { settled } from './estimates.ts'
import type { WorkforceOptions } from './options.ts'
import { type ListName, listBreakdowns } from './roles.ts'

/** Women and men in a list that is complete, or in one group of it. Counts of 1 to 9 are null; shares need a base of ten. */
export interface ListRow {
  readonly group: string
  readonly total: number | null
  readonly women: number | null
  readonly men: number | null
  readonly share_women: number | null
}

export interface ListFindings {
  readonly total: ListRow
  readonly other: number | null
  readonly unknown: number | null
  /** Of women: all whose sex is not told taken as men, as women. */
  readonly share_women_bounds: Bounds
  /** Women to men, 1 being parity; the adjusted index lies in 0 … 2. */
  readonly parity: number | null
  readonly parity_adjusted: number | null
  readonly by: Readonly<Record<string, readonly ListRow[]>>
  /** Money to women and to men, in minor units. */
  readonly money?: {
    readonly currency: string
    readonly women: number | null
    readonly men: number | null
    readonly share_women: number | null
    readonly parity: number | null
    readonly not_used: Readonly<Record<string, number>>
  }
  readonly strange: readonly StrangeSpelling[]
}

interface Sums {
  readonly counts: Float64Array
  readonly money: Float64Array
}

const emptySums = (): Sums => ({ counts: new Float64Array(sexes.length), money: new Float64Array(sexes.length) })

/** Parts of each sex in a cell: a work of two women and a man counts two thirds and one third. An unread member is unknown. */
const partsOf = (column: CodedColumn, chosen: ReadonlyMap<string, number>) => {
  const rows = rowsByEntry(column)
  const strange = new Map<string, number>()
  const parts = column.dictionary.map((cell, entry) => {
    const own = new Float64Array(sexes.length)
    const whole = foldName(cell)
    const items = chosen.has(whole) || sexLookup.has(whole) ? [cell] : members(cell)
    if (items.length === 0) own[unknown] = 1
    for (const item of items) {
      const place = chosen.get(foldName(item)) ?? sexLookup.get(foldName(item))
      if (place === undefined && rows[entry]! > 0) strange.set(item, (strange.get(item) ?? 0) + rows[entry]!)
      own[place ?? unknown]! += 1 / items.length
    }
    return own
  })
  return { parts, strange: strangeList(strange) }
}

/** Members of a group one by one, the same sex several times too (`F; F; M`). */
const members = (cell: string): readonly string[] => {
  const separator = [';', '|', ',', '+', '/'].find((one) => cell.includes(one))
  const items = separator && !cell.trim().startsWith('[') ? cell.split(separator) : listItems(cell)
  return items.map((item) => item.trim()).filter((item) => item !== '')
}

/** Nothing of 1 to 9 among the women and men. */
const isFine = ({ counts }: Sums): boolean => [women, men].every((sex) => shownCount(counts[sex]!) !== null)

/** To the nearest five per cent where the counts are hidden: else the share would give them away. */
const shownShare = (share: number, hasCells: boolean): number | null =>
  settled(hasCells ? share : Math.round(share * 20) / 20)

/** A share of women on a base of ten and more whose sex is told. */
const shareOf = (sums: Sums, hasCells: boolean): number | null => {
  const base = sexes.reduce((sum, sex, place) => (sex === 'unknown' ? sum : sum + sums.counts[place]!), 0)
  return base < leastPersons ? null : shownShare(sums.counts[women]! / base, hasCells)
}

const rowOf = (group: string, sums: Sums, isShown: boolean, hasCells: boolean): ListRow => {
  if (!isShown) return { group, total: null, women: null, men: null, share_women: null }
  return {
    group,
    total: shownCount(total(sums)),
    women: hasCells ? shownCount(sums.counts[women]!) : null,
    men: hasCells ? shownCount(sums.counts[men]!) : null,
    share_women: shareOf(sums, hasCells),
  }
}

const mostGroups = 40

const groupsOf = (sums: ReadonlyMap<string, Sums>, isYear: boolean): readonly ListRow[] => {
  const named = [...sums].sort(([one, a], [other, b]) =>
    isYear ? (one < other ? -1 : 1) : total(b) - total(a) || (one < other ? -1 : 1),
  )
  const shown = shownLabels(named.map(([, own]) => total(own)))
  const [ofWomen, ofMen] = [women, men].map((sex) => named.map(([, own]) => own.counts[sex]!))
  const { cells } = shownRows({ women: ofWomen!, men: ofMen! })
  return named.slice(0, mostGroups).map(([group, own], at) => rowOf(group, own, shown[at]!, cells[at]!))
}

const total = ({ counts }: Sums): number => counts.reduce((sum, count) => sum + count, 0)

/** Reads a list of posts, awards or works. Nothing is sampled, so nothing has an interval. */
export const listFindings = (
  name: ListName,
  input: StudyInput,
  options: WorkforceOptions,
  log: LeftOutLog,
): Result<ListFindings, Fault> => {
  const { table } = input
  const sex = getColumn(input, 'sex')
  const ambiguous = ambiguousSexes(sex, options.sex)
  if (ambiguous)
    return notAccepted({
      code: ambiguous === 'zero-one' ? 'sex-zero-one' : 'sex-h-m',
      field: 'sex',
      values: { header: input.mapping['sex']!, name: input.file.name },
    })
  const { parts, strange } = partsOf(sex, options.sex)
  const counts = findColumn(input, 'count')
  const countOf = counts && countCells(counts)
  const [amount, currency] = [findColumn(input, 'amount'), findColumn(input, 'currency')]
  const currencies = currency ? currenciesOf(currency) : []
  const told = currencies.filter(([code]) => code !== '')
  if (amount && (told.length > 1 || (told[0] && options.currency !== 'XXX' && told[0][0] !== options.currency)))
    return notAccepted({
      code: 'mixed-currencies',
      field: told.length > 1 ? `${name}.currency` : 'currency',
      values: {
        currency: options.currency,
        found: currencies.map(([code, rows]) => `${code || '–'}: ${rows}`).join(', '),
      },
    })
  const moneyIn = told[0]?.[0] ?? options.currency
  const amounts = amount && positiveNumbers(amount)
  const moneyNotUsed: Record<string, number> = {}
  const breakdowns = listBreakdowns[name].flatMap((column) => {
    const found = findColumn(input, column)
    return found ? [{ column, found, sums: new Map<string, Sums>() }] : []
  })
  const all = emptySums()
  for (let row = 0; row < table.rows; row++) {
    const cell = countOf ? countOf[counts!.codes[row]!]! : { count: 1 }
    if ('fault' in cell) {
      log.add(name, `count_${cell.fault}`, table.lines[row]!, counts!.dictionary[counts!.codes[row]!]!)
      continue
    }
    const money = amounts?.[amount!.codes[row]!]
    if (money && 'fault' in money) moneyNotUsed[money.fault] = (moneyNotUsed[money.fault] ?? 0) + 1
    const minor = money && 'value' in money ? inMinor(money.value, moneyIn) : 0
    const groups = breakdowns.map(({ found, sums }) => {
      const group = found.dictionary[found.codes[row]!]!.trim()
      if (!sums.has(group)) sums.set(group, emptySums())
      return sums.get(group)!
    })
    parts[sex.codes[row]!]!.forEach((part, place) => {
      for (const sums of [all, ...groups]) {
        sums.counts[place]! += part * cell.count
        sums.money[place]! += part * minor
      }
    })
  }
  log.addRagged(name, table.ragged)
  if (total(all) === 0) return notAccepted({ code: 'list-empty', field: name, values: { name: input.file.name } })
  const base = all.counts[women]! + all.counts[men]! + all.counts[2]!
  const hasBoth = isFine(all)
  const ratio = base >= leastPersons && hasBoth ? parityRatio(all.counts[women]!, all.counts[men]!) : Number.NaN
  const [ofWomen, ofMen] = [all.money[women]!, all.money[men]!]
  return accepted({
    total: rowOf('all', all, true, hasBoth),
    other: shownCount(all.counts[2]!),
    unknown: shownCount(all.counts[unknown]!),
    share_women_bounds:
      base >= leastPersons
        ? {
            low: shownShare(all.counts[women]! / total(all), hasBoth),
            high: shownShare((all.counts[women]! + all.counts[unknown]!) / total(all), hasBoth),
          }
        : { low: null, high: null },
    parity: settled(ratio),
    parity_adjusted: settled(adjustedParity(ratio)),
    by: Object.fromEntries(breakdowns.map(({ column, sums }) => [column, groupsOf(sums, column === 'year')])),
    ...(amounts
      ? {
          money: {
            currency: moneyIn,
            women: hasBoth ? Math.round(ofWomen) : null,
            men: hasBoth ? Math.round(ofMen) : null,
            share_women: hasBoth && ofWomen + ofMen > 0 ? settled(ofWomen / (ofWomen + ofMen)) : null,
            parity: hasBoth ? settled(parityRatio(ofWomen, ofMen)) : null,
            not_used: moneyNotUsed,
          },
        }
      : {}),
    strange,
  })
}
