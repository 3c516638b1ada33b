import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { random } from '../src/engines/metrics/index.ts'

const verbs = ['Fund for', 'Act on', 'Programme for', 'Strategy on', 'Plan for', 'Quota of', 'Code on', 'Prize for']
const subjects = [
  'music',
  'film',
  'books',
  'games',
  'theatre',
  'crafts',
  'libraries',
  'radio',
  'festivals',
  'archives',
  'translation',
  'metadata',
]
const qualities = [
  'digital',
  'local',
  'independent',
  'young',
  'rural',
  'multilingual',
  'accessible',
  'women-led',
  'cross-border',
  'open',
]
const types = ['legislative', 'regulatory', 'institutional', 'financial', 'other']
const levels = ['local', 'regional', 'national', 'international']
const stages = ['idea', 'drafting', 'adopted', 'in-force', 'evaluated', 'ended']
const sectors = [
  'music',
  'publishing',
  'audiovisual',
  'performing-arts',
  'visual-arts',
  'design',
  'media-arts',
  'games',
  'press',
  'broadcasting',
  'crafts',
  'heritage',
]
const activities = [
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '2.1',
  '2.2',
  '2.3',
  '2.4',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '4.1',
  '4.2',
  '4.3',
  '4.4',
  '5.1',
  '5.2',
  '5.3',
  '5.4',
]

/** Words that measures of the benchmark are searched by. */
export const searchWords: readonly string[] = [...subjects, ...qualities]

/** Filters the benchmark sets, with the answers they can take. */
export const searchFilters = { type: types, level: levels, stage: stages, sectors } as const

const header =
  'Reference,Title,Type,Level,Stage of life,Responsible agency,Begins,Main features,Sectors,Activities of the Open Roadmap,Financial resources as declared,Address of its text'

/** Writes a CSV of synthetic measures, about 600 bytes each, the same for the same seed. */
export const writeMeasures = async (path: string, rows: number, seed = 'synthetic measures'): Promise<void> => {
  const { unit } = random(seed)
  const one = (from: readonly string[]): string => from[Math.floor(unit() ** 1.5 * from.length)]!
  const file = createWriteStream(path)
  let text = `${header}\r\n`
  for (let row = 0; row < rows; row += 1) {
    const [quality, subject] = [one(qualities), one(subjects)]
    const features = Array.from({ length: 40 }, () => one(unit() < 0.5 ? subjects : qualities)).join(' ')
    const cells = [
      `BENCH-${row}`,
      `${one(verbs)} ${quality} ${subject} no. ${row}`,
      one(types),
      one(levels),
      one(stages),
      `Agency for ${one(subjects)} ${Math.floor(unit() * 400)}`,
      String(2000 + Math.floor(unit() * 26)),
      `Synthetic. ${features}`,
      [...new Set([one(sectors), one(sectors)])].join(' | '),
      [...new Set([one(activities), one(activities)])].join(' | '),
      unit() < 0.5 ? 'Less than 1M' : `${Math.floor(unit() * 900) + 1}000 EUR`,
      `https://measures.example/${row}`,
    ]
    text += `${cells.join(',')}\r\n`
    if (text.length < 1_000_000) continue
    if (!file.write(text)) await once(file, 'drain')
    text = ''
  }
  file.end(text)
  await once(file, 'finish')
}
