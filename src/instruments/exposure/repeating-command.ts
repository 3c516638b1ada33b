import { exactTitlesOnly, matchingWords } from '../../engines/studies/index.ts'
import { type ColumnMapping, type DataFile, separatorName } from '../../engines/tables/index.ts'
import { type Resampling, usualResampling } from './intervals.ts'
import { type ExposureLayout, noLayout } from './layouts.ts'
import type { ExposureStudyOptions } from './options.ts'

/** One argument as a POSIX shell reads it back. */
const quoted = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)

const option = (name: string, value: string | number | undefined): string[] =>
  value === undefined ? [] : [`--${name}`, quoted(String(value))]

const pairs = (name: string, map: Readonly<Record<string, string>>): string[] =>
  Object.entries(map).flatMap(([key, value]) => option(name, `${key}=${value}`))

/** The columns that were not taken from the layout. */
const ownColumns = (mapping: ColumnMapping, layout: ColumnMapping | undefined): ColumnMapping =>
  Object.fromEntries(Object.entries(mapping).filter(([key, column]) => layout?.[key] !== column))

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
    ...option('exposures', files.exposures.name),
    ...option('works', files.works.name),
    ...option('layout', layout?.id ?? (options.layout === noLayout ? noLayout : undefined)),
    ...pairs('exposures-column', ownColumns(mappings.exposures, layout?.exposures)),
    ...pairs('works-column', ownColumns(mappings.works, layout?.works)),
    ...option('exposures-encoding', options.exposures.encoding),
    ...option('works-encoding', options.works.encoding),
    ...option('exposures-separator', separatorWord(options.exposures.separator)),
    ...option('works-separator', separatorWord(options.works.separator)),
    ...pairs('spelling', options.spellings ?? {}),
    ...option('dates', options.dates),
    ...option('country', options.countries === 'all' ? 'all' : options.countries.join(',')),
    ...Object.entries(matchingWords(options.matching ?? exactTitlesOnly)).flatMap(([name, value]) =>
      [value].flat().flatMap((one) => option(name, one)),
    ),
    ...option('replicates', replicates),
    ...option('seed', seed),
    ...option('level', level === usualResampling.level ? undefined : level),
    '--format json',
  ].join(' ')
