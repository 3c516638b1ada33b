/**
 * Parity ratio of two counts or amounts, usually women to men: 1 is parity, below 1 fewer of the first. NaN for 0/0, infinite where there is
 * none of the second. Source: gender parity index, UNESCO Institute for Statistics, Education Indicators: technical guidelines (2009).
 */
export const parityRatio = (first: number, second: number): number => first / second

/**
 * Adjusted parity index, symmetric around 1 and within 0 … 2: the ratio itself up to 1, above it 2 − 1/ratio, so that half as many and twice as
 * many lie equally far from parity. Source: UNESCO Institute for Statistics, glossary, “gender parity index (adjusted)”.
 */
export const adjustedParity = (ratio: number): number => (ratio <= 1 ? ratio : 2 - 1 / ratio)

/**
 * Unadjusted pay gap (reference − other)/reference: what the other group earns less, as a part of what the reference group earns. With mean
 * hourly earnings of men as reference it is the gender pay gap of the statistical offices. Negative when the other group earns more; NaN for 0/0.
 * It compares averages, not equal work. Source: International Labour Organization, indicator 8.5.1; Eurostat, gender pay gap in unadjusted form.
 */
export const payGap = (other: number, reference: number): number => (reference - other) / reference
