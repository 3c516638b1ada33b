export { type CountryEntries, CountryPlaces, countryEntries, type UnrecognisedSpelling } from './country-column.ts'
export { type CountryList, countryLists } from './country-lists.ts'
export { type CountCell, type CountFault, countCells, largestCount } from './counts-column.ts'
export { LeftOutLog, type LeftOutRows } from './left-out.ts'
export { type Cell, csvText } from './long-csv.ts'
export { type FileRecord, type InputRecord, type StudyRecord, studyRecord } from './record.ts'
export { repeatingCommand } from './repeating-command.ts'
export { type IntervalRecord, type Resampling, resamplingFaults, usualResampling } from './resampling.ts'
export { exposuresRole, readSlots, type Slots } from './slots.ts'
export { hiddenCells, leastPersons, shownLabels } from './small-cells.ts'
export { type ArgumentReader, readStudyCall, type StudyCall } from './study-arguments.ts'
export { jsonText, type StudyCommand, type StudyOutcome, type StudyWatch, studyNotes } from './study-command.ts'
export {
  type FileRole,
  findColumn,
  getColumn,
  type LayoutFile,
  lineIdentifier,
  noLayout,
  openStudy,
  type StudyFile,
  type StudyInput,
  type StudyInputs,
  type StudyLayout,
  type StudyPart,
  type StudyReading,
} from './study-files.ts'
export { readUsage, type Usage } from './usage.ts'
export { playsRole, usageLayouts, usageRoles, usersRole, worksRole } from './usage-roles.ts'
export { readWorksByTitle, type TitledWork, titleKey, type WorksByTitle } from './works-by-title.ts'
export { type MatchedTitle, type MatchingRecord, matchSlots, proposalsCsv } from './works-by-title-matching.ts'
export {
  exactTitlesOnly,
  type MatchDecision,
  type MatchingRules,
  matchingOptions,
  matchingRule,
  matchingWords,
  readMatchingRules,
} from './works-by-title-rules.ts'
export { optionsWritten, optionWritten, ownColumns, pairsWritten } from './written-options.ts'
