import type { PermissionMatrix } from './actor.ts'

const everyRole = ['contact-point', 'editor', 'reviewer', 'observer'] as const

/** Who may do what in this room. An administrator appoints contact points, and reads nothing a Party has not published. */
export const permissions: PermissionMatrix = {
  'people.sign-in': ['visitor'],
  'people.accept': ['visitor'],
  'people.account': ['signed-in'],
  'people.team': everyRole,
  'people.invite': ['contact-point'],
  'people.manage': ['contact-point'],
  'people.administer': ['administrator'],
}
