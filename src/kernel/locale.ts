/** A BCP 47 tag of a language of the installation: `en`, `fr`, `ar`, `pt-BR` … */
export type Locale = string

export type Direction = 'ltr' | 'rtl'

const rightToLeftScripts = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg'])

/** The writing direction of a language, from the script CLDR gives it. */
export const directionOf = (locale: Locale): Direction =>
  rightToLeftScripts.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr'
