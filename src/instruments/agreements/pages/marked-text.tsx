import type { Content } from '../../../ui/content.ts'
import { type Article, type ArticlePart, type Clause, wordingOf } from '../agreement.ts'

/** Places at which marking begins or ends within a part, in order. */
const edgesOf = (part: ArticlePart, clauses: readonly Clause[]): readonly number[] => {
  const within = clauses.flatMap(({ start, end }) => [start, end]).filter((at) => at > part.start && at < part.end)
  return [...new Set([part.start, ...within, part.end])].sort((a, b) => a - b)
}

/** A stretch of wording with its line ends, as paragraphs would need tags across marks. */
const lines = (text: string): Content =>
  text.split(/\r?\n/).map((line, index) => (
    <>
      {index > 0 ? <br /> : null}
      {line}
    </>
  ))

interface MarkedProps {
  readonly article: Article
  readonly part: ArticlePart
  readonly clauses: readonly Clause[]
  /** The number a clause has in the rail. */
  readonly numberOf: (clause: Clause) => number
  readonly toNumber: (number: number) => string
}

/** The original wording of a part of an article; each clause's span marked and tied to its place in the rail. */
export const MarkedText = ({ article, part, clauses, numberOf, toNumber }: MarkedProps) => {
  const edges = edgesOf(part, clauses)
  return (
    <>
      {edges.slice(0, -1).map((start, index) => {
        const end = edges[index + 1]!
        const covering = clauses.filter((clause) => clause.start <= start && clause.end >= end)
        const beginning = covering.filter((clause) => clause.start === start || (index === 0 && clause.start < start))
        const wording = wordingOf(article, start, end)
        const text = lines(index === 0 ? wording.trimStart() : wording)
        if (covering.length === 0) return text
        return (
          <mark>
            {beginning.map((clause) => (
              <>
                <a class="govuk-link" id={`text-${clause.id}`} href={`#clause-${clause.id}`}>
                  [{toNumber(numberOf(clause))}]
                </a>{' '}
              </>
            ))}
            {text}
          </mark>
        )
      })}
    </>
  )
}
