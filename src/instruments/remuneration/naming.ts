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

/** A decimal text to the cent in the reader's digits: exact. Without a currency it is a plain number. */
export const centsText = (visit: Visit, text: string, currency: string): string => {
  const digits = minorDigits(currency)
  if (currency === noCurrency) return visit.format.number(Number(text), digits)
  return visit.format.money({ minor: Number(text.replace('.', '')), currency })
}

/** An amount of major units, rounded to the cent. */
export const moneyText = (visit: Visit, amount: number, currency: string): string =>
  centsText(visit, amount.toFixed(minorDigits(currency)), currency)

/** The same with its sign, for changes. */
export const changeText = (visit: Visit, amount: number, currency: string): string =>
  amount > 0 ? `+${moneyText(visit, amount, currency)}` : moneyText(visit, amount, currency)

/** The difference of two decimal texts to the cent, as a decimal text with its sign. */
export const differenceText = (visit: Visit, before: string, after: string, currency: string): string => {
  const minor = Number(after.replace('.', '')) - Number(before.replace('.', ''))
  const text = (minor / 10 ** minorDigits(currency)).toFixed(minorDigits(currency))
  return minor > 0 ? `+${centsText(visit, text, currency)}` : centsText(visit, text, currency)
}
