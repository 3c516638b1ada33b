import type { PermissionMatrix } from '../people/index.ts'

/** Who may do what with a Party's roadmap. A published roadmap is for everybody to read; the store sees to that. */
export const permissions: PermissionMatrix = {
  'roadmap.visit': ['visitor'],
  'roadmap.read': ['contact-point', 'editor', 'reviewer', 'observer'],
  'roadmap.edit': ['contact-point', 'editor'],
  'roadmap.adopt': ['contact-point'],
  'roadmap.publish': ['contact-point'],
}
