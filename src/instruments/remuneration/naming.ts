import { leastPersons } from '../../engines/studies/index.ts'
import { minorDigits } from '../../kernel/money.ts'
import type { Visit } from '../../people/index.ts'
import { countryName } from '../../studies/index.ts'
import type { Division } from './document.ts'
import { words } from './words/words.generated.ts'

/** What is together under the label of small cells. */
export const fewListeners = `fewer_than_${leastPersons}_listeners`

/** The currency that stands for none: amounts are then plain numbers. */
const noCurrency = 'XXX'

export const modelName = (visit: Visit, model: string): string => visit.findText(words)(`model.${model}`) ?? model

/** A label of a division in the reader's language; genres and genders as the file has them, unless they are known words. */
export const labelName = (visit: Visit, division: Division, label: string): string => {
  const t = visit.words(words)
  if (label === 'unknown') return t('label.unknown')
  if (label === fewListeners) return t('label.few')
  if (division === 'by_origin') return countryName(visit, label)
  return visit.findText(words)(`label.${division}.${label.toLowerCase()}`) ?? label
}

/** A positive number with its sign, which stays before it in both directions of writing. */
export const withPlus = (visit: Visit, text: string): string => `${visit.direction === 'rtl' ? '\u200e' : ''}+${text}`

/** A decimal text to the cent in the reader’s digits, without its currency: all decimals, for columns. */
export const centsText = (visit: Visit, text: string, currency: string): string =>
  visit.format.number(Number(text), minorDigits(currency))

/** The difference of two decimal texts to the cent, with its sign. */
export const differenceText = (visit: Visit, before: string, after: string, currency: string): string => {
  const digits = minorDigits(currency)
  const minor = Number(after.replace('.', '')) - Number(before.replace('.', ''))
  const text = visit.format.number(minor / 10 ** digits, digits)
  return minor > 0 ? withPlus(visit, text) : text
}

/** An amount of major units with its currency, rounded to the cent. Without a currency it is a plain number. */
export const moneyText = (visit: Visit, amount: number, currency: string): string => {
  const digits = minorDigits(currency)
  if (currency === noCurrency) return visit.format.number(amount, digits)
  return visit.format.money({ minor: Math.round(amount * 10 ** digits), currency })
}

/** What stands behind a caption so that its amounts need no currency each; nothing where there is none. */
export const currencyMark = (currency: string): string => (currency === noCurrency ? '' : ` (${currency})`)
