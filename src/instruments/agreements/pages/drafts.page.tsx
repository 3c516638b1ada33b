import { readFile } from 'node:fs/promises'
import type { Fault } from '../../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../../kernel/result.ts'
import type { Answer, Page, Visit } from '../../../people/index.ts'
import { Button, ButtonGroup } from '../../../ui/button/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes/checkboxes.tsx'
import { FileUpload } from '../../../ui/file-upload/file-upload.tsx'
import { InsetText } from '../../../ui/inset-text/inset-text.tsx'
import { Link } from '../../../ui/link/link.tsx'
import { Table } from '../../../ui/table/table.tsx'
import { TextInput } from '../../../ui/text-input/text-input.tsx'
import { Textarea } from '../../../ui/textarea/textarea.tsx'
import { askingOf, crumbsOf, errorOf, Faults, KeyInput, may, NotAdvice } from '../asking.tsx'
import { type DraftFindings, readDraft } from '../draft.ts'
import { findPractice, getDraft, type KeptDraft, keepDraft, listDrafts, removeDraft } from '../drafts.ts'
import { readText } from '../take-texts.ts'
import { words } from '../words/words.generated.ts'
import { DraftResult } from './draft-view.tsx'

const path = '/agreements/drafts'

const crumbs = (visit: Visit) => [
  ...crumbsOf(visit),
  { text: visit.words(words)('drafts.title'), href: visit.to(path) },
]

const Kept = ({ visit, drafts }: { readonly visit: Visit; readonly drafts: readonly KeptDraft[] }) => {
  const t = visit.words(words)
  return drafts.length === 0 ? null : (
    <Table
      caption={t('drafts.kept')}
      captionSize="m"
      firstCellIsHeader
      columns={[{ text: t('drafts.name') }, { text: t('drafts.by') }, { text: t('drafts.day') }]}
      rows={drafts.map(({ id, title, actorName, createdAt }) => [
        <Link href={visit.to(`${path}/${id}`)}>
          <bdi>{title}</bdi>
        </Link>,
        <bdi>{actorName}</bdi>,
        visit.format.day(createdAt),
      ])}
    />
  )
}

const Form = ({ visit, faults }: { readonly visit: Visit; readonly faults: readonly Fault[] }) => {
  const t = visit.words(words)
  return (
    <form method="post" action={visit.to(path)} enctype="multipart/form-data">
      <KeyInput visit={visit} />
      <TextInput name="title" dir="auto" label={t('drafts.name')} value={visit.form.text('title')} />
      <Textarea
        name="text"
        rows={10}
        dir="ltr"
        label={t('drafts.text')}
        value={visit.form.text('text')}
        error={errorOf(visit, faults, 'text')}
        errorPrefix={t('error')}
      />
      <FileUpload name="file" label={t('drafts.file')} accept=".xml,.akn,.html,.htm,.docx,.pdf,.txt,.md" />
      <Checkboxes
        name="keep"
        label={t('drafts.keep.label')}
        values={visit.form.all('keep')}
        options={[{ value: 'yes', label: t('drafts.keep') }]}
      />
      <Button preventDoubleClick>{t('drafts.check')}</Button>
    </form>
  )
}

const formView = async (visit: Visit, faults: readonly Fault[] = []): Promise<Answer> => {
  const t = visit.words(words)
  return {
    kind: 'view',
    title: t('drafts.title'),
    room: 'agreements',
    line: 3,
    crumbs: crumbsOf(visit),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
    body: (
      <>
        <Faults visit={visit} faults={faults} />
        <h1 class="govuk-heading-l">{t('drafts.title')}</h1>
        <p class="govuk-body-l">{t('drafts.lead')}</p>
        {may(visit, 'agreements.edit') ? (
          <>
            <InsetText>{t('drafts.secret')}</InsetText>
            <Form visit={visit} faults={faults} />
          </>
        ) : null}
        <Kept visit={visit} drafts={await listDrafts(askingOf(visit))} />
        <NotAdvice visit={visit} />
      </>
    ),
  }
}

