import { parentPort, workerData } from 'node:worker_threads'
import { createAuditor } from './audit.ts'
import { auditInTurn, type NamedText } from './audit-text.ts'

/** The second thread of an audit: gets texts, answers once. */
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(await auditInTurn(workerData as readonly NamedText[], createAuditor()))
