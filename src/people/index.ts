export { can, demand, type Guarded } from './access.ts'
export { type Account, findAccount } from './accounts.ts'
export {
  type Actor,
  actorOf,
  type Grantee,
  type Permission,
  type PermissionMatrix,
  type Role,
  roles,
  visitorOf,
} from './actor.ts'
export { findAddress } from './address.ts'
export { makePasswordLink, makeSetUpLink, type NewLink } from './invitations.ts'
export { migrations as peopleMigrations } from './migrations/index.ts'
export { openPeople, type People, type PeopleGiven, systemActor } from './open-people.ts'
export type { Answer, Crumb, Page, Visit } from './page.ts'
export { partyNameOf, roleName } from './pages/names.ts'
export { addParty, findParty, getParty, listParties, type NewParty, touchParty } from './parties.ts'
export type { Party } from './party.ts'
export { partyOf } from './party-of.ts'
export { permissions as peoplePermissions } from './permissions.ts'
export { createSampleAccounts, type SampleAccount } from './sample-accounts.ts'
export { listTeam, type Member } from './team.ts'
export { words as peopleWords } from './words/words.generated.ts'
