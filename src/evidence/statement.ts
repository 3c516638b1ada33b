import type { Framework } from '../framework/index.ts'
import type { FindText, Words } from '../platform/languages/words.ts'
import { wordsOfSlice } from '../platform/languages/words-of-slice.ts'
import type { Fact } from './fact.ts'

/** What rendering a fact's sentence needs: a visit has it, and so has an export. */
export interface StatementGiven {
  readonly framework: Framework
  readonly locale: string
  readonly findText: (words: Words<unknown>) => FindText
}

const region = /^region:([A-Z]{2,4})$/

/** The name of a country in a reader's language: the United Nations' name where the Convention's data have one. */
export const regionName = (
  { framework, locale }: Pick<StatementGiven, 'framework' | 'locale'>,
  code: string,
): string => {
  const known = framework.parties.get(code)
  if (known) return framework.titleOf(known.id, locale).text
  return new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(code) ?? code
}

/**
 * The sentence of a fact in the reader's language. A value `region:KR` becomes the country's name; everything else goes into
 * the message as it is. Falls back to the subject where the words of its slice no longer have the key.
 */
export const statementOf = (
  given: StatementGiven,
  { statement, subject }: Pick<Fact, 'statement' | 'subject'>,
): string => {
  const values = Object.fromEntries(
    Object.entries(statement.values).map(([name, value]) => {
      const code = typeof value === 'string' ? region.exec(value)?.[1] : undefined
      return [name, code === undefined ? value : regionName(given, code)]
    }),
  )
  return given.findText(wordsOfSlice(statement.slice))(statement.key, values) ?? subject
}
