import type { Child } from 'hono/jsx'

/** What a component shows: translated text, numbers or further JSX. Strings are escaped. */
export type Content = Child

/** Options every component takes: further class names and attributes for its outermost element. */
export interface Extra {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type Attributes = Readonly<Record<string, string>>

/** Joins class names, leaving out what is false, empty or undefined. */
export const classNames = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