/** Reads the draft of the form: the file where there is one, else what was pasted. Nothing of it is stored. */
const findingsIn = async (visit: Visit): Promise<Result<DraftFindings & { readonly title: string }, Fault>> => {
  const file = visit.form.file('file')
  const pasted = visit.form.text('text')
  if (!file && pasted.trim() === '') return notAccepted({ code: 'draft-missing', field: 'text' })
  const named = file ? { name: file.name, bytes: await readFile(file.path) } : undefined
  const read = await readText(named ?? { name: 'draft.txt', bytes: Buffer.from(pasted) })
  if (!read.ok) return notAccepted(...read.faults.map((fault) => ({ ...fault, field: 'text' })))
  const { audited, document } = read.value
  const title = visit.form.text('title').trim().slice(0, 200) || visit.words(words)('drafts.unnamed')
  return accepted({ title, language: document.language, coverage: audited.coverage, hits: audited.hits })
}

const resultView = async (visit: Visit, title: string, findings: DraftFindings, draft?: KeptDraft): Promise<Answer> => {
  const t = visit.words(words)
  const reading = readDraft(findings, await findPractice(askingOf(visit)))
  return {
    kind: 'view',
    title,
    room: 'agreements',
    line: 3,
    crumbs: crumbs(visit),
    body: (
      <>
        <h1 class="govuk-heading-l">
          <bdi>{title}</bdi>
        </h1>
        {draft === undefined ? (
          <InsetText>{t('drafts.not-kept')}</InsetText>
        ) : (
          <ButtonGroup>
            <Button href={visit.to(`${path}/${draft.id}/brief.docx`)}>{t('brief.download')}</Button>
            <Button kind="secondary" href={visit.to(`${path}/${draft.id}/brief.pdf`)}>
              {t('brief.pdf')}
            </Button>
            {may(visit, 'agreements.edit') ? (
              <form method="post" action={visit.to(`${path}/${draft.id}/removal`)}>
                <KeyInput visit={visit} />
                <Button kind="warning">{t('drafts.remove')}</Button>
              </form>
            ) : null}
          </ButtonGroup>
        )}
        <DraftResult visit={visit} findings={findings} reading={reading} />
      </>
    ),
  }
}

const draftsPage: Page = {
  name: 'agreements.drafts',
  method: 'GET',
  under: 'party',
  path,
  permission: 'agreements.read',
  respond: (visit) => formView(visit),
}

/** Audits a draft and shows it against practice; keeps the findings only where that was asked. */
const checkPage: Page = {
  name: 'agreements.check',
  method: 'POST',
  under: 'party',
  path,
  permission: 'agreements.edit',
  uploads: true,
  respond: async (visit) => {
    const found = await findingsIn(visit)
    if (!found.ok) return await formView(visit, found.faults)
    const { title, ...findings } = found.value
    if (!visit.form.all('keep').includes('yes')) return await resultView(visit, title, findings)
    const id = await keepDraft(askingOf(visit), title, findings)
    return { kind: 'see-other', to: visit.to(`${path}/${id}`) }
  },
}

const draftPage: Page = {
  name: 'agreements.draft',
  method: 'GET',
  under: 'party',
  path: `${path}/:id`,
  permission: 'agreements.read',
  respond: async (visit) => {
    const draft = await getDraft(askingOf(visit), visit.parameters['id'] ?? '')
    return await resultView(visit, draft.title, draft.findings, draft)
  },
}

const removalPage: Page = {
  name: 'agreements.remove-draft',
  method: 'POST',
  under: 'party',
  path: `${path}/:id/removal`,
  permission: 'agreements.edit',
  respond: async (visit) => {
    const asking = askingOf(visit)
    await removeDraft(asking, await getDraft(asking, visit.parameters['id'] ?? ''))
    return { kind: 'see-other', to: visit.to(path), notice: visit.words(words)('notice.draft-removed') }
  },
}

export const draftPages: readonly Page[] = [draftsPage, checkPage, draftPage, removalPage]
