import { audiovisualCarveoutExamples } from './audiovisual-carveout.ts'
import { broadcastTelecomExclusionExamples } from './broadcast-telecom-exclusion.ts'
import type { ClauseTypeName, RuleExample } from './clause-type.ts'
import { conventionReferenceExamples } from './convention-reference.ts'
import { coproductionExamples } from './coproduction.ts'
import { copyrightTreatiesExamples } from './copyright-treaties.ts'
import { culturalCooperationExamples } from './cultural-cooperation.ts'
import { culturalDiversityRecitalExamples } from './cultural-diversity-recital.ts'
import { culturalExceptionExamples } from './cultural-exception.ts'
import { customsDutiesExamples } from './customs-duties.ts'
import { dataFlowsExamples } from './data-flows.ts'
import { digitalProductsExamples } from './digital-products.ts'
import { ecommerceChapterExamples } from './ecommerce-chapter.ts'
import { heritageExceptionExamples } from './heritage-exception.ts'
import { preferentialTreatmentExamples } from './preferential-treatment.ts'
import { technologyTransferExamples } from './technology-transfer.ts'

/** Short wordings of our own, by clause type: what each rule means and what it must not be mistaken for. */
export const ruleExamples: Readonly<Record<ClauseTypeName, readonly RuleExample[]>> = {
  cultural_exception: culturalExceptionExamples,
  convention_2005_reference: conventionReferenceExamples,
  cultural_diversity_recital: culturalDiversityRecitalExamples,
  audiovisual_carveout: audiovisualCarveoutExamples,
  broadcast_telecom_exclusion: broadcastTelecomExclusionExamples,
  digital_products_nondiscrimination: digitalProductsExamples,
  ecommerce_chapter: ecommerceChapterExamples,
  customs_duties_etransmissions: customsDutiesExamples,
  data_flows: dataFlowsExamples,
  ip_copyright_treaties: copyrightTreatiesExamples,
  preferential_treatment_culture: preferentialTreatmentExamples,
  cultural_cooperation: culturalCooperationExamples,
  coproduction: coproductionExamples,
  ecommerce_technology_transfer: technologyTransferExamples,
  heritage_exception: heritageExceptionExamples,
}
