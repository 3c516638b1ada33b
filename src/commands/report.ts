import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { findParty } from '../people/index.ts'
import { systemClock } from '../platform/clock/clock.ts'
import { silentLog } from '../platform/log/log.ts'
import { assembleReport, type ReportFormat, reportFile, reportFormats } from '../report/index.ts'
import { openHouse } from './open-house.ts'
import { findTextOf, refuse, speak, t, terminalLanguage } from './speak.ts'

const isFormat = (text: string): text is ReportFormat => (reportFormats as readonly string[]).includes(text)

/** `open-roadmap report --party XA --edition 2019 --out FILE`: the format is told by the file's ending. */
export const reportCommand = async (words: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      party: { type: 'string' },
      edition: { type: 'string', default: '2019' },
      out: { type: 'string' },
      language: { type: 'string' },
    },
  })
  const format = extname(values.out ?? '').slice(1)
  if (values.party === undefined || values.out === undefined || !isFormat(format))
    return refuse([{ code: 'report.usage' }], [], 2)
  const house = await openHouse({ log: silentLog })
  try {
    const party = values.party.toUpperCase()
    if (!(await findParty(house.db, party))) return refuse([{ code: 'no-party', values: { party } }], [], 5)
    const { framework } = house
    const assembled = await assembleReport(house.db, house.actor, framework, party, values.edition)
    if (!assembled)
      return refuse(
        [
          {
            code: 'report.no-edition',
            values: { edition: values.edition, editions: [...framework.reportForms.keys()].join(', ') },
          },
        ],
        [],
        5,
      )
    const locale = values.language ?? terminalLanguage()
    const file = await reportFile({ framework, locale, findText: findTextOf, now: systemClock() }, assembled, format)
    await writeFile(values.out, file.body)
    speak.say(t('report.done', { file: values.out }))
    return 0
  } finally {
    await house.close()
  }
}
