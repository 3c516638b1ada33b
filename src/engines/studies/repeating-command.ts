import { type ColumnMapping, separatorName } from '../tables/index.ts'
import { type StudyCall } from './study-arguments.ts'
import { noLayout, type StudyInputs } from './study-files.ts'

/** One argument as a POSIX shell reads it back. */
const quoted = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)

const option = (name: string, value: string | number | undefined): string[] =>
  value === undefined ? [] : [`--${name}`, quoted(String(value))]

const pairs = (name: string, map: Readonly<Record<string, string>>): string[] =>
  Object.entries(map).flatMap(([key, value]) => option(name, `${key}=${value}`))

const ownColumns = (mapping: ColumnMapping, layout: ColumnMapping | undefined): ColumnMapping =>
  Object.fromEntries(Object.entries(mapping).filter(([key, column]) => layout?.[key] !== column))

/**
 * The command line that makes the same document from the same files: everything chosen or found is written out, `own` being the study's
 * options as they were settled (undefined ones are left out, lists given one by one); seed and replicates only where the study draws intervals.
 */
export const repeatingCommand = (
  study: string,
  call: StudyCall,
  inputs: StudyInputs,
  own: Readonly<Record<string, string | number | readonly string[] | undefined>>,
  hasIntervals = true,
): string => {
  const files = [...inputs.byRole].flatMap(([role, { parts, mapping }]) => {
    const given = call.files[role]!
    const separator = given.separator === undefined ? undefined : separatorName(given.separator)
    return [
      ...parts.flatMap(({ file }) => option(role, file.name)),
      ...pairs(`${role}-column`, ownColumns(mapping, inputs.layout?.files[role]?.columns)),
      ...option(`${role}-encoding`, given.encoding),
      ...option(`${role}-separator`, separator),
    ]
  })
  const { replicates, seed, level } = call.resampling
  return [
    `open-roadmap study ${study}`,
    ...files,
    ...option('layout', inputs.layout?.id ?? (call.layout === noLayout ? noLayout : undefined)),
    ...pairs('spelling', call.spellings),
    ...Object.entries(own).flatMap(([name, value]) => [value].flat().flatMap((one) => option(name, one))),
    ...(hasIntervals ? [...option('replicates', replicates), ...option('seed', seed), ...option('level', level)] : []),
    '--format json',
  ].join(' ')
}
