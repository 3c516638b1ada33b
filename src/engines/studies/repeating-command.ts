import { separatorName } from '../tables/index.ts'
import { optionsWritten, optionWritten, ownColumns, pairsWritten } from './written-options.ts'
import { type StudyCall } from './study-arguments.ts'
import { noLayout, type StudyInputs } from './study-files.ts'

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
      ...parts.flatMap(({ file }) => optionWritten(role, file.name)),
      ...pairsWritten(`${role}-column`, ownColumns(mapping, inputs.layout?.files[role]?.columns)),
      ...optionWritten(`${role}-encoding`, given.encoding),
      ...optionWritten(`${role}-separator`, separator),
    ]
  })
  const { replicates, seed, level } = call.resampling
  return [
    `open-roadmap study ${study}`,
    ...files,
    ...optionWritten('layout', inputs.layout?.id ?? (call.layout === noLayout ? noLayout : undefined)),
    ...pairsWritten('spelling', call.spellings),
    ...optionsWritten(own),
    ...(hasIntervals
      ? [...optionWritten('replicates', replicates), ...optionWritten('seed', seed), ...optionWritten('level', level)]
      : []),
    '--format json',
  ].join(' ')
}
