/** A list of numbers: an array or any typed array. None of the functions of this folder changes its input unless its name says so. */
export type Numbers = ArrayLike<number>

/** Adds up a list of finite, non-negative numbers. Throws RangeError naming the list and the place of the first misfit. */
export const sumOfCounts = (values: Numbers, name: string): number => {
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (!(value >= 0 && value < Infinity)) {
      throw new RangeError(`${name}[${i}] is ${value}: it must be a finite number, zero or more.`)
    }
    sum += value
  }
  return sum
}

/** As `sumOfCounts`, for individuals that were counted one by one: fractions are refused. */
export const sumOfIntegers = (values: Numbers, name: string): number => {
  const sum = sumOfCounts(values, name)
  for (let i = 0; i < values.length; i++) {
    if (!Number.isInteger(values[i])) {
      throw new RangeError(`${name}[${i}] is ${values[i]}: this estimator needs whole counts of individuals.`)
    }
  }
  return sum
}

/** Throws RangeError unless both lists have the same length. */
export const checkSameLength = (a: ArrayLike<unknown>, b: ArrayLike<unknown>, names: string): void => {
  if (a.length !== b.length) {
    throw new RangeError(`${names} have ${a.length} and ${b.length} entries: they must be of the same length.`)
  }
}

/** Throws RangeError unless `low ≤ value ≤ high`. NaN is refused. */
export const checkWithin = (value: number, low: number, high: number, name: string): void => {
  if (!(value >= low && value <= high)) {
    throw new RangeError(`${name} is ${value}: it must lie between ${low} and ${high}.`)
  }
}

/** Throws RangeError unless `low < value < high`. NaN is refused. */
export const checkInside = (value: number, low: number, high: number, name: string): void => {
  if (!(value > low && value < high)) {
    throw new RangeError(`${name} is ${value}: it must lie strictly between ${low} and ${high}.`)
  }
}

/** Throws RangeError unless the value is a whole number of at least `low` that a double holds exactly. */
export const checkWhole = (value: number, low: number, name: string): void => {
  if (!(Number.isSafeInteger(value) && value >= low)) {
    throw new RangeError(`${name} is ${value}: it must be a whole number of at least ${low}.`)
  }
}

/** Throws RangeError unless the base is a finite number greater than 0 and not 1. */
export const checkBase = (base: number): void => {
  if (!(base > 0 && base < Infinity && base !== 1)) {
    throw new RangeError(`The base of the logarithm is ${base}: it must be positive, finite and not 1.`)
  }
}
