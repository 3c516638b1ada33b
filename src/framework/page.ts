import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import type { FaultCode, FrameworkFault } from './framework-error.ts'

/** An id met in the data that must exist, as one of `kinds`, once everything has been read. */
export interface Reference {
  readonly id: string
  readonly kinds: readonly ItemKind[]
  readonly file: string
  readonly line: number
}

export type ItemKind =
  | 'source'
  | 'paragraph'
  | 'part'
  | 'output'
  | 'activity'
  | 'goal'
  | 'area'
  | 'indicator'
  | 'verification'
  | 'section'
  | 'question'
  | 'sdg'
  | 'codelist'
  | 'code'
  | 'party'
  | 'aspect'

/** An id that the data declares, and where. */
export interface Declaration {
  readonly id: string
  readonly kind: ItemKind
  readonly file: string
  readonly line: number
}

/** What reading leaves behind besides the data: faults, declared ids and ids referred to. */
export interface Findings {
  readonly faults: FrameworkFault[]
  readonly references: Reference[]
  readonly declarations: Declaration[]
}

export const noFindings = (): Findings => ({ faults: [], references: [], declarations: [] })

/** One YAML file while it is read; positions are lines counted from 1. */
export interface Page {
  readonly file: string
  readonly root: Node | null
  readonly findings: Findings
  readonly lineOf: (node: Node | null | undefined) => number
  readonly complain: (code: FaultCode, line: number, values?: Record<string, string>) => void
}

/** Parses one file; what is not YAML becomes a fault with its line and an empty page. */
export const openPage = (file: string, text: string, findings: Findings): Page => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  const complain: Page['complain'] = (code, line, values = {}) => {
    findings.faults.push({ code, file, line, values })
  }
  for (const error of document.errors) {
    complain('not-yaml', lineAt(error.pos[0]), { reason: error.message.split('\n')[0] ?? error.code })
  }
  const root = document.errors.length === 0 ? document.contents : null
  return { file, root, findings, complain, lineOf: (node) => lineAt(node?.range?.[0] ?? 0) }
}

/** Typed access to the keys of one YAML mapping; `done` complains about keys that nobody asked for. */
export interface Fields {
  readonly page: Page
  readonly line: number
  readonly has: (key: string) => boolean
  readonly lineOf: (key: string) => number
  readonly node: (key: string) => Node | undefined
  readonly complain: (code: FaultCode, key: string, values?: Record<string, string>) => void
  readonly done: () => void
}

const isNode = (value: unknown): value is Node => isMap(value) || isSeq(value) || isScalar(value)

/** Opens a mapping; a node of another shape gives a fault and an empty set of fields. */
export const fieldsOf = (page: Page, node: Node | null | undefined): Fields => {
  const pairs = new Map<string, { line: number; value: Node | undefined }>()
  const asked = new Set<string>()
  if (isMap(node)) collectPairs(page, node, pairs)
  else if (page.root !== null) page.complain('not-a-mapping', page.lineOf(node))
  const line = page.lineOf(node)
  const lineOf = (key: string) => pairs.get(key)?.line ?? line
  return {
    page,
    line,
    lineOf,
    has: (key) => {
      asked.add(key)
      return pairs.has(key)
    },
    node: (key) => {
      asked.add(key)
      return pairs.get(key)?.value
    },
    complain: (code, key, values = {}) => page.complain(code, lineOf(key), { key, ...values }),
    done: () => {
      for (const [key, pair] of pairs) {
        if (!asked.has(key)) page.complain('unknown-key', pair.line, { key, allowed: [...asked].sort().join(', ') })
      }
    },
  }
}

const collectPairs = (page: Page, map: YAMLMap, into: Map<string, { line: number; value: Node | undefined }>) => {
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue
    into.set(String(key.value), { line: page.lineOf(key), value: isNode(value) ? value : undefined })
  }
}
