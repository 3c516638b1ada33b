import { writeCsv } from '../../engines/documents/csv.ts'
import { type Random, randomStreams } from '../../engines/metrics/index.ts'

const seed = 2005
const [regions, blocksPerRegion, personsPerBlock] = [6, 20, 17]

/** An invented job: its codes, how often among ten thousand, how many of a hundred are women, pay a month, part of the self-employed. */
interface Job {
  readonly isco: string
  readonly isic: string
  readonly often: number
  readonly women: number
  readonly pay: number
  readonly own: number
}

const job = (isco: string, isic: string, often: number, women: number, pay: number, own: number): Job => ({
  isco,
  isic,
  often,
  women,
  pay,
  own,
})

const jobs: readonly Job[] = [
  job('2166', '7410', 300, 47, 1650, 35),
  job('2161', '7110', 180, 36, 2300, 45),
  job('2354', '8542', 260, 58, 1250, 25),
  job('2621', '9102', 170, 66, 1450, 0),
  job('2622', '9101', 220, 74, 1350, 0),
  job('2641', '5811', 150, 55, 1500, 50),
  job('2642', '5813', 260, 49, 1600, 15),
  job('2642', '6010', 120, 42, 1750, 8),
  job('2643', '7490', 170, 70, 1400, 60),
  job('2651', '9000', 280, 52, 1050, 80),
  job('2652', '9000', 360, 31, 1100, 70),
  job('2653', '9000', 90, 71, 980, 55),
  job('2654', '5911', 200, 29, 2100, 40),
  job('2655', '9000', 150, 47, 1200, 50),
  job('3431', '7420', 190, 34, 1150, 75),
  job('3433', '9102', 90, 60, 1100, 0),
  job('3521', '6020', 210, 18, 1500, 12),
  job('4411', '9101', 120, 78, 1000, 0),
  job('7318', '1392', 300, 81, 720, 85),
  job('7313', '3211', 110, 28, 1000, 70),
  job('1349', '9102', 80, 41, 2600, 0),
  job('2431', '5811', 110, 57, 1700, 5),
  job('4120', '9000', 190, 86, 1050, 0),
  job('9112', '9102', 130, 83, 780, 0),
  job('2519', '5820', 150, 26, 2200, 10),
  job('2651', '4711', 60, 55, 900, 60),
  job('2166', '6201', 130, 44, 1750, 20),
  job('5223', '4711', 900, 62, 900, 10),
  job('2341', '8510', 600, 82, 1450, 0),
  job('7115', '4100', 620, 4, 1150, 25),
  job('6111', '0111', 800, 44, 620, 75),
  job('8322', '4922', 500, 6, 1050, 20),
  job('2221', '8610', 420, 84, 1550, 0),
  job('3313', '6920', 330, 63, 1400, 15),
  job('2512', '6201', 340, 22, 2300, 8),
  job('0110', '8422', 130, 11, 1400, 0),
]

const drawn = ({ below }: Random): Job => {
  const whole = jobs.reduce((sum, { often }) => sum + often, 0)
  let rest = below(whole)
  return jobs.find(({ often }) => (rest -= often) < 0)!
}

/** `tilt`: in some blocks more women work than in others, as neighbours are alike. */
const sexOf = ({ unit }: Random, { women }: Job, tilt: number): string => {
  const [told, lot] = [unit(), unit() - tilt]
  if (told < 0.006) return 'X'
  if (told < 0.016) return ''
  return lot * 100 < women ? 'F' : 'M'
}

/** What surveys really hold now and then: no code, a national code, words in place of a code. */
const blemished = ({ unit }: Random, code: string): string => {
  const lot = unit()
  if (lot < 0.008) return ''
  return lot < 0.011 ? 'not coded' : code
}

const payOf = ({ unit }: Random, { pay }: Job, sex: string, age: number, hours: number, isOwn: boolean): string => {
  if (isOwn || unit() < 0.12) return ''
  const spread = 0.55 + unit() * 0.9
  const gap = sex === 'F' ? 0.86 : 1
  return ((pay * spread * gap * (0.75 + age / 160) * hours) / 40).toFixed(2)
}

