import type { ConventionFiles } from './convention-files.ts'
import type { Accession, Aspect, BeyondActivities, Paragraph, Part, QuestionLinks, SdgEntry, Source } from './item.ts'
import { type Findings, noFindings, openPage, type Page } from './page.ts'
import { readCodelist, readSdg, readSources, type WrittenCodelist } from './read-codelists.ts'
import { readGuidelinesPart } from './read-guidelines.ts'
import { readMonitoring, type WrittenMonitoring } from './read-monitoring.ts'
import { readAccessions, readKnownParties, readParties, type WrittenParty } from './read-parties.ts'
import { readReportForm, type WrittenReportForm } from './read-report-form.ts'
import { readRoadmap, type WrittenRoadmap } from './read-roadmap.ts'
import {
  type Placed,
  readActivityLinks,
  readAspects,
  readBeyondActivities,
  readQuestionLinks,
  type WrittenActivityLinks,
} from './read-spine.ts'

/** All of `convention/` as written: plain lists that survive JSON, ids not yet followed. */
export interface WrittenConvention {
  readonly sources: readonly Source[]
  readonly parts: readonly Part[]
  readonly paragraphs: readonly Paragraph[]
  readonly roadmap: WrittenRoadmap
  readonly monitoring: readonly WrittenMonitoring[]
  readonly reportForms: readonly WrittenReportForm[]
  readonly sdg: readonly SdgEntry[]
  readonly codelists: readonly WrittenCodelist[]
  readonly parties: readonly WrittenParty[]
  readonly accessions: readonly (readonly [string, Accession])[]
  readonly knownParties: readonly (readonly [string, string])[]
  readonly activityLinks: WrittenActivityLinks
  readonly beyond: readonly Placed<BeyondActivities>[]
  readonly questionLinks: readonly QuestionLinks[]
  readonly aspects: readonly Placed<Aspect>[]
}

const partyFiles = ['codelists/parties.yaml', 'codelists/fictional-parties.yaml']
const accessionsFile = 'codelists/accessions.yaml'
const knownPartiesFile = 'codelists/known-parties.yaml'
const notLists = new Set([...partyFiles, accessionsFile, knownPartiesFile])

/** Reads every file; faults are collected beside the data, never thrown. */
export const readWrittenConvention = (
  files: ConventionFiles,
): { readonly written: WrittenConvention; readonly findings: Findings } => {
  const findings = noFindings()
  const one = <Value>(path: string, read: (page: Page) => Value): Value => read(open(files, path, findings))
  const every = <Value>(folder: string, read: (page: Page) => Value): readonly Value[] =>
    pathsUnder(files, folder).map((path) => one(path, read))

  const guidelines = every('guidelines/', readGuidelinesPart)
  const listFiles = pathsUnder(files, 'codelists/').filter((path) => !notLists.has(path))
  const written: WrittenConvention = {
    sources: one('sources.yaml', readSources),
    parts: guidelines.map(({ part }) => part),
    paragraphs: guidelines.flatMap(({ paragraphs }) => paragraphs),
    roadmap: one(pathsUnder(files, 'roadmap/').at(-1) ?? 'roadmap/2019.yaml', readRoadmap),
    monitoring: every('monitoring/', readMonitoring),
    reportForms: every('report-forms/', readReportForm),
    sdg: one('sdg.yaml', readSdg),
    codelists: listFiles.map((path) => one(path, (page) => readCodelist(page, nameOf(path)))),
    parties: partyFiles.flatMap((path) => one(path, readParties)),
    accessions: one(accessionsFile, readAccessions),
    knownParties: one(knownPartiesFile, readKnownParties),
    activityLinks: one('spine/activities.yaml', readActivityLinks),
    beyond: one('spine/beyond-the-activities.yaml', readBeyondActivities),
    questionLinks: every('spine/report-', readQuestionLinks).flat(),
    aspects: every('spine/aspects-', readAspects).flat(),
  }
  return { written, findings }
}

const pathsUnder = (files: ConventionFiles, start: string): readonly string[] =>
  [...files.keys()].filter((path) => path.startsWith(start))

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length)

const open = (files: ConventionFiles, path: string, findings: Findings): Page => {
  const text = files.get(path)
  if (text === undefined) findings.faults.push({ code: 'no-file', file: path, line: 1, values: {} })
  const page = openPage(path, text ?? '', findings)
  return page
}
