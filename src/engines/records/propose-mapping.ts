import { builtLanguages } from '../../platform/languages/offered-languages.ts'
import { openLanguages } from '../../platform/languages/words.ts'
import { guessColumns, type ImportMapping, type ImportPreset, targetsOf } from './import-mapping.ts'
import type { Register } from './register.ts'
import { words } from './words/words.generated.ts'

/** What a target is called in every language of this build. */
const labelsIn = (register: Register): ((target: string) => readonly string[]) => {
  const languages = openLanguages({ offered: builtLanguages() })
  const find = (locale: string, target: string): readonly (string | undefined)[] => {
    const own = languages.find(register.words, locale)
    const engine = languages.find(words, locale)
    if (target === 'key') return [engine('record.key')]
    if (target === 'language') return [engine('record.language')]
    const [group, inner] = target.split('.')
    if (inner === undefined) return [own(`field.${target}`)]
    return [`${own(`field.${group!}`) ?? ''} – ${own(`field.${target}`) ?? ''}`]
  }
  return (target) => languages.offered.flatMap((locale) => find(locale, target)).filter((label) => label !== undefined)
}

/**
 * The mapping to begin with for a file's columns: the one the Party saved for such files, else a known layout, else what the names of
 * the columns suggest in any language of the interface.
 */
export const proposeMapping = (
  register: Register,
  header: readonly string[],
  given: {
    readonly saved?: ImportMapping | undefined
    readonly presets: readonly ImportPreset[]
    readonly language: string
  },
): ImportMapping => {
  if (given.saved) return given.saved
  const preset = given.presets.find((each) => each.recognises(header))
  if (preset) return { columns: preset.columns, language: given.language, preset: preset.name }
  return { columns: guessColumns(register, header, labelsIn(register)), language: given.language }
}

/** Targets that several columns may share: their answers are put one after the other. */
const shareable = new Set(['long-text', 'list', 'choices', 'groups'])

/** What keeps a mapping from being used: `title-unmapped`, or `target-twice` with the target. */
export const findMappingFault = (
  register: Register,
  mapping: ImportMapping,
): { readonly code: 'title-unmapped' } | { readonly code: 'target-twice'; readonly target: string } | undefined => {
  const targets = Object.values(mapping.columns)
  if (!targets.includes(register.title)) return { code: 'title-unmapped' }
  const known = new Set(targetsOf(register))
  const twice = targets.find(
    (target, at) => targets.indexOf(target) !== at && !isShareable(register, target) && known.has(target),
  )
  return twice === undefined ? undefined : { code: 'target-twice', target: twice }
}

const isShareable = (register: Register, target: string): boolean =>
  shareable.has(register.sections.flatMap(({ fields }) => fields).find(({ name }) => name === target)?.kind ?? '')
