import { foldText } from '../../engines/texts/fold.ts'

/** What an agreement is called, in the three languages that are read. */
const agreementWords =
  'agreements?|treaty|treaties|conventions?|protocols?|accords?|traites?|protocoles?|acuerdos?|tratados?|convenios?|protocolos?'

const between = '(?:[\\w’\'“"«]+[ ,]+){0,8}?'

/** A title says of itself that the text changes another, or that it is a new version. */
const inTitle =
  /\b(?:amend(?:ing|ments?)|modif(?:ying|ication)|moderni[sz](?:ed|ing|ation)|updated|revised|avenant|modifiant|modificati(?:f|ve)|modernise[es]?|modernisation|revise[es]?|revision|que (?:se )?modifican?|modificatori[oa]|modificacion|enmiendas?|modernizad[oa]|modernizacion|revisad[oa])\b/

/** A preamble does so by a verb of amending with the agreement as its object; “as amended” says nothing of this text. */
const inPreamble = new RegExp(
  `\\b(?:amend|amending|modernis(?:e|ing)|moderniz(?:e|ing|ar|ando)|updat(?:e|ing)|revis(?:e|ing|er|ar|ando)|moderniser|modernisant|modifier|modifiant|modificar|modificando|enmendar|actualizar) ${between}(?:${agreementWords})\\b`,
)

/** Characters of a preamble that are looked at, and shown before and after the words. */
const looked = 20_000
const shownAround = 90

const quoteAt = (text: string, start: number, end: number): string => {
  const from = Math.max(0, text.lastIndexOf(' ', Math.max(0, start - shownAround)) + 1)
  const after = text.indexOf(' ', end + shownAround)
  const to = after === -1 ? text.length : after
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${to < text.length ? ' …' : ''}`
}

/**
 * The words by which a text says of itself that it amends or modernises an agreement, verbatim with some words around them;
 * nothing where it does not. A hint for people, never a finding: whether it was in the spirit of the Convention is theirs to say.
 */
export const findAmendmentHint = (title: string, preamble: string): string | undefined => {
  if (inTitle.test(foldText(title).text)) return title
  const text = preamble.slice(0, looked).replaceAll(/\s+/g, ' ')
  const folded = foldText(text)
  const found = inPreamble.exec(folded.text)
  if (found === null) return undefined
  return quoteAt(text, folded.offsets[found.index]!, folded.offsets[found.index + found[0].length]!)
}
