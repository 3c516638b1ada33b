/** Freezes plain objects, lists and maps with what they hold, in depth; a frozen map refuses to be changed. */
export const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  const held = value instanceof Map ? value.values() : Object.values(value)
  if (value instanceof Map) Object.assign(value, { set: refuse, delete: refuse, clear: refuse })
  Object.freeze(value)
  for (const each of held) deepFreeze(each)
  return value
}

const refuse = () => {
  throw new TypeError("the Convention's data is frozen")
}
