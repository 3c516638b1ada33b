import type { PermissionMatrix } from '../../people/index.ts'

/** Everybody reads what is published; the team reads all; editors run studies; contact points publish. */
export const permissions: PermissionMatrix = {
  'exposure.visit': ['visitor'],
  'exposure.read': ['contact-point', 'editor', 'reviewer', 'observer'],
  'exposure.run': ['contact-point', 'editor'],
  'exposure.publish': ['contact-point'],
}
