export { countryCodes, countryLookup, findCountrySuggestion, foldName, type NormaliseCountry } from './country-codes.ts'
export { type DataFile, type FileHints, openDataFile } from './data-file.ts'
export { type DayOrder, type DayReading, findPosition, readDays } from './days.ts'
export { separatorName, separatorOf } from './dialect.ts'
export { type Encoding, encodings } from './encoding.ts'
export { joinTables, linesBefore } from './join-tables.ts'
export { type ReadingCache, usualCacheBytes } from './kept/reading-cache.ts'
export { type NormaliseLanguage, normaliseLanguage } from './language-codes.ts'
export { listItems } from './list-cell.ts'
export { type CanonicalColumn, type ColumnMapping, checkMapping, isLayoutOf, proposeMapping } from './mapping.ts'
export {
  type DecidedPair,
  type Decisions,
  leastConfidence,
  type MatchStanding,
  matchTitles,
  readDecidedPairs,
  type TitleMatch,
  titleConfidence,
  titleIndex,
  withDecidedPairs,
} from './matching/index.ts'
export type { PlaysOnDisk, ReadPlays } from './parquet/kept-plays.ts'
export { readPlaysInBlocks } from './parquet/plays-in-blocks.ts'
export { readPlaysByUser } from './parquet/read-plays.ts'
export type { PlaysColumns, PlaysReading } from './parquet/receive-plays.ts'
export { type ReadingLimits, usualReadingLimits } from './parquet/wish.ts'
export { type ColumnsWanted, type ReadProgress, readTable } from './read-table.ts'
export {
  type CodedColumn,
  type Column,
  getCoded,
  getNumbers,
  type NumberColumn,
  type RaggedRows,
  type Table,
} from './table.ts'
export { readWorkbook, type WorkbookSheet } from './workbook.ts'
