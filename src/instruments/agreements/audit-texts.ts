import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { createAuditor } from './audit.ts'
import { type AuditedTexts, auditInTurn, type NamedText } from './audit-text.ts'

/** Below this many bytes a second thread costs more than it gains. */
const worthTwoThreads = 8_000_000

const workerFile = new URL(import.meta.url.endsWith('.ts') ? './audit-worker.ts' : './audit-worker.js', import.meta.url)

const auditElsewhere = (texts: readonly NamedText[]): Promise<AuditedTexts> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, {
      workerData: texts.map(({ name, bytes }) => ({ name, bytes: bytes.slice() })),
    })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`The audit's second thread ended with code ${code}.`))
    })
  })

/** Where the second half of the bytes begins. */
const middleOf = (texts: readonly NamedText[], total: number): number => {
  let before = 0
  return texts.findIndex(({ bytes }) => {
    before += bytes.length
    return before > total / 2
  })
}

/** Audits texts in their order, many of them on two threads at once. */
export const auditTexts = async (texts: readonly NamedText[]): Promise<AuditedTexts> => {
  const total = texts.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const auditor = createAuditor()
  if (total < worthTwoThreads || availableParallelism() < 2) return auditInTurn(texts, auditor)
  const middle = middleOf(texts, total)
  const [second, first] = await Promise.all([
    auditElsewhere(texts.slice(middle)),
    auditInTurn(texts.slice(0, middle), auditor),
  ])
  return {
    agreements: [...first.agreements, ...second.agreements],
    faults: [...first.faults, ...second.faults],
  }
}
