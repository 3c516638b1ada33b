import { withoutMarkup } from '../../engines/texts/markup.ts'
import { placedVectorText } from '../../engines/texts/search-words.ts'

/** A `tsvector` holds at most a megabyte; a text without headings can be longer, and is searchable to here. */
const searchedCharacters = 400_000

/** What of an article can be searched. */
export interface IndexedArticle {
  readonly label: string | null
  readonly name: string | null
  readonly raw: string
  readonly is_markup: boolean
}

/** The text of the `tsvector` under which an article is found: its heading and its wording. */
export const articleVector = ({ label, name, raw, is_markup }: IndexedArticle): string =>
  placedVectorText(
    [label, name, (is_markup ? withoutMarkup(raw) : raw).slice(0, searchedCharacters)].filter(Boolean).join('\n'),
  )
