export type {
  Artefact,
  Saying,
  Shown,
  StudyDeclaration,
  StudyDocument,
  StudySetting,
} from './declaration.ts'
export type { Chosen, FinishedStudy, Headline, KeptFile, NotUsed, Period, StudyState } from './study.ts'
