import { kishEffectiveSize, weightsDesignEffect } from '../../engines/metrics/index.ts'
import type { LeftOutRows, StudyRecord } from '../../engines/studies/index.ts'
import { type StrangeSpelling, sexes } from './categories.ts'
import type { CodeList } from './codes/code-list.ts'
import type { CodeReading, CodeSpelling } from './codes/read-codes.ts'
import type { CulturalCodes } from './cultural-codes.ts'
import { shownCount, toFive } from './disclosure.ts'
import type { Employment } from './employment.ts'
import { type Drawn, settled } from './estimates.ts'
import type { ListFindings } from './lists.ts'
import type { PayFindings } from './pay.ts'
import type { CodedSide, Persons } from './persons.ts'
import type { ListName } from './roles.ts'
import type { SampleDesign } from './sample-design.ts'

/** The sample of persons: how it was drawn, what its weights are worth. */
export interface SampleFindings {
  readonly persons: number
  readonly weighted: boolean
  /** Rows stand for several persons: there are no intervals and no pay. */
  readonly table: boolean
  readonly sum_of_weights: number | null
  /** Persons of equal weight that carry as much (Kish), and n over that. */
  readonly effective_persons: number | null
  readonly weights_design_effect: number | null
  readonly strata: number
  readonly units: number
  readonly units_are: 'clusters' | 'persons'
  /** Units or random groups of units that were resampled, and units minus strata of these. */
  readonly units_resampled: number
  readonly degrees_of_freedom: number
  readonly strata_of_one_unit: number
  readonly rows_without_stratum: number
  readonly rows_without_cluster: number
  readonly by_sex: Readonly<Record<string, number | null>>
}

/** How the codes of occupations or industries were read, and by which list they count as cultural. */
export interface CodeFindings {
  readonly column: string | null
  readonly classification: string
  readonly version: string
  readonly source: string
  readonly verified: boolean
  readonly fully: readonly string[]
  readonly partly: readonly string[]
  readonly rows: CodeReading['rows'] | null
  readonly digits: Readonly<Record<string, number>>
  /** At most fifty, most rows first. */
  readonly unreadable: readonly CodeSpelling[]
}

export interface WorkforceDocument {
  readonly sample?: SampleFindings
  readonly codes?: {
    readonly occupations: CodeFindings
    readonly industries: CodeFindings
    readonly rows_of_the_other_classification: number
  }
  readonly employment?: Employment
  readonly pay?: PayFindings
  readonly posts?: ListFindings
  readonly awards?: ListFindings
  readonly works?: ListFindings
  readonly not_understood: Readonly<Record<string, readonly StrangeSpelling[]>>
  readonly left_out: { readonly rows: readonly LeftOutRows[] }
  readonly method: StudyRecord
}

export const sampleFindings = (persons: Persons, design: SampleDesign, drawn: Drawn): SampleFindings => {
  const bySex = sexes.map((_, sex) =>
    persons.sex.reduce((count, one, at) => (one === sex ? count + persons.behind[at]! : count), 0),
  )
  return {
    persons: toFive(persons.behind.reduce((sum, count) => sum + count, 0)),
    weighted: persons.isWeighted,
    table: persons.isTable,
    sum_of_weights: settled(toFive(persons.weight.reduce((sum, weight) => sum + weight, 0))),
    effective_persons: persons.isTable ? null : settled(Math.round(kishEffectiveSize(persons.weight))),
    weights_design_effect: persons.isTable ? null : settled(weightsDesignEffect(persons.weight)),
    strata: design.strata,
    units: design.units,
    units_are: design.unitsAre,
    units_resampled: design.resampled,
    degrees_of_freedom: drawn.freedom,
    strata_of_one_unit: design.loneStrata,
    rows_without_stratum: design.without.stratum,
    rows_without_cluster: design.without.cluster,
    by_sex: Object.fromEntries(sexes.map((sex, place) => [sex, shownCount(bySex[place]!)])),
  }
}

const shownSpellings = 50

const codeFindings = (list: CodeList, side: CodedSide | undefined): CodeFindings => {
  const of = (degree: string) =>
    Object.entries(list.codes)
      .flatMap(([code, own]) => (own === degree ? [code] : []))
      .sort()
  return {
    column: side?.column ?? null,
    classification: list.classification,
    version: list.version,
    source: list.source,
    verified: list.verified,
    fully: of('fully'),
    partly: of('partly'),
    rows: side?.reading.rows ?? null,
    digits: side?.reading.digits ?? {},
    unreadable: side?.reading.spellings.slice(0, shownSpellings) ?? [],
  }
}

export const codesFindings = (codes: CulturalCodes, { sides }: Persons): NonNullable<WorkforceDocument['codes']> => ({
  occupations: codeFindings(codes.occupations, sides.occupation),
  industries: codeFindings(codes.industries, sides.industry),
  rows_of_the_other_classification: codes.rowsOfTheOther,
})

/** Spellings nobody could read, by file and column; columns without any are left away. */
export const notUnderstood = (
  persons: Persons | undefined,
  lists: Readonly<Partial<Record<ListName, ListFindings>>>,
): WorkforceDocument['not_understood'] => {
  const ofPersons = Object.entries(persons?.strange ?? {}).map(
    ([column, strange]) => [`persons.${column}`, strange] as const,
  )
  const ofLists = Object.entries(lists).map(([name, { strange }]) => [`${name}.sex`, strange] as const)
  return Object.fromEntries(
    [...ofPersons, ...ofLists]
      .filter(([, strange]) => strange.length > 0)
      .map(([name, strange]) => [name, strange.slice(0, shownSpellings)]),
  )
}
