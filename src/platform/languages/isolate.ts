import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser'
import type { Direction } from '../../kernel/locale.ts'

const against: Readonly<Record<Direction, RegExp>> = {
  ltr: /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/,
  rtl: /[A-Za-z\u00c0-\u024f\u0370-\u052f]/,
}

/** Names of the arguments that stand in a message as plain text; those that choose a form (select, plural) are not among them. */
export const textArguments = (elements: readonly MessageFormatElement[]): ReadonlySet<string> =>
  new Set(
    elements.flatMap((element): string[] => {
      if (element.type === TYPE.argument) return [element.value]
      if (element.type !== TYPE.select && element.type !== TYPE.plural) return []
      return Object.values(element.options).flatMap(({ value }) => [...textArguments(value)])
    }),
  )

/**
 * A name of the other direction inside a sentence is isolated (FSI … PDI), so that it does not turn the sentence's own marks and
 * numbers round.
 */
export const isolatedValues = (
  values: Readonly<Record<string, unknown>>,
  texts: ReadonlySet<string>,
  direction: Direction,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && texts.has(name) && against[direction].test(value) ? `\u2068${value}\u2069` : value,
    ]),
  ) as Record<string, string>
