import type { FlowsProps } from './findings.tsx'
import { words } from './words/words.generated.ts'

/** What the files hold besides: rows that were not meant, told elsewhere, or read with a doubt. Nothing goes unsaid. */
export const NotesSection = ({ shown: { visit, document } }: FlowsProps) => {
  const t = visit.words(words)
  const text = visit.findText(words)
  const { notes, destinations_not_shown, unrecognised_codes } = document.left_out
  const counts = { ...notes, destinations_not_shown, unrecognised_codes: unrecognised_codes.length }
  const said = Object.entries(counts).flatMap(([name, count]) => {
    const sentence = count > 0 ? text(`note.${name}`, { count }) : undefined
    return sentence === undefined ? [] : [sentence]
  })
  if (said.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m" id="notes">
        {t('notes.title')}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {said.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </>
  )
}