const person = (chance: Random, region: number, block: number, place: number, tilt: number): (string | number)[] => {
  const work = drawn(chance)
  const sex = sexOf(chance, work, tilt)
  const age = 18 + chance.below(50)
  const isOwn = chance.unit() * 100 < work.own
  const isPart = chance.unit() < (sex === 'F' ? 0.27 : 0.14)
  const hours = isPart ? 12 + chance.below(17) : 35 + chance.below(12)
  const isCultural = jobs.indexOf(work) < 27
  const weight = (isCultural ? 24 : 310) * (0.7 + chance.unit() * 0.6) * (1 + region / 12)
  return [
    `R${region}`,
    `R${region}-${String(block).padStart(2, '0')}`,
    place,
    weight.toFixed(1),
    sex,
    age,
    blemished(chance, work.isco),
    blemished(chance, work.isic),
    isOwn ? 'self-employed' : 'employee',
    hours,
    payOf(chance, work, sex, age, hours, isOwn),
  ]
}

/** Persons in employment of an invented survey: six regions, twenty blocks in each, seventeen persons in each block. */
const persons = (): string => {
  const chance = randomStreams(seed)(1)
  const rows: (string | number)[][] = []
  for (let region = 1; region <= regions; region++)
    for (let block = 1; block <= blocksPerRegion; block++) {
      const tilt = (chance.unit() - 0.5) * 0.4
      for (let place = 1; place <= personsPerBlock; place++) rows.push(person(chance, region, block, place, tilt))
    }
  const header = ['stratum', 'cluster', 'person', 'weight', 'sex', 'age', 'isco', 'isic', 'status', 'hours', 'pay']
  return writeCsv(header, rows)
}

const drawSex = ({ unit }: Random, women: number): string => (unit() * 100 < women ? 'women' : 'men')

const posts = (): string => {
  const chance = randomStreams(seed)(2)
  const levels = [
    { level: 'Heads of institutions', number: 64, women: 28 },
    { level: 'Boards and councils', number: 190, women: 38 },
    { level: 'Heads of departments', number: 120, women: 47 },
    { level: 'Heads of festivals', number: 38, women: 35 },
    { level: 'Heads of public broadcasters', number: 7, women: 15 },
  ]
  const sectors = ['Heritage', 'Performing arts', 'Audiovisual', 'Publishing']
  const rows = levels.flatMap(({ level, number, women }) =>
    Array.from({ length: number }, () => [level, sectors[chance.below(sectors.length)]!, drawSex(chance, women)]),
  )
  return writeCsv(['level', 'sector', 'sex'], rows)
}

const awards = (): string => {
  const chance = randomStreams(seed)(3)
  const schemes = [
    { award: 'Creation grants', number: 70, women: 46, amount: 9000 },
    { award: 'Film fund', number: 34, women: 31, amount: 64_000 },
    { award: 'State prizes', number: 12, women: 33, amount: 15_000 },
    { award: 'Residencies', number: 40, women: 57, amount: 4000 },
  ]
  const rows = [2023, 2024, 2025].flatMap((year) =>
    schemes.flatMap(({ award, number, women, amount }) =>
      Array.from({ length: number }, () => [
        year,
        award,
        chance.unit() < 0.02 ? '' : drawSex(chance, women + (year - 2023) * 3),
        Math.round(amount * (0.6 + chance.unit() * 0.8)),
        'XTS',
      ]),
    ),
  )
  return writeCsv(['year', 'award', 'sex', 'amount', 'currency'], rows)
}

const works = (): string => {
  const chance = randomStreams(seed)(4)
  const programmes = [
    { programme: 'Meridia Film Festival', number: 96, women: 33 },
    { programme: 'National Theatre season', number: 42, women: 37 },
    { programme: 'Biennial of visual arts', number: 80, women: 51 },
    { programme: 'Summer concerts', number: 110, women: 24 },
  ]
  const rows = programmes.flatMap(({ programme, number, women }) =>
    Array.from({ length: number }, (_, at) => {
      const makers = 1 + (chance.unit() < 0.25 ? 1 : 0)
      const sex = Array.from({ length: makers }, () => drawSex(chance, women)).join('; ')
      return [programme, `Invented work ${at + 1}`, sex]
    }),
  )
  return writeCsv(['programme', 'title', 'sex'], rows)
}

/**
 * A survey, posts, awards and works of Meridia, which does not exist, drawn with a fixed seed: the same in every installation. Four CSV texts.
 */
export const sampleFiles = () => ({ persons: persons(), posts: posts(), awards: awards(), works: works() })
