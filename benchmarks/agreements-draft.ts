import { readFile } from 'node:fs/promises'
import { readTar } from '../src/engines/texts/archive.ts'
import { withoutMarkup } from '../src/engines/texts/markup.ts'
import { readDraft } from '../src/instruments/agreements/draft.ts'
import { findPractice } from '../src/instruments/agreements/drafts.ts'
import { readText } from '../src/instruments/agreements/take-texts.ts'
import { missing, sharedFile } from '../test/shared-files.ts'
import { archive, openAgreementsHouse } from './agreements-house.ts'

/**
 * The check of a draft of 300 pages (3 000 characters each, wording of real agreements under numbered headings) against the practice
 * of a Party that keeps 450 agreements: text to articles to clauses, then policy space, own practice, others' and the nearest wordings.
 */
const [pages, charactersAPage] = [300, 3000]

const articlesIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<article [^>]*>([^]*?)<\/article>/g)].map((match) => withoutMarkup(match[1] ?? ''))

const writeDraft = async (): Promise<Buffer> => {
  const texts = readTar(await readFile(sharedFile(...archive))).filter(({ name }) =>
    /pta_(?:145|159|392|449)\.xml$/.test(name),
  )
  let draft = 'Draft Agreement\n\n'
  let number = 0
  for (const wording of texts.flatMap(({ bytes }) => articlesIn(Buffer.from(bytes).toString('utf8')))) {
    if (draft.length >= pages * charactersAPage) break
    number += 1
    draft += `Article ${number}\n\n${wording.trim()}\n\n`
  }
  return Buffer.from(draft.slice(0, pages * charactersAPage))
}

const measure = async (): Promise<Record<string, unknown>> => {
  const house = await openAgreementsHouse()
  try {
    const bytes = await writeDraft()
    const begun = performance.now()
    const read = await readText({ name: 'draft.txt', bytes })
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    const { document, audited } = read.value
    const audit_seconds = Math.round(performance.now() - begun) / 1000
    const { db, actor, party } = house
    const findings = { language: document.language, coverage: audited.coverage, hits: audited.hits }
    const reading = readDraft(findings, await findPractice({ db, actor, party }))
    const seconds = Math.round(performance.now() - begun) / 1000
    return {
      pages: bytes.length / charactersAPage,
      articles: document.nodes.length,
      clauses: audited.hits.length,
      lines: reading.lines.length,
      audit_seconds,
      seconds,
    }
  } finally {
    await house.close()
  }
}

const outcome = missing(...archive) ? { skipped: 'the agreements are not here' } : await measure()
process.stdout.write(`${JSON.stringify({ benchmark: 'agreements-draft', ...outcome })}\n`)
