import type { WorkforceDocument } from './document.ts'

const rules = {
  cultural_employment:
    'everybody with a cultural occupation (ISCO-08), in whatever industry, and everybody in a cultural industry (ISIC Rev. 4 or NACE Rev. 2), in whatever occupation; main job only',
  partly_cultural:
    'a code under which cultural and other work stand together, and a coarser code that holds cultural ones, counts by the part that was chosen (0: not at all); the bounds take it as not cultural and as cultural',
  codes:
    'read by their first four digits; a code that cannot be read is not told and is listed; a lost leading zero goes back only where no other reading is cultural',
  sex: 'as the file says, never guessed from names; digits after ISO/IEC 5218 (1 male, 2 female, 0 and 9 not told); other than women and men stands by itself from ten persons on and is left out of shares below',
  share_of_women: 'women among all whose sex is told; the bounds take all whose sex is not told as men, as women',
  pay: 'employees, where the file tells who is one; per hour where usual hours are told (a month is a twelfth of 52 weeks), else as in the file; in minor units',
  pay_gap: '(men − women)/men, unadjusted: it compares averages, not equal work',
  median: 'the pay at which half of the weight is reached; halfway to the next where it is reached exactly',
  part_time: 'as the file says; else usual weekly hours below the limit of the command',
  works: 'a work of several persons counts by parts, 1/n for each of n',
  lists: 'posts, awards and works are counted as they stand in their file: a complete list has no interval',
  small_cells:
    'cells of 1 to 9 persons are hidden, and as many more as it takes that none is found by subtraction; counts are given to the nearest five; a group that stands in two tables is hidden in both; shares of lists need a base of ten and are to the nearest five per cent where the counts behind them are hidden',
  unreliable: 'a coefficient of variation above 30 %',
} as const

/** What any file can hide; then what a sample of persons cannot tell. */
const limits = [
  'A file tells about those who stand in it: who was never asked, considered or listed is not seen.',
  'Which codes are cultural was recalled from statistical practice where the list says so (verified: false); a country’s own list goes before it (--codes).',
  'First-stage sampling fractions are taken as small: intervals err on the wide side. Calibration of weights is not repeated in the replicates.',
  'Second jobs are not seen: many artists work in culture beside another job.',
  'Non-response and undercoverage are not in the intervals.',
]

const resampling =
  'rescaled bootstrap (Rao–Wu): of the n units of each stratum n − 1 are drawn with replacement, a unit drawn r times counting r·n/(n − 1) times; units are clusters of the file, ' +
  'or persons where it has none; more than 4 000 units are resampled as random groups of equal size; intervals by Student’s t with units minus strata degrees of freedom, of shares on the logit scale; replicates in which a figure does not exist are left out, and where they are more than one in a hundred there is no interval'

type Found = Pick<WorkforceDocument, 'sample' | 'employment' | 'pay' | 'posts' | 'awards' | 'works'>
type Rule = keyof typeof rules

const always: readonly Rule[] = ['sex', 'share_of_women', 'small_cells']
const ofPersons: readonly Rule[] = ['cultural_employment', 'partly_cultural', 'codes', 'part_time']
const ofPay: readonly Rule[] = ['pay', 'pay_gap', 'median']

/** The rules, limits and way of resampling of what was found: those of a survey only where there is one. */
export const recordOf = (found: Found) => {
  const { sample, employment, pay, posts, awards, works } = found
  const hasIntervals = (sample?.degrees_of_freedom ?? 0) > 0
  const told = new Set<string>([
    ...always,
    ...(employment ? ofPersons : []),
    ...(hasIntervals ? ['unreliable'] : []),
    ...(pay && pay.groups.length > 0 ? ofPay : []),
    ...(posts || awards || works ? ['lists'] : []),
    ...(works ? ['works'] : []),
  ])
  return {
    rules: Object.fromEntries(Object.entries(rules).filter(([name]) => told.has(name))),
    limits: employment ? limits : limits.slice(0, 1),
    resampling: hasIntervals ? resampling : null,
  }
}
