import { can, partyOf, type Visit } from '../../people/index.ts'
import { type Shown, StudyFigure } from '../../studies/index.ts'
import { Button, ButtonGroup } from '../../ui/button/button.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { identifierColumns } from './columns.ts'
import type { IdentifierFindings, MetadataDocument } from './document.ts'
import type { Recognition } from './fields.ts'
import { fieldName } from './naming.ts'
import { words } from './words/words.generated.ts'
import type { Problem } from './worklist.ts'

interface Props {
  readonly shown: Shown<MetadataDocument>
}

const Reached = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const { subject, rows, as_it_stands: own, after_repair: mended } = document.reach
  return (
    <p class="govuk-body">
      {t(`result.subject.${subject}`, { count: rows })}{' '}
      {mended > own
        ? t('result.repaired', { share: visit.format.percent(mended / rows) })
        : t('result.nothing-repaired')}
    </p>
  )
}

/** What happened to the identifiers of one kind, a sentence for each thing. */
const sentencesOf = (visit: Visit, found: IdentifierFindings): readonly string[] => {
  const text = visit.findText(words)
  const say = (key: string, count: number) => (count > 0 ? [text(`diagnosis.${key}`, { count }) ?? key] : [])
  const { damage, faults, repaired, from_isbn_10: sibling } = found
  const own = repaired - (sibling?.restored ?? 0)
  return [
    ...Object.entries(damage).flatMap(([kind, count]) => say(kind, count)),
    ...(sibling ? say('restored', sibling.restored) : []),
    ...say('repaired', own),
    ...(sibling ? say('conflicting', sibling.conflicting) : []),
    ...Object.entries(faults)
      .filter(([kind]) => !(kind === 'format' && damage['scientific-notation']))
      .flatMap(([kind, count]) => say(kind, count)),
  ]
}

const Diagnosis = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const told = identifierColumns.flatMap((kind) => {
    const found = document.identifiers[kind]
    const sentences = found ? sentencesOf(visit, found) : []
    return sentences.length > 0 ? [{ kind, sentences }] : []
  })
  if (Object.keys(document.identifiers).length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('diagnosis.title')}</h2>
      {told.length === 0 ? <p class="govuk-body">{t('diagnosis.none')}</p> : null}
      {told.map(({ kind, sentences }) => (
        <>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{fieldName(visit, kind)}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {sentences.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}

const Duplicates = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const kinds = identifierColumns.filter((kind) => document.identifiers[kind])
  const shared = [
    ...kinds.map((kind) => [fieldName(visit, kind), document.identifiers[kind]!.duplicates] as const),
    [t('duplicates.same-title'), document.same_title_and_creator] as const,
  ]
  return (
    <>
      <h2 class="govuk-heading-m">{t('duplicates.title')}</h2>
      <p class="govuk-body">
        {t('duplicates.lead')} {t('duplicates.same-title.what')}
      </p>
      <ScrollArea label={t('duplicates.title')}>
        <Table
          firstCellIsHeader
          columns={[
            { text: t('duplicates.shared') },
            { text: t('duplicates.groups'), numeric: true },
            { text: t('duplicates.rows'), numeric: true },
            { text: t('duplicates.conflicting'), numeric: true },
          ]}
          rows={shared.map(([name, found]) => [
            name,
            visit.format.number(found.groups),
            visit.format.number(found.rows),
            visit.format.number(found.conflicting_groups),
          ])}
        />
      </ScrollArea>
      {document.repeated_work_ids > 0 ? (
        <p class="govuk-body">{t('duplicates.repeated-ids', { count: document.repeated_work_ids })}</p>
      ) : null}
    </>
  )
}

const listed = 10

const SpellingsTable = ({ visit, found }: { readonly visit: Visit; readonly found: Recognition }) => {
  const t = visit.words(words)
  if (found.unrecognised.length === 0) return null
  return (
    <ScrollArea label={t('spelling.title')}>
      <Table
        firstCellIsHeader
        columns={[
          { text: t('spelling.spelling') },
          { text: t('spelling.rows'), numeric: true },
          { text: t('spelling.suggestion') },
        ]}
        rows={found.unrecognised
          .slice(0, listed)
          .map(({ spelling, rows, suggestion }) => [
            <bdi>{spelling}</bdi>,
            visit.format.number(rows),
            suggestion === null ? '–' : visit.format.regionName(suggestion),
          ])}
      />
    </ScrollArea>
  )
}

const Spellings = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const { countries, languages } = document
  const isAllRead = [countries, languages].every((found) => !found || found.recognised === found.filled)
  if (isAllRead) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('spelling.title')}</h2>
      <p class="govuk-body">
        {countries ? t('spelling.countries', { read: countries.recognised, of: countries.filled }) : null}{' '}
        {languages ? t('spelling.languages', { read: languages.recognised, of: languages.filled }) : null}{' '}
        {t('spelling.what')}
      </p>
      {countries ? <SpellingsTable visit={visit} found={countries} /> : null}
      {languages ? <SpellingsTable visit={visit} found={languages} /> : null}
    </>
  )
}

