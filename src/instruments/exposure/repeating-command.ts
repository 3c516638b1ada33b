import {
  exactTitlesOnly,
  matchingWords,
  optionsWritten,
  optionWritten,
  ownColumns,
  pairsWritten,
} from '../../engines/studies/index.ts'
import { type ColumnMapping, type DataFile, separatorName } from '../../engines/tables/index.ts'
import { type Resampling, usualResampling } from './intervals.ts'
import { type ExposureLayout, noLayout } from './layouts.ts'
import type { ExposureStudyOptions } from './options.ts'

const separatorWord = (separator: string | undefined): string | undefined =>
  separator === undefined ? undefined : separatorName(separator)

/** The command line that makes the same document from the same two files. */
export const repeatingCommand = (
  options: ExposureStudyOptions,
  files: Readonly<Record<'exposures' | 'works', DataFile>>,
  layout: ExposureLayout | undefined,
  mappings: Readonly<Record<'exposures' | 'works', ColumnMapping>>,
  { replicates, seed, level }: Resampling,
): string =>
  [
    'open-roadmap study exposure',
    ...optionWritten('exposures', files.exposures.name),
    ...optionWritten('works', files.works.name),
    ...optionWritten('layout', layout?.id ?? (options.layout === noLayout ? noLayout : undefined)),
    ...pairsWritten('exposures-column', ownColumns(mappings.exposures, layout?.exposures)),
    ...pairsWritten('works-column', ownColumns(mappings.works, layout?.works)),
    ...optionWritten('exposures-encoding', options.exposures.encoding),
    ...optionWritten('works-encoding', options.works.encoding),
    ...optionWritten('exposures-separator', separatorWord(options.exposures.separator)),
    ...optionWritten('works-separator', separatorWord(options.works.separator)),
    ...pairsWritten('spelling', options.spellings ?? {}),
    ...optionWritten('dates', options.dates),
    ...optionWritten('country', options.countries === 'all' ? 'all' : options.countries.join(',')),
    ...optionsWritten(matchingWords(options.matching ?? exactTitlesOnly)),
    ...optionWritten('replicates', replicates),
    ...optionWritten('seed', seed),
    ...optionWritten('level', level === usualResampling.level ? undefined : level),
    '--format json',
  ].join(' ')
