export type { Numbers } from './arguments.ts'
export { type CoProductionRule, coProductionRules, localCredit, originCredits } from './co-production.ts'
export {
  type AtCoverage,
  estyInterval,
  goodTuringCoverage,
  hillAtCoverage,
  hillAtSize,
  type RarefactionOrder,
  rarefiedRichness,
  sampleCoverage,
} from './coverage.ts'
export { brillouin, heip, mcintoshEvenness, pielou, simpsonEvenness } from './evenness.ts'
export { type ExposureLoss, expectedExposure, exposureLoss, sumByGroup, targetExposure } from './expected-exposure.ts'
export {
  amplificationRatio,
  amplificationRatios,
  groupExposure,
  groupExposureShares,
  type MicroMacro,
  microMacroShare,
  positionGroupCells,
  shares,
} from './exposure.ts'
export {
  type AdjustedFairStar,
  type FairStarSetting,
  fairStarFailProbability,
  fairStarRerank,
  fairStarTable,
  type LastPosition,
  meetsFairStar,
  unadjustedFairStarTable,
} from './fair-star.ts'
export {
  type FlowBalance,
  flowBalances,
  flowMatrix,
  gatherFlows,
  gatherHomeCells,
  homeCells,
  homeColumns,
  packCredits,
  type WorkCredits,
} from './flows.ts'
export {
  gini,
  giniByRectangles,
  giniInPlace,
  giniOfFrequencies,
  giniSampleCorrected,
  lorenz,
  topFractionShare,
  topShare,
} from './gini.ts'
export { hill, hillProfile, renyi, richness, shannon, tsallis } from './hill.ts'
export * from './identifiers/index.ts'
export { attentionShares, awrf, ndkl, type ShareDistance, skewAtK } from './list-fairness.ts'
export {
  averagePopularity,
  catalogueCoverage,
  cosineSimilarity,
  interListDiversity,
  intraListCosineSimilarity,
  intraListDistance,
  leastItemPromoted,
  novelty,
  popularityBands,
  tailShare,
} from './lists.ts'
export { alphaBetaGamma, type Partition } from './partition.ts'
export {
  type ArtistCentricRule,
  artistCentric,
  type Threshold,
  type ThresholdRule,
  thresholded,
} from './payouts/artist-centric.ts'
export {
  type Distribution,
  type DistributionPart,
  distribute,
  gatherDistribution,
  distributePart,
  joinDistribution,
  type Preparation,
  prepareDistribution,
  type Terms,
} from './payouts/distribution.ts'
export { largestRemainder } from './payouts/largest-remainder.ts'
export {
  bothPayouts,
  type FeesWithoutPlays,
  mixture,
  type Payout,
  payoutOf,
  proRata,
  settle,
  userCentric,
} from './payouts/payout.ts'
export {
  type GroupPayout,
  groupPayout,
  type PayoutCells,
  payoutCells,
  type UserClusters,
} from './payouts/payout-cells.ts'
export {
  blocksOf,
  type Gatherer,
  gather,
  isInBlocks,
  type Plays,
  type PlaysBlock,
  type PlaysBlocks,
} from './payouts/plays-blocks.ts'
export {
  type Counts,
  checkPlaysByUser,
  gatherPayeeTotals,
  groupPlaysByUser,
  type PayeeTotals,
  type PlaysByUser,
  payeeTotals,
} from './payouts/plays-by-user.ts'
export {
  type PositionModel,
  positionShares,
  positionWeight,
  positionWeights,
  usualPositionModels,
} from './positions.ts'
export {
  averageOverlap,
  overlaps,
  type RankBiasedOverlap,
  rbo,
  rboTopWeight,
  rbp,
  rbpNormalised,
  rbpResidual,
  weightedPrecision,
} from './rank-biased.ts'
export {
  flatten,
  halfSquares,
  rao,
  raoEffectiveNumber,
  raoStirling,
  type StirlingExponents,
  scaleToUnit,
  traitDistances,
} from './rao.ts'
export { type RaoMaximum, raoMaximum, raoShareOfMaximum } from './rao-maximum.ts'
export * from './rerank/index.ts'
export {
  bergerParker,
  giniSimpson,
  giniSimpsonWithoutReplacement,
  hhi,
  hhiWithoutReplacement,
  inverseSimpson,
  inverseSimpsonWithoutReplacement,
  mcintoshDiversity,
  strongDominance,
} from './simpson.ts'
export { kishEffectiveSize, shareDesignEffect, weightsDesignEffect } from './survey/effective-size.ts'
export { adjustedParity, parityRatio, payGap } from './survey/parity.ts'
export {
  checkStrata,
  designFreedom,
  equalGroups,
  rescaledBootstrap,
  rescaledFactors,
  type StratifiedUnits,
} from './survey/rescaled-bootstrap.ts'
export { coefficientOfVariation, type Sureness, shareInterval, studentInterval } from './survey/survey-intervals.ts'
export { risingOrder, weightedMedian, weightedQuantileOfRising } from './survey/weighted-median.ts'
export {
  brayCurtis,
  hornMorisita,
  jaccard,
  jensenShannonDistance,
  jensenShannonDivergence,
  kullbackLeibler,
  morisita,
  ruzicka,
  sorensen,
  totalVariation,
} from './turnover.ts'
export { chartBootstrap, usualBlockLength, weekBlockBootstrap } from './uncertainty/block-bootstrap.ts'
export {
  type BootstrapPlan,
  type ClusterCells,
  cellsByCluster,
  clusterBootstrap,
  clusterCount,
  columnTotals,
  evaluateReplicates,
  mergeClusters,
  randomGroup,
} from './uncertainty/cluster-bootstrap.ts'
export {
  acceleration,
  basicInterval,
  bcaInterval,
  bootstrapStandardError,
  type Interval,
  percentileInterval,
} from './uncertainty/intervals.ts'
export { jackknife, jackknifeInterval, jackknifeStandardError } from './uncertainty/jackknife.ts'
export { bootstrapPayeeTotals, jackknifePayeeTotals } from './uncertainty/plays-bootstrap.ts'
export { hash32, type Random, type RandomStreams, random, randomStreams } from './uncertainty/random.ts'
export { type TwoWayData, twoWayBootstrap } from './uncertainty/two-way-bootstrap.ts'
export { type ShareBounds, shareBounds, shareBoundsByGroup } from './unknowns.ts'
export {
  ace,
  type Chao1Form,
  chao1,
  chao1Interval,
  chao1StandardError,
  chaoShannon,
  type Frequencies,
  fisherAlpha,
  frequencies,
  margalef,
  menhinick,
  robbins,
} from './unseen.ts'
