import { posix } from 'node:path'
import { type Import, readSource, type SourceFile, unreadable } from './source-file.ts'

/** The rules of the house as data; `layers.ts` is the house's own. */
export interface Rules {
  readonly layers: Readonly<Record<string, readonly string[]>>
  readonly domainRooms: readonly string[]
  readonly roomsOfSlices: readonly string[]
  readonly composition: Readonly<Record<string, readonly string[]>>
  readonly sideDoors: Readonly<Record<string, { readonly for: string; readonly reason: string }>>
  readonly forbiddenFolders: readonly string[]
  readonly outsideWorld: string
  readonly outsideWorldExceptions: Readonly<Record<string, string>>
  /** Files that import what data name, with the reason. */
  readonly computedImports?: Readonly<Record<string, string>>
  readonly longestSource: number
  readonly longestTest: number
  readonly longFiles: Readonly<Record<string, string>>
}

const isTest = (path: string): boolean => /\.test\.tsx?$|-for-tests\.tsx?$/.test(path)
const isGenerated = (path: string): boolean => path.includes('.generated.')
const isCode = (path: string): boolean => /\.tsx?$/.test(path) && !path.endsWith('.d.ts')

/** Below `src/`: `people/page.ts`; nothing for a file elsewhere. */
const inSource = (path: string): string | undefined => (path.startsWith('src/') ? path.slice(4) : undefined)

const roomOf = (inside: string): string => inside.split('/')[0] ?? ''

/** The slice of a room of slices: `exposure` for `instruments/exposure/index.ts`; nothing for `instruments/index.ts`. */
const sliceOf = (inside: string, rules: Rules): string | undefined => {
  const [room = '', slice, rest] = inside.split('/')
  return rules.roomsOfSlices.includes(room) && rest !== undefined ? slice : undefined
}

/** The file an import means, below the checkout; nothing for packages. */
const targetOf = (from: string, { specifier }: Import): string | undefined =>
  specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier)) : undefined

const doorFault = (fromRoom: string, to: string, rules: Rules): string | undefined => {
  const room = roomOf(to)
  const slice = sliceOf(to, rules)
  if (!rules.domainRooms.includes(room) && slice === undefined) return undefined
  const door = slice === undefined ? `${room}/index.ts` : `${room}/${slice}/index.ts`
  if (to === door || rules.sideDoors[to]?.for === fromRoom) return undefined
  return `enters ${posix.dirname(door)} by ${to} instead of its index.ts`
}

const sliceFault = (from: string, to: string, rules: Rules): string | undefined => {
  const [own, other] = [sliceOf(from, rules), sliceOf(to, rules)]
  if (own === undefined)
    return other === undefined || from === `${roomOf(from)}/index.ts` ? undefined : `knows the slice ${other}`
  if (other !== undefined) return `knows ${other}, another slice of ${roomOf(from)}`
  return to === `${roomOf(to)}/index.ts` ? `knows the list it stands in, ${to}` : undefined
}

const directionFault = (from: string, to: string, rules: Rules): string | undefined => {
  const [fromRoom, toRoom] = [roomOf(from), roomOf(to)]
  if (fromRoom === toRoom) return sliceOf(from, rules) === sliceOf(to, rules) ? undefined : sliceFault(from, to, rules)
  const importers = rules.composition[toRoom]
  if (importers) return importers.includes(fromRoom) ? undefined : `imports ${to}, which composes the house`
  if (fromRoom in rules.composition) return doorFault(fromRoom, to, rules)
  if (!rules.layers[fromRoom]?.includes(toRoom)) return `${fromRoom} may not know ${toRoom} (${to})`
  return doorFault(fromRoom, to, rules)
}

const importFault = (from: string, each: Import, rules: Rules): string | undefined => {
  if (each.specifier === unreadable)
    return isTest(from) || from in (rules.computedImports ?? {}) ? undefined : `imports ${unreadable}`
  const target = targetOf(from, each)
  if (target === undefined) return undefined
  const [inside, to] = [inSource(from), inSource(target)]
  if (inside === undefined) return undefined
  if (to !== undefined) return directionFault(inside, to, rules)
  return isTest(from) ? undefined : `imports ${target}, which is outside src`
}

