/** A JSON document with its keys in the order given, indented for people, ending in a line break. */
export const writeJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
