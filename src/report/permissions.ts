import type { PermissionMatrix } from '../people/index.ts'

/** Who may do what with the report. The map and a published report are for everybody. */
export const permissions: PermissionMatrix = {
  'report.map': ['visitor'],
  'report.visit': ['visitor'],
  'report.read': ['contact-point', 'editor', 'reviewer', 'observer'],
  'report.edit': ['contact-point', 'editor'],
  'report.publish': ['contact-point'],
}
