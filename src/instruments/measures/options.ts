import type { Option } from '../../engines/forms/index.ts'
import type { Framework } from '../../framework/index.ts'
import type { Item } from '../../framework/index.ts'
import type { Locale } from '../../kernel/locale.ts'

const edition = '2020'

const names = (item: Item): readonly string[] => Object.values(item.title).filter((title) => title !== undefined)

const numbered = (framework: Framework, locale: Locale, items: Iterable<Item>): Option[] =>
  [...items].map((item) => ({
    value: item.id,
    text: `${framework.cite(item.id)} ${framework.titleOf(item.id, locale).text}`,
    others: [framework.cite(item.id), item.id.slice(item.id.indexOf('/') + 1), ...names(item)],
  }))

const ofList = (framework: Framework, locale: Locale, key: string): Option[] =>
  [...(framework.codelists.get(key)?.items.values() ?? [])].map((item) => ({
    value: item.code,
    text: framework.titleOf(item.id, locale).text,
    others: names(item),
  }))

const optionsIn = (framework: Framework, locale: Locale, list: string): Option[] => {
  const monitoring = framework.monitoring.get(edition)
  switch (list) {
    case 'activities':
      return numbered(framework, locale, framework.roadmap.activities.values())
    case 'paragraphs':
      return numbered(framework, locale, framework.guidelines.values())
    case 'verifications':
      return numbered(framework, locale, monitoring?.verifications.values() ?? [])
    case 'areas':
      return [...(monitoring?.areas.values() ?? [])].map((item) => ({
        value: item.id,
        text: framework.titleOf(item.id, locale).text,
        others: names(item),
      }))
    default:
      return ofList(framework, locale, list)
  }
}

/** The options of each list of the register, in one language; every list is made once per call of this function. */
export const optionsFor = (framework: Framework, locale: Locale): ((list: string) => readonly Option[]) => {
  const made = new Map<string, readonly Option[]>()
  return (list) => {
    const known = made.get(list)
    if (known) return known
    const options = optionsIn(framework, locale, list)
    made.set(list, options)
    return options
  }
}
