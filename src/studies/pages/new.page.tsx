import type { FileRole } from '../../engines/studies/index.ts'
import { type DataFile, openDataFile } from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import type { Answer, Page } from '../../people/index.ts'
import type { SubmittedFile } from '../../platform/http/submitted-form.ts'
import { Button } from '../../ui/button/button.tsx'
import { Details } from '../../ui/details/details.tsx'
import { FileUpload } from '../../ui/file-upload/file-upload.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import {
  askingOf,
  columnText,
  crumbsOf,
  errorOf,
  Faults,
  KeyInput,
  type Place,
  roleText,
  type StudyRoom,
  textOf,
} from '../asking.tsx'
import { createStudy } from '../change-studies.ts'
import type { StudyChoices } from '../draft.ts'
import { keptFile } from '../kept-file.ts'
import { findExchange, proposalOf } from '../match-files.ts'
import { findEarlierDecisions, findEarlierMapping } from '../read-studies.ts'
import type { KeptFile } from '../study.ts'
import { words } from '../words/words.generated.ts'
import { hrefOf, studyPage } from './study-page.ts'

const kinds = '.csv,.tsv,.txt,.xlsx,.jsonl,.ndjson,.parquet,.gz,.zst'

interface NewProps extends Place {
  readonly faults: readonly Fault[]
}

const Upload = ({ role, faults, ...place }: NewProps & { readonly role: FileRole }) => {
  const t = place.visit.words(words)
  const label = roleText(place, role.name)
  return (
    <FileUpload
      name={role.name}
      label={role.required ? label : t('optional', { label })}
      labelSize="m"
      hint={textOf(place, `role.${role.name}.hint`)}
      error={errorOf(place, faults, role.name)}
      errorPrefix={t('error')}
      accept={kinds}
      progressText={t('new.progress')}
    />
  )
}

/** The columns each file may have, with the names they are found by. */
const Example = ({ role, ...place }: Place & { readonly role: FileRole }) => {
  const t = place.visit.words(words)
  const name = roleText(place, role.name)
  return (
    <ScrollArea label={name}>
      <Table
        caption={name}
        captionSize="s"
        firstCellIsHeader
        columns={[{ text: t('new.column') }, { text: t('new.needed') }, { text: t('new.names') }]}
        rows={role.columns.map((column) => [
          columnText(place, column.name),
          column.required ? t('new.required') : t('new.helpful'),
          <bdi>{[column.name, ...column.usualNames.slice(0, 3)].join(', ')}</bdi>,
        ])}
      />
    </ScrollArea>
  )
}

