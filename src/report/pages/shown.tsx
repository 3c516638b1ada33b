import { type Fact, statementOf } from '../../evidence/index.ts'
import { directionOf } from '../../kernel/locale.ts'
import type { Visit } from '../../people/index.ts'
import { Details } from '../../ui/details/details.tsx'
import { Tag, type TagColour } from '../../ui/tag/tag.tsx'
import { partsOf, type WrittenText } from '../answer.ts'
import type { Contradiction, Standing } from '../standing.ts'
import { tellingFirst } from '../statement.ts'
import { words } from '../words/words.generated.ts'

const colours: Readonly<Record<Standing, TagColour>> = {
  proven: 'green',
  declared: 'yellow',
  contradicted: 'red',
  empty: 'grey',
}

/** Where a question stands, in words; the colour only helps. */
export const StandingTag = ({ visit, standing }: { visit: Visit; standing: Standing }) => (
  <Tag colour={colours[standing]}>{visit.words(words)(`standing.${standing}`)}</Tag>
)

/** A cited fact as a link to it; one that was corrected or that the reader may not see says so. */
const Citation = ({ visit, number, facts }: { visit: Visit; number: number; facts: ReadonlyMap<number, Fact> }) => {
  const t = visit.words(words)
  const fact = facts.get(number)
  if (!fact) return <span class="govuk-hint"> [{t('fact.unknown', { number })}]</span>
  return (
    <>
      {' '}
      <a class="govuk-link or-citation" href={visit.to(`/evidence/${number}`)} title={statementOf(visit, fact)}>
        <bdi dir="ltr">F{number}</bdi>
      </a>
      {fact.endedAt ? <span class="govuk-error-message"> ({t('fact.corrected')})</span> : null}
    </>
  )
}

interface CitedTextProps {
  readonly visit: Visit
  readonly written: WrittenText
  readonly facts: ReadonlyMap<number, Fact>
}

const Parts = ({ visit, text, facts }: { visit: Visit; text: string; facts: ReadonlyMap<number, Fact> }) => (
  <>
    {partsOf(text).map((part) =>
      part.kind === 'text' ? part.text : <Citation visit={visit} number={part.number} facts={facts} />,
    )}
  </>
)

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '')

/** A text people wrote, its citations as links; said which language it is in when it is not the reader's. */
export const CitedText = ({ visit, written, facts }: CitedTextProps) => (
  <>
    {written.language === visit.locale ? null : (
      <p class="govuk-hint">
        {visit.words(words)('text.language', { language: visit.format.languageName(written.language) })}
      </p>
    )}
    <div lang={written.language} dir={directionOf(written.language)}>
      {linesOf(written.text).map((line) => (
        <p class="govuk-body">
          <Parts visit={visit} text={line} facts={facts} />
        </p>
      ))}
    </div>
  </>
)

/** What the facts say by themselves, one line each, until somebody writes a text. */
export const DraftText = ({ visit, text, facts }: { visit: Visit; text: string; facts: ReadonlyMap<number, Fact> }) => (
  <>
    <p class="govuk-hint">{visit.words(words)('question.drafted')}</p>
    <ul class="govuk-list govuk-list--bullet">
      {linesOf(text).map((line) => (
        <li>
          <Parts visit={visit} text={line} facts={facts} />
        </li>
      ))}
    </ul>
  </>
)

/** Facts with their source one click away. */
export const FactList = ({ visit, facts }: { visit: Visit; facts: readonly Fact[] }) => {
  const t = visit.words(words)
  return (
    <ul class="govuk-list govuk-list--spaced or-facts">
      {facts.map((fact) => (
        <li>
          <a class="govuk-link or-citation" href={visit.to(`/evidence/${fact.number}`)}>
            <bdi dir="ltr">F{fact.number}</bdi>
          </a>{' '}
          {statementOf(visit, fact)}{' '}
          <span class="govuk-hint govuk-!-display-inline">
            {t(`fact.${fact.standing}`)} ·{' '}
            <a class="govuk-link" href={visit.to(fact.source.href)}>
              {t('fact.source')}
            </a>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The most facts shown at once; the ledger, filtered by what they answer, shows all. */
const mostShown = 15

/** The first facts, figures before single records, and the way to all of them. `answering` is what they are traced to. */
export const FirstFacts = ({ visit, facts, answering }: FactsProps) => (
  <>
    <FactList visit={visit} facts={tellingFirst(facts, answering).slice(0, mostShown)} />
    {facts.length > mostShown ? (
      <p class="govuk-body">
        <a class="govuk-link" href={visit.to(`/evidence?answering=${encodeURIComponent(answering)}`)}>
          {visit.words(words)('facts.all', { count: facts.length })}
        </a>
      </p>
    ) : null}
  </>
)

interface FactsProps {
  readonly visit: Visit
  readonly facts: readonly Fact[]
  readonly answering: string
}

export const FactDetails = ({ visit, facts, answering }: FactsProps) =>
  facts.length === 0 ? null : (
    <Details summary={visit.words(words)('facts.count', { count: facts.length })}>
      <FirstFacts visit={visit} facts={facts} answering={answering} />
    </Details>
  )

const numbersShown = (visit: Visit, numbers: readonly number[]): string =>
  visit.format.list(numbers.map((number) => `F${number}`))

/** Why an answer is contradicted, each reason with its facts. */
export const Contradictions = ({ visit, list }: { visit: Visit; list: readonly Contradiction[] }) => {
  const t = visit.words(words)
  return list.length === 0 ? null : (
    <ul class="govuk-list govuk-error-message">
      {list.map(({ kind, numbers }) => (
        <li>{t(`contradiction.${kind}`, { facts: numbersShown(visit, numbers) })}</li>
      ))}
    </ul>
  )
}
