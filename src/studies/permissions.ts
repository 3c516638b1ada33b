import type { PermissionMatrix } from '../people/index.ts'

/** Everybody reads what is published; the team reads all; editors run studies; contact points publish. */
export const studyPermissions = (id: string): PermissionMatrix => ({
  [`${id}.visit`]: ['visitor'],
  [`${id}.read`]: ['contact-point', 'editor', 'reviewer', 'observer'],
  [`${id}.run`]: ['contact-point', 'editor'],
  [`${id}.publish`]: ['contact-point'],
})
