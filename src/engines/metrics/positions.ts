import { checkInside, checkWhole } from './arguments.ts'

/**
 * How much attention a position gets, as an assumption to be stated: nothing in a chart measures it. Give several.
 * `flat` 1; `log2` 1/log₂(position + 1); `geometric` patience^(position − 1); `reciprocal` 1/position; `top-k` 1 up to k, 0 after.
 * Every model gives the first position the weight 1.
 */
export type PositionModel =
  | { readonly kind: 'flat' }
  | { readonly kind: 'log2' }
  | { readonly kind: 'geometric'; readonly patience: number }
  | { readonly kind: 'reciprocal' }
  | { readonly kind: 'top-k'; readonly k: number }

/** The models every study gives side by side, with the parameters usual in the literature. */
export const usualPositionModels: readonly PositionModel[] = [
  { kind: 'flat' },
  { kind: 'log2' },
  { kind: 'geometric', patience: 0.85 },
  { kind: 'reciprocal' },
  { kind: 'top-k', k: 3 },
]

const checkModel = (model: PositionModel): void => {
  if (model.kind === 'geometric') checkInside(model.patience, 0, 1, 'The patience')
  if (model.kind === 'top-k') checkWhole(model.k, 1, 'k')
}

/**
 * Weight of a position (1 = first) under a model. Range 0 … 1. Throws RangeError for a position below 1 or not whole, a patience not
 * strictly between 0 and 1, or a k below 1. Sources: K. Järvelin and J. Kekäläinen, ACM TOIS 20 (2002) 422–446 (log₂);
 * A. Moffat and J. Zobel, ACM TOIS 27 (2008) 2 (geometric).
 */
export const positionWeight = (model: PositionModel, position: number): number => {
  checkModel(model)
  checkWhole(position, 1, 'The position')
  switch (model.kind) {
    case 'flat':
      return 1
    case 'log2':
      return 1 / Math.log2(position + 1)
    case 'geometric':
      return model.patience ** (position - 1)
    case 'reciprocal':
      return 1 / position
    default:
      return position <= model.k ? 1 : 0
  }
}

/** Weights of the positions 1 … `length`; entry 0 is the first position. Errors as `positionWeight`. */
export const positionWeights = (model: PositionModel, length: number): Float64Array => {
  checkModel(model)
  checkWhole(length, 0, 'The length')
  return Float64Array.from({ length }, (_, i) => positionWeight(model, i + 1))
}

/** Weights divided by their sum, so that they add up to 1: the share of the attention each position of such a list gets. */
export const positionShares = (model: PositionModel, length: number): Float64Array => {
  const weights = positionWeights(model, length)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}
