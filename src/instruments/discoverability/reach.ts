import { gini } from '../../engines/metrics/index.ts'
import type { StageName } from './stages.ts'
import type { StudyData } from './study-data.ts'

/** How far one stage goes into the catalogue. */
export interface StageReach {
  /** Works shown or played at all, in the catalogue or not. */
  readonly works: number
  readonly in_catalogue: number
  /** Part of the catalogue that was ever shown, played or paid. */
  readonly coverage: number | null
  /** Gini coefficient over the catalogue's works, those never reached included. */
  readonly gini: number | null
}

export interface Reach {
  readonly catalogue_works: number
  readonly stages: Readonly<Partial<Record<StageName, StageReach>>>
}

/** How much of the catalogue each stage reaches. */
export const reachOf = ({ works }: StudyData, amounts: ReadonlyMap<StageName, Float64Array>): Reach => {
  const listed = works.isListed.reduce((sum, is) => sum + is, 0)
  const stages = [...amounts].flatMap(([name, own]): [StageName, StageReach][] => {
    if (name === 'catalogue') return []
    const ofCatalogue = own.filter((_, work) => works.isListed[work] === 1)
    const reached = ofCatalogue.filter((amount) => amount > 0).length
    return [
      [
        name,
        {
          works: own.filter((amount) => amount > 0).length,
          in_catalogue: reached,
          coverage: listed > 0 ? reached / listed : null,
          gini: reached > 0 ? gini(ofCatalogue) : null,
        },
      ],
    ]
  })
  return { catalogue_works: listed, stages: Object.fromEntries(stages) }
}
