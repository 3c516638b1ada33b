import { generateRandomString } from 'better-auth/crypto'
import type { Kysely } from 'kysely'
import { addAccount, findAccount, setRole } from './accounts.ts'
import { type Role, roles } from './actor.ts'

export interface SampleAccount {
  readonly role: Role | 'administrator'
  readonly email: string
  /** Made at random; shown once and stored only as a hash. */
  readonly password: string
}

const names: Readonly<Record<Role | 'administrator', string>> = {
  'contact-point': 'Amina Okoro',
  editor: 'Luc Fontaine',
  reviewer: 'Salma Haddad',
  observer: 'Tomas Berg',
  administrator: 'Ines Duarte',
}

/** Four groups of five letters and digits: about 100 bits. */
const newPassword = (): string => Array.from({ length: 4 }, () => generateRandomString(5, 'a-z', '0-9')).join('-')

/**
 * Makes one account per role for a fictional Party that is there already, and one administrator, all under the reserved domain
 * `.example`. Gives the passwords, which exist nowhere else; accounts that are already there are left alone and not given.
 */
export const createSampleAccounts = async (
  tx: Kysely<unknown>,
  { party, now }: { readonly party: string; readonly now: Date },
): Promise<readonly SampleAccount[]> => {
  const made: SampleAccount[] = []
  for (const role of [...roles, 'administrator'] as const) {
    const email = `${role}@open-roadmap.example`
    if (await findAccount(tx, { email })) continue
    const password = newPassword()
    const administrator = role === 'administrator'
    const id = await addAccount(tx, { email, name: names[role], password, administrator }, now)
    if (role !== 'administrator') await setRole(tx, id, party, role, now)
    made.push({ role, email, password })
  }
  return made
}
