import type { Kysely } from 'kysely'
import type { Framework } from '../framework/index.ts'
import type { Actor } from '../people/index.ts'
import { assembleReport, currentEdition } from './assemble.ts'
import { findReport, saySo, setPublished } from './store.ts'

const summary = `Meridia is a fictional Party; this summary is synthetic. Between 2023 and 2026 it adopted the Open Roadmap for music, film and publishing, drafted an act on the discoverability of local works, opened a fund for small digital enterprises, and measured for the first time how many local works reach the weekly charts.`

/** A first answer or two of the fictional Party; the rest the report drafts from the facts. Synthetic. */
export const sampleReport = async (
  tx: Kysely<unknown>,
  { party, now, framework, actor }: { party: string; now: Date; framework: Framework; actor: Actor },
): Promise<void> => {
  const edition = currentEdition(framework)
  const change = { actor, at: now }
  const report = await findReport(tx, actor, party, edition)
  const assembled = await assembleReport(tx, actor, framework, party, edition)
  if (!report || !assembled) return
  const questions = assembled.sections.flatMap((section) => section.questions.map(({ question }) => question))
  const executive = questions.find(({ id }) => id.endsWith('.executive-summary'))
  if (executive) await saySo(tx, change, report, { question: executive.id, language: 'en', text: summary, version: 0 })
  const declared = questions.find(({ kind, id }) => kind === 'yes-no' && id.includes('/4b.'))
  if (declared)
    await saySo(tx, change, report, {
      question: declared.id,
      answer: true,
      language: 'en',
      text: 'The constitution of Meridia names the freedom to create. (Synthetic; declared without a fact.)',
      version: 0,
    })
  await setPublished(tx, change, report, true)
}
