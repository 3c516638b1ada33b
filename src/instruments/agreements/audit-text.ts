import { basename } from 'node:path'
import { coverageOf } from '../../engines/texts/coverage.ts'
import type { TextDocument } from '../../engines/texts/document.ts'
import { readAnyDocument } from '../../engines/texts/pdf.ts'
import type { Fault } from '../../kernel/fault.ts'
import type { Auditor } from './audit.ts'
import type { AuditedAgreement } from './audit-table.ts'
import { readPolicySpace } from './policy-space.ts'

/** A file on its way to the audit. */
export interface NamedText {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What an audit of several texts came to: the agreements in their order, and the files that were refused (`field`) with the reason. */
export interface AuditedTexts {
  readonly agreements: readonly AuditedAgreement[]
  readonly faults: readonly Fault[]
}

/** Audits one document: clauses, coverage, policy space. */
export const auditDocument = (document: TextDocument, auditor: Auditor): AuditedAgreement => {
  const { id, title, format, language, otherLanguages, hash } = document
  const coverage = coverageOf(document)
  const hits = auditor.audit(document)
  return {
    document: { id, ...(title !== undefined && { title }), format, language, otherLanguages, hash },
    coverage,
    hits,
    policySpace: readPolicySpace(hits, coverage),
  }
}

/** Reads and audits texts one after the other; one that cannot be read disturbs no other. */
export const auditInTurn = async (texts: readonly NamedText[], auditor: Auditor): Promise<AuditedTexts> => {
  const agreements: AuditedAgreement[] = []
  const faults: Fault[] = []
  for (const { name, bytes } of texts) {
    const document = await readAnyDocument(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    if (document.ok) agreements.push(auditDocument(document.value, auditor))
    else
      for (const fault of document.faults)
        faults.push({ ...fault, field: name, values: { ...fault.values, file: basename(name) } })
  }
  return { agreements, faults }
}
