import { parseAst } from 'vitest/node'

/** A file of the tree as the rules see it. Paths are below the checkout, with slashes. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

export interface Import {
  /** As written: `../kernel/day.ts`, `node:fs`. */
  readonly specifier: string
  readonly line: number
  readonly names: readonly string[]
}

export interface Use {
  /** As a reader would name it: `process.env`, `new Date()`. */
  readonly name: string
  readonly line: number
}

export interface ReadFile {
  readonly imports: readonly Import[]
  readonly uses: readonly Use[]
}

interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

function* nodesOf(node: Node): Generator<Node> {
  yield node
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child)
}

const textOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined

const nameOf = (node: unknown): string | undefined => {
  if (!isNode(node)) return undefined
  if (node.type === 'Identifier') return String(node['name'])
  return textOf(node)
}

const importing = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
])

const namesIn = (node: Node): readonly string[] => {
  const specifiers = Array.isArray(node['specifiers']) ? node['specifiers'].filter(isNode) : []
  return specifiers.flatMap((specifier) => nameOf(specifier['imported'] ?? specifier['local']) ?? [])
}

/** A path that is only known when the program runs: no rule can follow it, so it is a fault of its own. */
export const unreadable = 'a path worked out while the program runs'

const importOf = (node: Node): Omit<Import, 'line'> | undefined => {
  if (node.type === 'TSExternalModuleReference')
    return { specifier: textOf(node['expression']) ?? unreadable, names: [] }
  if (!importing.has(node.type)) return undefined
  if (node['source'] === null || node['source'] === undefined) return undefined
  return { specifier: textOf(node['source']) ?? unreadable, names: namesIn(node) }
}

const members = new Set([
  'process.env',
  'Date.now',
  'Math.random',
  'Temporal.Now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
])

const useOf = (node: Node): string | undefined => {
  if (node.type === 'MemberExpression') {
    const name = `${nameOf(node['object']) ?? ''}.${nameOf(node['property']) ?? ''}`.replace(/^globalThis\./, '')
    return members.has(name) ? name : undefined
  }
  const isDate =
    nameOf(node['callee']) === 'Date' && (node['arguments'] as readonly unknown[] | undefined)?.length === 0
  if (isDate && node.type === 'NewExpression') return 'new Date()'
  return isDate && node.type === 'CallExpression' ? 'Date()' : undefined
}

const randomNames = new Set(['randomUUID', 'randomBytes', 'randomInt', 'getRandomValues', 'generateRandomString'])

/** Reads imports (types, re-exports and `import()` included) and uses of the outside world with a real parser. */
export const readSource = ({ path, text }: SourceFile): ReadFile => {
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  const program = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node
  const imports: Import[] = []
  const uses: Use[] = []
  for (const node of nodesOf(program)) {
    const found = importOf(node)
    const line = lineAt(node.start)
    if (found) {
      imports.push({ ...found, line })
      for (const name of found.names) if (randomNames.has(name)) uses.push({ name, line })
    }
    const use = useOf(node)
    if (use !== undefined) uses.push({ name: use, line })
  }
  return { imports, uses }
}
