import { audiovisualCarveout } from './audiovisual-carveout.ts'
import { broadcastTelecomExclusion } from './broadcast-telecom-exclusion.ts'
import type { ClauseType } from './clause-type.ts'
import { conventionReference } from './convention-reference.ts'
import { coproduction } from './coproduction.ts'
import { copyrightTreaties } from './copyright-treaties.ts'
import { culturalCooperation } from './cultural-cooperation.ts'
import { culturalDiversityRecital } from './cultural-diversity-recital.ts'
import { culturalException } from './cultural-exception.ts'
import { customsDuties } from './customs-duties.ts'
import { dataFlows } from './data-flows.ts'
import { digitalProducts } from './digital-products.ts'
import { ecommerceChapter } from './ecommerce-chapter.ts'
import { heritageException } from './heritage-exception.ts'
import { preferentialTreatment } from './preferential-treatment.ts'
import { technologyTransfer } from './technology-transfer.ts'

/** The fifteen clause types, in the order of the gold set. */
export const clauseTypes: readonly ClauseType[] = [
  culturalException,
  conventionReference,
  culturalDiversityRecital,
  audiovisualCarveout,
  broadcastTelecomExclusion,
  digitalProducts,
  ecommerceChapter,
  customsDuties,
  dataFlows,
  copyrightTreaties,
  preferentialTreatment,
  culturalCooperation,
  coproduction,
  technologyTransfer,
  heritageException,
]