const shownValues = 8

/** Rows by what one field says, the most frequent first. */
const ValuesTable = ({
  visit,
  field,
  found,
  rows,
}: {
  readonly visit: Visit
  readonly field: string
  readonly found: Readonly<Record<string, number>>
  readonly rows: number
}) => {
  const t = visit.words(words)
  const name = fieldName(visit, field)
  return (
    <ScrollArea label={name}>
      <Table
        firstCellIsHeader
        columns={[
          { text: name },
          { text: t('values.rows'), numeric: true },
          { text: t('values.share'), numeric: true },
        ]}
        rows={Object.entries(found)
          .slice(0, shownValues)
          .map(([value, count]) => [
            value === 'unknown' ? t('values.unknown') : <bdi>{value}</bdi>,
            visit.format.number(count),
            visit.format.percent(count / rows),
          ])}
      />
    </ScrollArea>
  )
}

const Values = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const { gender, type, rows } = document
  if (!gender && !type) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('values.title')}</h2>
      <p class="govuk-body">{t('values.what')}</p>
      {gender ? <ValuesTable visit={visit} field="gender" found={gender} rows={rows} /> : null}
      {type ? <ValuesTable visit={visit} field="type" found={type} rows={rows} /> : null}
    </>
  )
}

const Worklist = ({ shown: { visit, study, document } }: Props) => {
  const t = visit.words(words)
  const { items, proposals, problems } = document.worklist
  const mayRead = can(visit.actor, 'metadata.read', { party: partyOf(visit).code })
  const address = visit.to(`/metadata/${study.id}/worklist`)
  return (
    <>
      <h2 class="govuk-heading-m" id="worklist">
        {t('worklist.title')}
      </h2>
      {items === 0 ? (
        <p class="govuk-body">{t('worklist.none')}</p>
      ) : (
        <>
          <p class="govuk-body">
            {t('worklist.count', { count: items })} {t('worklist.proposals', { count: proposals })}{' '}
            {mayRead ? null : t('worklist.team-only')}
          </p>
          <ScrollArea label={t('worklist.title')}>
            <Table
              firstCellIsHeader
              columns={[
                { text: t('worklist.problem') },
                { text: t('spelling.rows'), numeric: true },
                { text: t('worklist.todo') },
              ]}
              rows={Object.entries(problems).map(([problem, count]) => [
                mayRead ? (
                  <a class="govuk-link" href={`${address}?problem=${problem}`}>
                    {t(`problem.${problem as Problem}`)}
                  </a>
                ) : (
                  t(`problem.${problem as Problem}`)
                ),
                visit.format.number(count),
                t(`todo.${problem as Problem}`),
              ])}
            />
          </ScrollArea>
          {mayRead ? (
            <ButtonGroup>
              <Button kind="secondary" href={address}>
                {t('worklist.open')}
              </Button>
              <Button kind="secondary" href={`${address}.xlsx`}>
                {t('worklist.xlsx')}
              </Button>
            </ButtonGroup>
          ) : null}
        </>
      )}
    </>
  )
}

/** What the study found, behind its first figure: the way to the creator, what identifiers are worth, what is missing, what to mend. */
export const Findings = (shown: Shown<MetadataDocument>) => (
  <>
    <Reached shown={shown} />
    <StudyFigure shown={shown} name="chain" />
    <StudyFigure shown={shown} name="validity" />
    <Diagnosis shown={shown} />
    <StudyFigure shown={shown} name="completeness" />
    <Duplicates shown={shown} />
    <Values shown={shown} />
    <Spellings shown={shown} />
    <Worklist shown={shown} />
  </>
)
