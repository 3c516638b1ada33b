/** Roles a person can hold for one Party, from the widest to the narrowest. */
export const roles = ['contact-point', 'editor', 'reviewer', 'observer'] as const
export type Role = (typeof roles)[number]

/** Whom a permission is granted to; `visitor` means everybody, account or not. */
export type Grantee = Role | 'administrator' | 'signed-in' | 'visitor'

/** `<room>.<verb>`, for instance `measures.edit`. */
export type Permission = string

/** The permissions of a room and who holds them: declared beside the room, gathered in `app.ts`. */
export type PermissionMatrix = Readonly<Record<Permission, readonly Grantee[]>>

/** Somebody asking for something: a signed-in person, a visitor, or the command line. */
export interface Actor {
  /** Absent for a visitor. */
  readonly userId?: string
  readonly name: string
  readonly administrator: boolean
  /** Role by Party code. */
  readonly roles: ReadonlyMap<string, Role>
  /** True when the matrix grants this permission, for this Party where one is given. */
  readonly holds: (permission: Permission, party?: string) => boolean
}

interface Person {
  readonly userId?: string
  readonly name: string
  readonly administrator: boolean
  readonly roles: ReadonlyMap<string, Role>
}

/** Ties a person to the permissions of the installation. What the matrix does not name is denied. */
export const actorOf = (person: Person, matrix: PermissionMatrix): Actor => ({
  ...person,
  holds: (permission, party) => {
    const grantees = matrix[permission]
    if (!grantees) return false
    if (grantees.includes('visitor')) return true
    if (person.userId === undefined) return false
    if (grantees.includes('signed-in')) return true
    if (person.administrator && grantees.includes('administrator')) return true
    const role = party === undefined ? undefined : person.roles.get(party)
    return role !== undefined && grantees.includes(role)
  },
})

export const visitorOf = (matrix: PermissionMatrix): Actor =>
  actorOf({ name: '', administrator: false, roles: new Map() }, matrix)
