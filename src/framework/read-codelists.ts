import type { CodelistItem, SdgEntry, Source, Title } from './item.ts'
import { fieldsOf, type Page } from './page.ts'
import { declare, findText, readEach, readReferences, readText, readTitle, refer } from './read-fields.ts'
import { openFile, readItem } from './read-item.ts'

/** Reads `sources.yaml`: the documents and data sets that the other files name. */
export const readSources = (page: Page): readonly Source[] => {
  const fields = fieldsOf(page, page.root)
  const sources = readEach(fields, 'sources', (each): Source => {
    const key = readText(each, 'key')
    declare(page, `sources/${key}`, 'source', each.line)
    const address = findText(each, 'address')
    const licence = findText(each, 'licence')
    return {
      key,
      title: readText(each, 'title'),
      date: readText(each, 'date'),
      ...(address !== undefined && { address }),
      ...(licence !== undefined && { licence }),
    }
  })
  fields.done()
  return sources
}

export interface WrittenCodelist {
  readonly key: string
  readonly title: Title
  readonly source: string
  readonly date: string
  readonly items: readonly CodelistItem[]
}

/** Reads one codelist; its key is the name of its file, its entries get ids such as `sectors/music`. */
export const readCodelist = (page: Page, key: string): WrittenCodelist => {
  const { fields, standing } = openFile(page)
  declare(page, `codelists/${key}`, 'codelist', fields.line)
  const title = readTitle(fields, key)
  const date = readText(fields, 'date')
  const items = readEach(fields, 'items', (each): CodelistItem => {
    const code = readText(each, 'code')
    const broader = findText(each, 'broader')
    if (broader !== undefined) refer(page, `${key}/${broader}`, ['code'], each.lineOf('broader'))
    return {
      ...readItem(each, `${key}/${code}`, 'code', standing),
      code,
      ...(broader !== undefined && { broader: `${key}/${broader}` }),
      maps: readReferences(each, 'maps', ['code']),
    }
  })
  fields.done()
  return { key, title, source: standing.source, date, items }
}

/** Reads `sdg.yaml`: goals (`8`) and targets (`8.3`, `10.a`) that something here refers to. */
export const readSdg = (page: Page): readonly SdgEntry[] => {
  const { fields, standing } = openFile(page)
  const entries = readEach(fields, 'entries', (each): SdgEntry => {
    const code = readText(each, 'code')
    return {
      ...readItem(each, `sdg/${code}`, 'sdg', standing),
      code,
      level: code.includes('.') ? 'target' : 'goal',
    }
  })
  fields.done()
  return entries
}
