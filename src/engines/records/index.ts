export { csvStream, exportCells, exportHeadings } from './export-records.ts'
export { HistoryTable } from './history-view.tsx'
export { type ImportMapping, type ImportPreset, guessColumns, targetsOf } from './import-mapping.ts'
export { ImportMappingForm, readMapping } from './import-mapping-view.tsx'
export { ImportPreview, ImportResult, reportCounts } from './import-report-view.tsx'
export { ImportStart } from './import-start-view.tsx'
export { checkImport, type ImportGiven, type ImportReport, mostImportRows, runImport } from './import-run.ts'
export {
  createImport,
  findSavedMapping,
  getImport,
  type ImportRecord,
  listImports,
  saveMapping,
  stepImport,
} from './import-store.ts'
export { RegisterList, StateTag } from './list-view.tsx'
export { listLimit, readListWish, visibleStates } from './list-wish.ts'
export { registerTables } from './migrations.ts'
export {
  countStates,
  eachRecord,
  hasRecords,
  type ListPage,
  listRecords,
  type ListWish,
  type SortOrder,
} from './record-list.ts'
export { keyOf } from './record-row.ts'
export {
  type Change,
  createRecord,
  findRecord,
  findRecordByKey,
  getRecord,
  type NewRecord,
  type Saved,
  updateRecord,
} from './record-store.ts'
export {
  ConflictView,
  decimalOf,
  fieldsNamed,
  KeyInput,
  openedForm,
  RecordFaults,
  RecordForm,
  RecordSections,
  sectionTitle,
} from './record-view.tsx'
export {
  fieldsOf,
  getField,
  type RecordState,
  recordStates,
  type Register,
  type RegisterRecord,
  type Section,
} from './register.ts'
export { findMappingFault, proposeMapping } from './propose-mapping.ts'
export { openView, recordFaultText, type RegisterView, targetLabel, type ViewPage } from './view-context.ts'
export { words as recordWords } from './words/words.generated.ts'
