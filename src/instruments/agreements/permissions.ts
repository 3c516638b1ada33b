import type { PermissionMatrix } from '../../people/index.ts'

/** Everybody reads what is published; the team reads all; editors load and draft, reviewers judge clauses; contact points publish. */
export const permissions: PermissionMatrix = {
  'agreements.visit': ['visitor'],
  'agreements.read': ['contact-point', 'editor', 'reviewer', 'observer'],
  'agreements.edit': ['contact-point', 'editor'],
  'agreements.review': ['contact-point', 'reviewer'],
  'agreements.publish': ['contact-point'],
}
