import { type CodedColumn, foldName } from '../../engines/tables/index.ts'

/** Sexes as values. Never guessed from names; who is not told stays `unknown`. */
export const sexes = ['women', 'men', 'other', 'unknown'] as const
export type Sex = (typeof sexes)[number]
export const [women, men, other, unknown] = [0, 1, 2, 3]

export const statuses = ['employee', 'self-employed', 'family-worker'] as const
export const workingTimes = ['full-time', 'part-time'] as const
export const answers = ['yes', 'no'] as const

/** A spelling that was not understood, with its rows. */
export interface StrangeSpelling {
  readonly spelling: string
  readonly rows: number
}

type Spellings<Name extends string> = Readonly<Record<Name, readonly string[]>>

/** ISO/IEC 5218 for digits: 1 male, 2 female, 0 not known, 9 not applicable. */
const sexSpellings: Spellings<Sex> = {
  women: [
    'women',
    'woman',
    'female',
    'females',
    'f',
    'w',
    '2',
    'girl',
    'femme',
    'femmes',
    'féminin',
    'fille',
    'mujer',
    'mujeres',
    'femenino',
    'женский',
    'женщина',
    '女',
    'امرأة',
    'نساء',
    'أنثى',
    'إناث',
    'مؤنث',
  ],
  men: [
    'men',
    'man',
    'male',
    'males',
    'm',
    'h',
    '1',
    'boy',
    'homme',
    'hommes',
    'masculin',
    'garçon',
    'hombre',
    'hombres',
    'masculino',
    'мужской',
    'мужчина',
    '男',
    'رجل',
    'رجال',
    'ذكر',
    'ذكور',
    'مذكر',
  ],
  other: [
    'other',
    'x',
    'd',
    'diverse',
    'non-binary',
    'nonbinary',
    'intersex',
    'autre',
    'non binaire',
    'otro',
    'no binario',
    'آخر',
  ],
  unknown: [
    'unknown',
    'not known',
    'not stated',
    'prefer not to say',
    '0',
    '9',
    'na',
    'n a',
    'inconnu',
    'non précisé',
    'ne souhaite pas répondre',
    'desconocido',
    'غير معروف',
    'مجهول',
    'أفضل عدم الإجابة',
  ],
}

const statusSpellings: Spellings<(typeof statuses)[number]> = {
  employee: [
    'employee',
    'employees',
    'wage earner',
    'salaried',
    'paid employee',
    'salarié',
    'salariée',
    'salarie e',
    'أجير',
    'مستخدم بأجر',
    'موظف',
  ],
  'self-employed': [
    'self-employed',
    'self employed',
    'own-account',
    'own account worker',
    'employer',
    'freelance',
    'freelancer',
    'independent',
    'indépendant',
    'indépendante',
    'employeur',
    'à son compte',
    'عامل لحسابه',
    'لحسابه الخاص',
    'صاحب عمل',
    'مستقل',
  ],
  'family-worker': [
    'family worker',
    'contributing family worker',
    'unpaid family worker',
    'aide familial',
    'aide familiale',
    'عامل أسري',
    'عامل في الأسرة',
  ],
}

const timeSpellings: Spellings<(typeof workingTimes)[number]> = {
  'full-time': ['full-time', 'full time', 'full', 'ft', 'temps plein', 'temps complet', 'plein', 'دوام كامل', 'كامل'],
  'part-time': ['part-time', 'part time', 'part', 'pt', 'temps partiel', 'partiel', 'دوام جزئي', 'جزئي'],
}

const answerSpellings: Spellings<(typeof answers)[number]> = {
  yes: [
    'yes',
    'y',
    'true',
    '1',
    'employed',
    'occupied',
    'in employment',
    'oui',
    'en emploi',
    'actif occupé',
    'نعم',
    'مشتغل',
    'عامل',
  ],
  no: [
    'no',
    'n',
    'false',
    '0',
    '2',
    '3',
    'unemployed',
    'inactive',
    'not employed',
    'outside the labour force',
    'non',
    'chômeur',
    'chômeuse',
    'inactif',
    'inactive',
    'لا',
    'عاطل',
    'غير نشط',
  ],
}

const known = <Name extends string>(spellings: Spellings<Name>, names: readonly Name[]) =>
  new Map(names.flatMap((name, place) => spellings[name].map((text) => [foldName(text), place] as const)))

export const sexLookup = known(sexSpellings, sexes)
export const statusLookup = known(statusSpellings, statuses)
export const timeLookup = known(timeSpellings, workingTimes)
export const answerLookup = known(answerSpellings, answers)

export const notTold = 255

export interface CategoryReading {
  /** Place of each entry of the dictionary; `notTold` where it is empty or strange. */
  readonly byEntry: readonly number[]
  readonly strange: readonly StrangeSpelling[]
}

export const rowsByEntry = (column: CodedColumn): Uint32Array => {
  const rows = new Uint32Array(column.dictionary.length)
  for (const code of column.codes) rows[code]!++
  return rows
}

/** Spellings that occur, most rows first. */
export const strangeList = (rows: ReadonlyMap<string, number>): StrangeSpelling[] =>
  [...rows]
    .map(([spelling, count]) => ({ spelling, rows: count }))
    .sort((a, b) => b.rows - a.rows || (a.spelling < b.spelling ? -1 : 1))

/** Reads a column of categories. What somebody said a spelling means (`chosen`, by folded spelling) goes before what is known. */
export const readCategory = (
  column: CodedColumn,
  lookup: ReadonlyMap<string, number>,
  chosen: ReadonlyMap<string, number>,
): CategoryReading => {
  const rows = rowsByEntry(column)
  const strange = new Map<string, number>()
  const byEntry = column.dictionary.map((cell, entry) => {
    const text = cell.trim()
    if (text === '' || rows[entry] === 0) return notTold
    const folded = foldName(text)
    const place = chosen.get(folded) ?? lookup.get(folded)
    if (place === undefined) strange.set(text, (strange.get(text) ?? 0) + rows[entry]!)
    return place ?? notTold
  })
  return { byEntry, strange: strangeList(strange) }
}

/**
 * Why a column of sexes cannot be read as it stands: 0 and 1 without 2 (which one are the women?), H and M without F (hombre and mujer, or
 * homme and …?). `chosen` spellings are settled.
 */
export const ambiguousSexes = (
  column: CodedColumn,
  chosen: ReadonlyMap<string, number>,
): 'zero-one' | 'h-m' | undefined => {
  const rows = rowsByEntry(column)
  const found = new Set(column.dictionary.flatMap((cell, entry) => (rows[entry]! > 0 ? [foldName(cell)] : [])))
  const isOpen = (text: string) => found.has(text) && !chosen.has(text)
  if (isOpen('0') && isOpen('1') && !found.has('2')) return 'zero-one'
  if (isOpen('h') && isOpen('m') && !found.has('f')) return 'h-m'
  return undefined
}
