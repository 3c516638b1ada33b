import {
  jsonText,
  LeftOutLog,
  openStudy,
  readStudyCall,
  repeatingCommand,
  type StudyCommand,
  studyNotes,
  studyRecord,
} from '../../engines/studies/index.ts'
import { accepted, notAccepted } from '../../kernel/result.ts'
import { identifierColumns, metadataLayouts, metadataRoles, sectorOf, sectors } from './columns.ts'
import { metadataCsv, metadataFindings } from './document.ts'
import { listedWorks } from './listed-works.ts'
import { worklistCsv } from './worklist.ts'

const own = { sector: { type: 'string' }, worklist: { type: 'string' } } as const

const rules = {
  headline:
    'rows with an identifier of the work, valid as it stands, that name a creator; in a list of creators alone, rows with a valid identifier of theirs',
  valid:
    'length, characters, prefix and check digit of the identifier; not whether it was given out or belongs to this work',
  repaired:
    'leading zeros put back where the only candidate of full length has an agreeing check digit; a decimal point with zeros behind it taken off; ' +
    'an ISBN-13 restored from the ISBN-10 of its row where the digits left agree; never completed from the mantissa of scientific notation',
  duplicates:
    'rows under one identifier, valid or repaired; in conflict where title or creator (for identifiers of creators: the name) differ but for case, accents and punctuation',
  traceability: 'a creator is named, the work has an identifier, and the creator has one; each valid or repaired',
  completeness: 'cells that say something; empty lists and words for nothing count as empty',
} as const

const limits = [
  'A check digit agrees by chance in one of ten or eleven wrong identifiers.',
  'An ISRC prefix is not an origin, and its year is the year of assignment.',
  'Gender is as the source states it; it is never guessed from names, and unknown is a value.',
]

/** `study metadata …`: what the identifiers and descriptions of a list of works or creators are worth. */
export const metadata: StudyCommand = async (words, watch) => {
  const call = readStudyCall(words, metadataRoles, own)
  if (!call.ok) return call
  const wanted = call.value.own.choice('sector', sectors)
  if (call.value.own.faults.length > 0) return notAccepted(...call.value.own.faults)
  const inputs = await openStudy(metadataRoles, metadataLayouts, call.value.files, call.value.layout, {
    watch,
    cache: call.value.cache,
  })
  if (!inputs.ok) return inputs
  const input = listedWorks(inputs.value.byRole.get('works')!)
  const useful = new Set<string>([...identifierColumns, 'title', 'creator'])
  if (!Object.keys(input.mapping).some((column) => useful.has(column)))
    return notAccepted({
      code: 'nothing-to-check',
      field: 'works',
      values: { name: input.file.name, found: input.file.header.slice(0, 30).join(', ') },
    })
  const sector = wanted ?? sectorOf(Object.keys(input.mapping))
  const leftOut = new LeftOutLog()
  leftOut.addRagged('works', input.table.ragged)
  const { findings, worklist } = metadataFindings(input, sector, call.value.spellings)
  const command = repeatingCommand('metadata', call.value, inputs.value, { sector }, false)
  const method = studyRecord('metadata', command, call.value, inputs.value, { rules, limits, resampling: null })
  const document = { ...findings, left_out: { rows: leftOut.list() }, method }
  const path = call.value.own.text('worklist')
  return accepted({
    text: call.value.format === 'json' ? jsonText(document) : metadataCsv(document),
    out: call.value.out,
    notes: studyNotes(inputs.value, leftOut, findings.countries?.unrecognised ?? []),
    ...(path === undefined ? {} : { also: [{ path, text: worklistCsv(worklist) }] }),
  })
}

export { metadata as command }
