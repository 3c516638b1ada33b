import { noLayout, type StudyLayout } from '../engines/studies/index.ts'
import { type ColumnMapping, separatorName } from '../engines/tables/index.ts'
import type { StudyDeclaration, StudyDocument } from './declaration.ts'
import type { Study } from './draft.ts'

type Declared = Pick<StudyDeclaration<StudyDocument>, 'artefacts' | 'layouts'>

const isSame = (one: ColumnMapping, other: ColumnMapping): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([key, column]) => other[key] === column)

/** Whether the files of a layout have no header line of their own, so that their columns are known by the layout alone. */
export const isHeadless = ({ files }: StudyLayout, role?: string): boolean =>
  role === undefined ? Object.values(files).some(({ names }) => names) : files[role]?.names !== undefined

/**
 * The layout as the command is told it: the one chosen where its columns are exactly those chosen or its files have no header,
 * else none at all, so that what a person took out stays out.
 */
const toldLayout = ({ layouts }: Declared, { choices, files }: Pick<Study, 'choices' | 'files'>) => {
  const layout = layouts.find(({ id }) => id === choices.layout)
  if (!layout) return undefined
  const isKept = Object.keys(files).every((role) =>
    isSame(layout.files[role]?.columns ?? {}, choices.mappings[role] ?? {}),
  )
  return isKept || isHeadless(layout) ? layout : undefined
}

/**
 * The words after `study <name>` that work a draft out over its stored files. The files go by the names their owner gave them, so that
 * the command in the record is the one its owner can run again.
 */
export const commandWords = (
  declaration: Declared,
  study: Pick<Study, 'choices' | 'files'>,
  pathOf: (sha256: string) => string,
): readonly string[] => {
  const { choices, files } = study
  const layout = toldLayout(declaration, study)
  const ofFiles = Object.entries(files).flatMap(([role, { sha256, name }]) => {
    const known = layout?.files[role]?.columns ?? {}
    const own = Object.entries(choices.mappings[role] ?? {}).filter(([column, chosen]) => known[column] !== chosen)
    const [encoding, separator] = [choices.encodings[role], choices.separators[role]]
    return [
      `--${role}=${pathOf(sha256)}`,
      `--${role}-name=${name}`,
      ...own.map(([column, chosen]) => `--${role}-column=${column}=${chosen}`),
      ...(encoding === undefined ? [] : [`--${role}-encoding=${encoding}`]),
      ...(separator === undefined ? [] : [`--${role}-separator=${separatorName(separator)}`]),
    ]
  })
  return [
    ...ofFiles,
    ...(declaration.layouts.length > 0 ? [`--layout=${layout?.id ?? noLayout}`] : []),
    ...Object.entries(choices.spellings).map(([spelling, code]) => `--spelling=${spelling}=${code}`),
    ...Object.entries(choices.settings).flatMap(([name, values]) => values.map((value) => `--${name}=${value}`)),
    ...declaration.artefacts.map(({ option, file }) => `--${option}=${file}`),
    '--format=json',
  ]
}
