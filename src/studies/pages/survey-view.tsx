import { WarningText } from '../../ui/warning-text/warning-text.tsx'
import { type Place, textOf } from '../asking.tsx'
import type { Study } from '../draft.ts'
import { words } from '../words/words.generated.ts'

type SurveyProps = Place & { readonly study: Study }

/** Rows that cannot be used: told before the computation, so that a wrong column is found in time. */
const LeftOut = ({ study: { survey }, ...place }: SurveyProps) => {
  const { visit } = place
  const t = visit.words(words)
  const reasons = survey?.notUsed.rows ?? []
  const rows = reasons.reduce((sum, reason) => sum + reason.rows, 0)
  if (!survey || rows === 0) return null
  return (
    <>
      <WarningText prefix={t('warning')}>{t('survey.left-out', { rows, of: survey.rows })}</WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {reasons.map(({ reason, rows: count, found }) => (
          <li>
            {textOf(place, `left-out.${reason}`) ?? reason}: {visit.format.number(count)}
            {found[0] === undefined ? null : (
              <>
                {' '}
                (<bdi>{found[0]}</bdi>)
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the files hold together, where they were looked through. */
export const SurveyView = (props: SurveyProps) => {
  const { survey } = props.study
  const found = survey && textOf(props, 'survey.found', survey.values)
  if (!survey) return null
  return (
    <>
      {found === undefined ? null : <p class="govuk-body">{found}</p>}
      <LeftOut {...props} />
    </>
  )
}