const Layouts = (place: Place) => {
  const { room } = place
  if (room.layouts.length === 0) return null
  return (
    <>
      <p class="govuk-body">{place.visit.words(words)('new.layouts')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {room.layouts.map(({ id }) => (
          <li>{textOf(place, `layout.${id}`) ?? id}</li>
        ))}
      </ul>
    </>
  )
}

const newView = ({ faults, ...place }: NewProps): Answer => {
  const { visit, room } = place
  const t = visit.words(words)
  return {
    kind: 'view',
    title: t('new.title'),
    room: room.id,
    line: room.line,
    crumbs: crumbsOf(place),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
    body: (
      <>
        <Faults {...place} faults={faults} />
        <span class="govuk-caption-l">{t('step', { step: 1, of: 3 })}</span>
        <h1 class="govuk-heading-l">{t('new.title')}</h1>
        <p class="govuk-body-l">{textOf(place, 'new.lead') ?? t('new.lead', { files: room.roles.length })}</p>
        <form method="post" action={hrefOf(place, '/drafts')} enctype="multipart/form-data">
          <KeyInput visit={visit} />
          {room.roles.map((role) => (
            <Upload {...place} faults={faults} role={role} />
          ))}
          <p class="govuk-hint">
            {t('new.kinds', {
              megabytes: Math.floor(visit.settings.uploadLimitBytes / 1024 ** 2),
              files: room.roles.length,
            })}
          </p>
          <Button preventDoubleClick>{t('new.upload', { files: room.roles.length })}</Button>
        </form>
        <Details summary={t('new.example')}>
          {room.roles.map((role) => (
            <Example {...place} role={role} />
          ))}
          <Layouts {...place} />
        </Details>
      </>
    ),
  }
}

/** Where a study begins: its files. */
const newPage = (room: StudyRoom): Page =>
  studyPage(room, {
    name: 'new',
    method: 'GET',
    path: '/new',
    permission: 'run',
    respond: (place) => newView({ ...place, faults: [] }),
  })

type Submitted = ReadonlyMap<string, SubmittedFile>

const submittedFiles = ({ visit, room }: Place): Submitted =>
  new Map(
    room.roles.flatMap(({ name }) => {
      const file = visit.form.file(name)
      return file && file.name !== '' ? [[name, file] as const] : []
    }),
  )

/** Files that are needed and missing, and files given twice. */
const filesFaults = ({ room }: Place, files: Submitted): Fault[] => {
  const missing = room.roles
    .filter(({ name, required }) => required && !files.has(name))
    .map(({ name }) => ({ code: 'file-missing', field: name }))
  const given = [...files]
  const twice = given
    .filter(([, { sha256 }], at) => given.findIndex(([, other]) => other.sha256 === sha256) < at)
    .map(([field]) => ({ code: 'same-file', field }))
  const alike = given
    .filter(([, { name, sha256 }], at) =>
      given.slice(0, at).some(([, other]) => other.name === name && other.sha256 !== sha256),
    )
    .map(([field, { name }]) => ({ code: 'same-name', field, values: { name } }))
  const none = files.size === 0 && missing.length === 0
  return [...missing, ...twice, ...alike, ...(none ? [{ code: 'file-missing', field: room.roles[0]?.name ?? '' }] : [])]
}

/** Every file of the form opened; the faults of all when one cannot be read. */
const openAll = async (files: Submitted): Promise<Readonly<Record<string, DataFile>> | readonly Fault[]> => {
  const opened: Record<string, DataFile> = {}
  const faults: Fault[] = []
  for (const [role, { path, name }] of files) {
    const file = await openDataFile(path, { name })
    if (file.ok) opened[role] = file.value
    else faults.push(...file.faults.map((fault) => ({ ...fault, field: role })))
  }
  return faults.length > 0 ? faults : opened
}

/** What a draft begins with: a known layout, what the Party chose for such a file before, or the usual names of columns. */
const firstChoices = async (place: Place, files: Readonly<Record<string, KeptFile>>): Promise<StudyChoices> => {
  const { roles, layouts } = place.room
  const proposed = proposalOf(roles, layouts, files)
  const earlier = await Promise.all(
    Object.entries(files).map(async ([role, file]) => {
      const found = await findEarlierMapping(askingOf(place), role, file)
      return found ? [[role, found.mapping] as const] : []
    }),
  )
  return {
    ...proposed,
    mappings: { ...proposed.mappings, ...Object.fromEntries(earlier.flat()) },
    encodings: {},
    separators: {},
    spellings: {},
    settings: place.room.joinsByTitle ? await findEarlierDecisions(askingOf(place)) : {},
    unrecognised: [],
  }
}

const upload = async (place: Place): Promise<Answer> => {
  const { visit, room } = place
  const submitted = submittedFiles(place)
  const wrong = filesFaults(place, submitted)
  if (wrong.length > 0) return newView({ ...place, faults: wrong })
  const opened = await openAll(submitted)
  if (Array.isArray(opened)) return newView({ ...place, faults: opened as readonly Fault[] })
  const byRole = opened as Readonly<Record<string, DataFile>>
  const exchanged = findExchange(room.roles, room.layouts, byRole)
  for (const file of submitted.values()) await visit.files.keep(file.path, file.sha256)
  const files = Object.fromEntries(
    Object.entries(exchanged ?? byRole).map(([role, file]) => [role, keptFile(file)] as const),
  )
  const choices = await firstChoices(place, files)
  const id = await createStudy(askingOf(place), { files, choices, language: visit.locale })
  return {
    kind: 'see-other',
    to: hrefOf(place, `/drafts/${id}/columns`),
    ...(exchanged ? { notice: visit.words(words)('notice.exchanged') } : {}),
  }
}

/** Takes files into the store and begins a draft; what is no table is refused with its reason, and nothing is kept. */
const uploadPage = (room: StudyRoom): Page =>
  studyPage(room, {
    name: 'upload',
    method: 'POST',
    path: '/drafts',
    permission: 'run',
    uploads: true,
    respond: upload,
  })

export const newPages = (room: StudyRoom): readonly Page[] => [newPage(room), uploadPage(room)]
