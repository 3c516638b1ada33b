import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { packageRoot } from '../../kernel/package-root.ts'

/** One example of a component as govuk-frontend publishes it: the options of its macro and the HTML they give. */
export interface Fixture {
  readonly name: string
  readonly options: Options
  readonly html: string
}

export type Options = Readonly<Record<string, unknown>>

/** The published examples of one component. */
export const readFixtures = (component: string): readonly Fixture[] => {
  const path = join(packageRoot, 'node_modules/govuk-frontend/dist/govuk/components', component, 'fixtures.json')
  return (JSON.parse(readFileSync(path, 'utf8')) as { fixtures: readonly Fixture[] }).fixtures
}

const isRecord = (value: unknown): value is Options =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every option a fixture sets, as a path: `items[].hint.text`. Falsy rows of a list are skipped, as the macros do. */
export const optionPaths = (value: unknown, path = ''): readonly string[] => {
  if (Array.isArray(value)) return value.filter(Boolean).flatMap((entry) => optionPaths(entry, `${path}[]`))
  if (isRecord(value) && Object.keys(value).length > 0)
    return Object.entries(value).flatMap(([key, entry]) => optionPaths(entry, path ? `${path}.${key}` : key))
  return path ? [path] : []
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ')

/** The little of a DOM node that the outline needs. */
interface Markup {
  readonly nodeType: number
  readonly textContent: string | null
  readonly tagName?: string
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>
  readonly childNodes: Iterable<Markup>
}

const outline = (node: Markup, depth: number): readonly string[] => {
  const indent = '  '.repeat(depth)
  if (node.nodeType === 3) {
    const text = squeezed(node.textContent ?? '').trim()
    return text ? [`${indent}${text}`] : []
  }
  if (node.nodeType !== 1) return []
  const attributes = [...(node.attributes ?? [])]
    .map(
      ({ name, value }) => `${name}="${name === 'class' ? squeezed(value).trim().split(' ').sort().join(' ') : value}"`,
    )
    .sort()
  return [
    `${indent}<${[node.tagName?.toLowerCase(), ...attributes].join(' ')}>`,
    ...[...node.childNodes].flatMap((child) => outline(child, depth + 1)),
  ]
}

/** HTML as an indented outline in which order of attributes, of classes and white space no longer matter. */
export const outlineOf = (html: string): string => {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  return [...document.body.childNodes].flatMap((node) => outline(node as unknown as Markup, 0)).join('\n')
}
