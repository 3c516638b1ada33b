import type { PermissionMatrix } from '../../people/index.ts'

/** Everybody reads what is published; the team reads all; editors write and import; contact points publish. */
export const permissions: PermissionMatrix = {
  'measures.visit': ['visitor'],
  'measures.read': ['contact-point', 'editor', 'reviewer', 'observer'],
  'measures.edit': ['contact-point', 'editor'],
  'measures.import': ['contact-point', 'editor'],
  'measures.publish': ['contact-point'],
}
