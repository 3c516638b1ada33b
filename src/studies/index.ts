export type { StudyRoom } from './asking.tsx'
export type {
  Artefact,
  Saying,
  Shown,
  StudyDeclaration,
  StudyDocument,
  StudySetting,
  StudySurveyor,
  Survey,
} from './declaration.ts'
export { factsOf } from './evidence.ts'
export { makeStudyTables } from './migrations.ts'
export { settingsOf } from './resampling-settings.ts'
export { runSample } from './sample.ts'
export { getShown, readArtefact } from './shown.ts'
export type { Chosen, FinishedStudy, Headline, KeptFile, NotUsed, Period, StudyState } from './study.ts'
export { StudyFigure } from './study-figure.tsx'
export { studyInstrument } from './study-instrument.ts'
export {
  chartFrame,
  countryName,
  figureText,
  intervalText,
  numberText,
  periodText,
  rangeText,
  rankedRows,
  shareText,
} from './texts.ts'
