/** Who tells of a trade: the country that receives it, the one that sends it, or a part of the latter that is told apart. */
export type Direction = 'import' | 'export' | 're-export'

const words: Readonly<Record<Direction, readonly string[]>> = {
  import: [
    'm',
    'i',
    'import',
    'imports',
    'imp',
    '1',
    'debit',
    'debits',
    'deb',
    'd',
    'db',
    'importation',
    'importations',
    'واردات',
    'الواردات',
    'استيراد',
  ],
  export: [
    'x',
    'e',
    'export',
    'exports',
    'exp',
    '2',
    'credit',
    'credits',
    'cre',
    'c',
    'cr',
    'exportation',
    'exportations',
    'صادرات',
    'الصادرات',
    'تصدير',
  ],
  're-export': [
    'rx',
    'rm',
    'dx',
    '3',
    '4',
    're-export',
    're-exports',
    're-import',
    're-imports',
    'reexport',
    'reimport',
    'réexportation',
    'réexportations',
    'réimportation',
    'réimportations',
    'إعادة تصدير',
    'إعادة استيراد',
  ],
}

const byWord = new Map(
  (Object.keys(words) as Direction[]).flatMap((direction) =>
    words[direction].map((word) => [word, direction] as const),
  ),
)

/** The direction a cell names, in the words and codes of UN Comtrade, balances of payments and everyday tables. */
export const findDirection = (text: string): Direction | undefined => byWord.get(text.trim().toLowerCase())

const groups = new Set(['w00', 'wld', 'w', 'w1', 'w0', '0', '000', 'world', 'monde', 'total', 'العالم', 'all'])

/** Whether a partner is the world or a group of countries: its amounts are those of its members told once more. */
export const isGroupOfCountries = (text: string): boolean => {
  const word = text.trim().toLowerCase()
  return groups.has(word) || /^(ext_|int_)?(eu|ea|eur)[_-]?\d*(_\d{4})?$/.test(word)
}

/** A product code as it is compared: letters and digits alone, in capitals. `4901.10` is `490110`. */
export const plainCode = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
