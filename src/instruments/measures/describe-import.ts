import { type ImportReport, recordWords, reportCounts } from '../../engines/records/index.ts'
import { formWords } from '../../engines/forms/index.ts'
import { words as tableWords } from '../../engines/tables/words/words.generated.ts'
import type { Fault } from '../../kernel/fault.ts'
import type { Locale } from '../../kernel/locale.ts'
import { openLanguages, type Words } from '../../platform/languages/words.ts'
import { words } from './words/words.generated.ts'

/** The words in which faults of an import are told: the register's, then those of the engines it stands on. */
export const importWords: readonly Words<unknown>[] = [words, recordWords, tableWords, formWords]

/** A fault with the name of its field put in as `label`, as its sentence wants it. */
export const withLabel = (fault: Fault, locale: Locale): Fault => {
  const languages = openLanguages({ offered: [locale] })
  const target = fault.field ?? ''
  const label =
    languages.find(words, locale)(`field.${target}`) ?? languages.find(recordWords, locale)(`record.${target}`)
  return { ...fault, values: { ...fault.values, label: label ?? target } }
}

const sentence = (fault: Fault, locale: Locale): string => {
  const languages = openLanguages({ offered: [locale] })
  const labelled = withLabel(fault, locale)
  for (const own of importWords) {
    const text = languages.find(own, locale)(`fault.${fault.code}`, labelled.values)
    if (text !== undefined) return text
  }
  return fault.code
}

const faultyRowsTold = 20

/** What an import did, line by line, in the same words as its page: counts, what was left aside, notes, the first rows not accepted. */
export const describeImport = (report: ImportReport, locale: Locale): readonly string[] => {
  const languages = openLanguages({ offered: [locale] })
  const t = languages.words(recordWords, locale)
  const number = new Intl.NumberFormat(locale)
  return [
    ...reportCounts(t, report).map(({ name, count }) => `${name}: ${number.format(count)}`),
    ...report.dropped.map(
      ({ column, cells }) => `${t('import.dropped')}: ${t('import.dropped.cells', { column, count: cells })}`,
    ),
    ...report.notes.map((note) => sentence(note, locale)),
    ...report.faultyRows
      .slice(0, faultyRowsTold)
      .map(
        ({ line, faults }) =>
          `${t('import.faults.line', { line })}: ${faults.map((fault) => sentence(fault, locale)).join(' ')}`,
      ),
    ...(report.faulty > faultyRowsTold ? [t('import.faults.more', { count: faultyRowsTold })] : []),
  ]
}
