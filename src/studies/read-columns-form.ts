import { lineIdentifier, noLayout, type StudyLayout } from '../engines/studies/index.ts'
import {
  type ColumnMapping,
  checkMapping,
  encodings,
  type FileHints,
  openDataFile,
  separatorOf,
} from '../engines/tables/index.ts'
import type { Fault } from '../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../kernel/result.ts'
import type { StoredFiles } from '../platform/files/stored-files.ts'
import type { SubmittedForm } from '../platform/http/submitted-form.ts'
import type { StudyDeclaration, StudyDocument } from './declaration.ts'
import type { Study, StudyChoices } from './draft.ts'
import { keptFile } from './kept-file.ts'
import { proposedMappings } from './match-files.ts'
import type { KeptFile } from './study.ts'

type Declared = Pick<StudyDeclaration<StudyDocument>, 'roles' | 'layouts'>

/** Separators a person can choose, by their words in the command. */
export const separatorWords = ['tab', 'comma', 'semicolon', 'pipe'] as const

export const layoutOf = ({ layouts }: Declared, { layout }: StudyChoices): StudyLayout | undefined =>
  layouts.find(({ id }) => id === layout)

const mappingIn = (form: SubmittedForm, role: string, names: readonly string[], { header }: KeptFile): ColumnMapping =>
  Object.fromEntries(
    names
      .map((name) => [name, form.text(`${role}.${name}`)] as const)
      .filter(([, column]) => column === lineIdentifier || header.includes(column)),
  )

/** What was chosen in the form of the columns. */
export const choicesIn = (declared: Declared, { files, choices }: Study, form: SubmittedForm): StudyChoices => {
  const given = declared.roles.filter(({ name }) => files[name])
  const known = declared.layouts.find(({ id }) => id === form.text('layout'))
  return {
    ...choices,
    layout: known?.id ?? noLayout,
    mappings: Object.fromEntries(
      given.map(({ name, columns }) => [
        name,
        mappingIn(
          form,
          name,
          columns.map((column) => column.name),
          files[name]!,
        ),
      ]),
    ),
    encodings: Object.fromEntries(
      given.flatMap(({ name }) => {
        const encoding = encodings.find((each) => each === form.text(`${name}-encoding`))
        return encoding === undefined ? [] : [[name, encoding] as const]
      }),
    ),
    separators: Object.fromEntries(
      given.flatMap(({ name }) => {
        const word = separatorWords.find((each) => each === form.text(`${name}-separator`))
        return word === undefined ? [] : [[name, separatorOf(word)] as const]
      }),
    ),
  }
}

/** Whether a file is to be read in another way than before: other characters, another separator, another layout. */
export const isReadAnew = (before: StudyChoices, after: StudyChoices, role: string): boolean =>
  before.layout !== after.layout ||
  before.encodings[role] !== after.encodings[role] ||
  before.separators[role] !== after.separators[role]

const hintsOf = (choices: StudyChoices, layout: StudyLayout | undefined, role: string, name: string): FileHints => {
  const known = layout?.files[role]
  const [encoding, separator] = [choices.encodings[role], choices.separators[role] ?? known?.separator]
  return {
    name,
    ...(encoding === undefined ? {} : { encoding }),
    ...(separator === undefined ? {} : { separator }),
    ...(known?.names === undefined ? {} : { names: known.names }),
    ...(known?.unquoted ? { unquoted: true } : {}),
  }
}

/** The files read as the choices say; with another layout or other columns the mapping is proposed anew. */
export const readAnew = async (
  declared: Declared,
  before: Study,
  choices: StudyChoices,
  store: Pick<StoredFiles, 'pathOf'>,
): Promise<Result<Pick<Study, 'files' | 'choices'>, Fault>> => {
  const layout = layoutOf(declared, choices)
  const files: Record<string, KeptFile> = { ...before.files }
  const faults: Fault[] = []
  for (const [role, { sha256, name }] of Object.entries(before.files)) {
    if (!isReadAnew(before.choices, choices, role)) continue
    const opened = await openDataFile(store.pathOf(sha256), hintsOf(choices, layout, role, name))
    if (opened.ok) files[role] = keptFile(opened.value)
    else faults.push(...opened.faults.map((fault) => ({ ...fault, field: role })))
  }
  if (faults.length > 0) return notAccepted(...faults)
  const proposed = proposedMappings(declared.roles, layout, files)
  const isOther = (role: string) =>
    before.choices.layout !== choices.layout || files[role]!.header.join('\n') !== before.files[role]!.header.join('\n')
  const mappings = Object.fromEntries(
    Object.keys(files).map((role) => [role, (isOther(role) ? proposed : choices.mappings)[role] ?? {}]),
  )
  return accepted({ files, choices: { ...choices, mappings } })
}

/** Columns that are needed and not chosen, and columns chosen for two things. */
export const mappingFaults = (declared: Declared, { files, choices }: Pick<Study, 'files' | 'choices'>): Fault[] =>
  declared.roles.flatMap((role) => {
    const file = files[role.name]
    if (!file) return []
    const mapping = choices.mappings[role.name] ?? {}
    const checked = checkMapping(mapping, role.columns, file.name)
    const chosen = Object.entries(mapping)
    const twice = chosen.filter(([, column], at) => chosen.findIndex(([, other]) => other === column) < at)
    return [
      ...(checked.ok ? [] : checked.faults),
      ...twice.map(([field, found]) => ({ code: 'column-twice', field, values: { found } })),
    ].map((fault) => ({ ...fault, field: `${role.name}.${fault.field}` }))
  })
