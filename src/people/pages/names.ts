import type { Role } from '../actor.ts'
import type { Visit } from '../page.ts'
import { words } from '../words/words.generated.ts'

/** The name of a Party in the reader's language, and the language it is really in. */
export const partyNameOf = (
  visit: Pick<Visit, 'framework' | 'locale'>,
  code: string,
): { text: string; locale: string } => {
  const known = visit.framework.parties.get(code)
  return known ? visit.framework.titleOf(known.id, visit.locale) : { text: code, locale: visit.locale }
}

export const roleName = (visit: Visit, role: Role | 'administrator'): string => visit.words(words)(`role.${role}`)

export const roleHint = (visit: Visit, role: Role): string => visit.words(words)(`role.${role}.hint`)