const codeFaults = (file: SourceFile, rules: Rules): readonly string[] => {
  const { path } = file
  const { imports, uses } = readSource(file)
  const inside = inSource(path)
  const isHeld = inside !== undefined && !isTest(path) && roomOf(inside) !== rules.outsideWorld
  const outside = isHeld && !(path in rules.outsideWorldExceptions) ? uses : []
  return [
    ...imports.flatMap((each) => {
      const fault = importFault(path, each, rules)
      return fault === undefined ? [] : [`${path}:${each.line} ${fault}`]
    }),
    ...outside.map(({ name, line }) => `${path}:${line} uses ${name}, which belongs to ${rules.outsideWorld}`),
  ]
}

// Written so that this file does not hold what it looks for.
const unfinished = /\b(?:TO(?:DO)|FIX(?:ME)|HA(?:CK))\b|not (?:yet )?implemented/

const lengthOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

const mostLines = (path: string, rules: Rules): number =>
  isTest(path) || !path.startsWith('src/') ? rules.longestTest : rules.longestSource

const textFaults = ({ path, text }: SourceFile, rules: Rules): readonly string[] => {
  const [length, most] = [lengthOf(text), mostLines(path, rules)]
  return [
    ...text
      .split('\n')
      .flatMap((line, index) => (unfinished.test(line) ? [`${path}:${index + 1} is marked as unfinished`] : [])),
    ...(length > most && !(path in rules.longFiles) ? [`${path} has ${length} lines, more than ${most}`] : []),
  ]
}

const placeFaults = ({ path }: SourceFile, rules: Rules): readonly string[] => {
  const folders = path.split('/').slice(0, -1)
  const inside = inSource(path)
  const name = posix.basename(path)
  const known = inside === undefined || roomOf(inside) in rules.layers || roomOf(inside) in rules.composition
  return [
    ...folders
      .filter((folder) => rules.forbiddenFolders.includes(folder))
      .map((folder) => `${path} lies in a folder called ${folder}`),
    ...(known ? [] : [`${path} lies in a room that layers.ts does not know`]),
    ...(isCode(path) && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(name)
      ? [`${path} is not named in kebab-case`]
      : []),
  ]
}

const importsDoor = (files: readonly SourceFile[], door: string, room: string): boolean =>
  files.some((file) => {
    const inside = inSource(file.path)
    if (inside === undefined || roomOf(inside) !== room || !isCode(file.path)) return false
    return readSource(file).imports.some((each) => targetOf(file.path, each) === `src/${door}`)
  })

/** Exceptions that excuse nothing any more. */
const staleFaults = (files: readonly SourceFile[], rules: Rules): readonly string[] => {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const unless = (path: string, isNeeded: (file: SourceFile) => boolean): readonly string[] => {
    const file = byPath.get(path)
    if (!file) return [`${path} is named as an exception and is not there`]
    return isNeeded(file) ? [] : [`${path} is named as an exception and needs none`]
  }
  return [
    ...Object.keys(rules.longFiles).flatMap((path) =>
      unless(path, ({ text }) => lengthOf(text) > mostLines(path, rules)),
    ),
    ...Object.keys(rules.outsideWorldExceptions).flatMap((path) =>
      unless(path, (file) => readSource(file).uses.length > 0),
    ),
    ...Object.entries(rules.sideDoors).flatMap(([door, { for: room }]) =>
      unless(`src/${door}`, () => importsDoor(files, door, room)),
    ),
  ]
}

/** Everything in the tree that breaks a rule, one sentence each, in the order of the files. */
export const findFaults = (files: readonly SourceFile[], rules: Rules): readonly string[] => [
  ...files.flatMap((file) => [
    ...placeFaults(file, rules),
    ...(isGenerated(file.path) ? [] : textFaults(file, rules)),
    ...(isCode(file.path) ? codeFaults(file, rules) : []),
  ]),
  ...staleFaults(files, rules),
]
