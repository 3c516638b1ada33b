import type { Fault } from '../../kernel/fault.ts'
import type { CodeFindings, WorkforceDocument } from './document.ts'

const examples = (codes: CodeFindings): string =>
  codes.unreadable
    .slice(0, 5)
    .map(({ found }) => found)
    .join(', ')

const unreadable = (side: 'occupations' | 'industries', codes: CodeFindings): Fault[] =>
  codes.rows && codes.rows.unreadable > 0
    ? [{ code: `codes-unreadable-${side}`, values: { rows: codes.rows.unreadable, examples: examples(codes) } }]
    : []

/** What a reader should hear at once about a sample: codes nobody could read, a design that says little, lists not yet checked. */
export const notesOf = ({ sample, codes, not_understood }: WorkforceDocument): Fault[] => {
  const strange = Object.entries(not_understood).map(
    ([column, spellings]): Fault => ({
      code: 'not-understood',
      values: {
        column,
        rows: spellings.reduce((sum, { rows }) => sum + rows, 0),
        examples: spellings
          .slice(0, 5)
          .map(({ spelling }) => spelling)
          .join(', '),
      },
    }),
  )
  if (!sample || !codes) return strange
  const { occupations, industries, rows_of_the_other_classification: others } = codes
  return [
    ...strange,
    ...unreadable('occupations', occupations),
    ...unreadable('industries', industries),
    ...(others > 0
      ? [{ code: 'other-classification', values: { rows: others, classification: industries.classification } }]
      : []),
    ...(sample.table ? [{ code: 'rows-of-several', values: { persons: sample.persons } }] : []),
    ...(sample.weighted || sample.table ? [] : [{ code: 'no-weights', values: { persons: sample.persons } }]),
    ...(sample.strata_of_one_unit > 0 && !sample.table
      ? [{ code: 'lone-strata', values: { strata: sample.strata_of_one_unit } }]
      : []),
    ...(sample.degrees_of_freedom < 1 && !sample.table
      ? [{ code: 'no-intervals', values: { units: sample.units } }]
      : []),
    ...(occupations.verified && industries.verified ? [] : [{ code: 'lists-unverified' }]),
  ]
}
