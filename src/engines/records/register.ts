import type { Words } from '../../platform/languages/words.ts'
import type { Field, Values } from '../forms/index.ts'

/** Questions that stand together on a page; its heading is `section.<key>` in the register's words. */
export interface Section {
  readonly key: string
  readonly fields: readonly Field[]
}

/**
 * A register: records of one shape, declared as data. Its tables are `<id>`, `<id>_import` and `<id>_mapping`; its words
 * hold `field.<name>`, `hint.<name>`, `section.<key>`.
 */
export interface Register {
  readonly id: string
  readonly words: Words<unknown>
  readonly sections: readonly Section[]
  /** The `text` field that names a record. */
  readonly title: string
  /** `choice`, `choices` and `yes-no` fields that the list can be filtered by. */
  readonly filters: readonly string[]
  /** Fields whose texts are searched, besides the title. */
  readonly searched: readonly string[]
  /** Fields shown in the list beside the title. */
  readonly columns: readonly string[]
  /** What follows from the answers without being asked; used on records that come from files. */
  readonly complete?: (values: Values) => Values
}

const known = new WeakMap<Register, { readonly all: readonly Field[]; readonly byName: ReadonlyMap<string, Field> }>()

const knownFields = (register: Register) => {
  const found = known.get(register)
  if (found) return found
  const all = register.sections.flatMap(({ fields }) => fields)
  const fields = { all, byName: new Map(all.map((field) => [field.name, field])) }
  known.set(register, fields)
  return fields
}

/** Every field, in the order of the sections. */
export const fieldsOf = (register: Register): readonly Field[] => knownFields(register).all

/** The declared field, or nothing. */
export const findField = (register: Register, name: string): Field | undefined => knownFields(register).byName.get(name)

/** The declared field; throws for a name the register does not have. */
export const getField = (register: Register, name: string): Field => {
  const field = findField(register, name)
  if (!field) throw new Error(`${register.id} has no field ${name}`)
  return field
}

export type RecordState = 'draft' | 'published' | 'withdrawn'

export const recordStates: readonly RecordState[] = ['draft', 'published', 'withdrawn']

/** One record of a register. */
export interface RegisterRecord {
  readonly id: string
  readonly party: string
  /** Natural key, unique within the Party; stays when the title changes. */
  readonly key: string
  readonly state: RecordState
  readonly title: string
  readonly values: Values
  /** Language in which its texts are written. */
  readonly language: string
  /** Grows with each change; an update names the version it was made from. */
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
}
