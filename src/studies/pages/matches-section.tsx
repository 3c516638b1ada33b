import { MatchDecisions } from '../../engines/tables/matching/match-decisions.tsx'
import { words as matchingWords } from '../../engines/tables/matching/words/words.generated.ts'
import { KeyInput, mayRun, type Place } from '../asking.tsx'
import type { Shown, StudyDocument } from '../declaration.ts'
import { hrefOf } from './study-page.ts'

interface MatchesProps extends Place {
  readonly shown: Shown<StudyDocument>
}

/** Titles that two files of a study write differently, where it joined by titles; who may run studies decides here and runs it again. */
export const MatchesSection = ({ shown: { study, document }, ...place }: MatchesProps) => {
  const { visit } = place
  if (!document.matching) return null
  const action = mayRun(place) ? hrefOf(place, `/${study.id}/repetition`) : undefined
  return (
    <MatchDecisions
      matching={document.matching}
      t={visit.words(matchingWords)}
      format={visit.format}
      {...(action === undefined ? {} : { action })}
    >
      <KeyInput visit={visit} />
    </MatchDecisions>
  )
}
